import Testing
import Values

@testable import Linkage

/// Who is taken for one household, and why.
@Suite struct HouseholdTests {
    private func households(_ rows: [(name: String, surname: String, house: String, on: String?)]) throws -> [Household]
    {
        let town = rows.enumerated().map { index, row in
            Town.Row(
                source: "school",
                id: "\(index)",
                values: [row.name, row.surname, nil, row.house, "HIGH STREET"],
                person: index
            )
        }
        return try Linker.households(
            Town.columns(town),
            by: .town(),
            clusters: Array(rows.indices),
            recordedOn: { rows[$0].on.flatMap { Day(iso: $0) } }
        )
    }

    @Test func aSurnameAtOneAddressMakesAHousehold() throws {
        let found = try households([("ANN", "ROSE", "1", nil), ("BEN", "ROSE", "1", nil), ("CAT", "ROSE", "2", nil)])
        #expect(found.map(\.people) == [[0, 1]])
        #expect(found.first?.ties == [Household.Tie(one: 0, other: 1, reason: .surname)])
    }

    @Test(arguments: [("2025-03-01", true), ("2026-03-01", true), ("2026-03-02", false)])
    func soDoesBeingThereWithinAYear(day: String, isOne: Bool) throws {
        let found = try households([("ANN", "ROSE", "1", "2025-03-01"), ("BEN", "THORN", "1", day)])
        #expect(found.isEmpty != isOne)
    }

    @Test func someoneWhoMovedIsOfTwoHouseholds() throws {
        let rows = [("ANN", "ROSE", "1"), ("BEN", "ROSE", "1"), ("ANN", "ROSE", "2"), ("CAT", "ROSE", "2")]
            .enumerated().map { index, row in
                Town.Row(source: "s", id: "\(index)", values: [row.0, row.1, nil, row.2, "HIGH STREET"], person: index)
            }
        let found = try Linker.households(Town.columns(rows), by: .town(), clusters: [0, 1, 0, 3])
        #expect(Set(found.map(\.people)) == [[0, 1], [0, 3]])
    }

    @Test func atAHostelOnlyASurnameCounts() throws {
        let many = (0...Household.mostByTime).map { (name: "N\($0)", surname: "S\($0)", house: "1", on: "2025-03-01") }
        #expect(try households(many.map { ($0.name, $0.surname, $0.house, $0.on) }).isEmpty)
        #expect(try households(many.dropLast().map { ($0.name, $0.surname, $0.house, $0.on) }).count == 1)
    }
}
