import FollowUp
import Invented
import Records
import Testing
import Values

@Suite struct `Care history` {
    private func history(_ build: (inout World) -> Void) -> (CareHistory, Position<Person>) {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        build(&world)
        return (CareHistory(world.snapshot), Position(0))
    }

    @Test func `a stay covers its first night and not its last day`() {
        let (care, child) = history { $0.placement("P1", from: "2020-03-01", to: "2020-03-10") }
        #expect(!care.isInCare(child, on: day("2020-02-29")))
        #expect(care.isInCare(child, on: day("2020-03-01")))
        #expect(care.isInCare(child, on: day("2020-03-09")))
        #expect(!care.isInCare(child, on: day("2020-03-10")))
    }

    @Test func `overlaps count once and adjoining stays are one spell`() {
        let (care, child) = history {
            $0.placement("P1", from: "2020-03-05", to: "2020-03-20")
            $0.placement("P1", from: "2020-03-01", to: "2020-03-10")
            $0.placement("P1", from: "2020-03-20", to: "2020-03-25", type: .k2)
        }
        #expect(care.spells(of: child).map(\.nights) == [Nights(from: day("2020-03-01"), until: day("2020-03-25"))])
        #expect(care.nightsInCare(child, from: day("2020-01-01"), until: day("2021-01-01")) == 24)
        #expect(care.firstEntry(of: child, from: day("2020-03-02"), until: day("2021-01-01")) == nil)
    }

    @Test func `short breaks are not being in care, placed with parents is`() {
        let (care, child) = history {
            $0.placement("P1", from: "2020-03-01", to: "2020-03-10", status: .v3)
            $0.placement("P1", from: "2020-04-01", to: "2020-04-10", status: .v4)
            $0.placement("P1", from: "2020-05-01", to: "2020-05-10", status: .c2, type: .p1)
        }
        #expect(care.spells(of: child).count == 1)
        #expect(care.isInCare(child, on: day("2020-05-01")))
    }

    @Test func `an open stay goes on`() {
        let (care, child) = history { $0.placement("P1", from: "2020-03-01") }
        #expect(care.nightsInCare(child, from: day("2020-03-01"), until: day("2021-03-01")) == 365)
        #expect(care.spell(of: child, on: day("2030-01-01"))?.nights.until == nil)
    }

    @Test func `a stay of no nights is no stay`() {
        let (care, child) = history { $0.placement("P1", from: "2020-03-01", to: "2020-03-01") }
        #expect(care.spells(of: child).isEmpty)
    }

    /// Every night looked at one by one must give what the spells give, and nights must add over any split of a window.
    @Test(arguments: 0..<60) func `agrees with counting night by night`(seed: UInt64) {
        var random = Seeded(seed)
        var world = World()
        world.family("F1")
        let start = day("2020-01-01")
        for person in 0..<4 {
            world.person("P\(person)", of: "F1")
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let from = start + Int.random(in: 0..<120, using: &random)
                let length = Int.random(in: 0...40, using: &random)
                let status = [LegalStatus.v2, .c2, .v3, .v4].randomElement(using: &random) ?? .v2
                world.records.placements.append(
                    Placement(
                        personID: Identifier("P\(person)"),
                        startedOn: from,
                        endedOn: length == 40 ? nil : from + length,
                        legalStatus: status,
                        type: .u6
                    )
                )
            }
        }
        let snapshot = world.snapshot
        let care = CareHistory(snapshot)
        for person in 0..<4 {
            let child = Position<Person>(person)
            let stays = world.records.placements.filter {
                $0.personID.text == "P\(person)" && $0.legalStatus != .v3 && $0.legalStatus != .v4
            }
            let isInCare = { (day: Day) in
                stays.contains { Nights(from: $0.startedOn, until: $0.endedOn).contains(day) }
            }
            let nights = (0..<200).map { start + $0 }
            #expect(nights.allSatisfy { care.isInCare(child, on: $0) == isInCare($0) })
            let counted = care.nightsInCare(child, from: start, until: start + 200)
            #expect(counted == nights.count(where: isInCare))
            let entries = nights.dropFirst().filter { isInCare($0) && !isInCare($0 - 1) }
            #expect(care.firstEntry(of: child, from: start + 1, until: start + 200) == entries.first)
            let split = Int.random(in: 0...200, using: &random)
            let parts =
                care.nightsInCare(child, from: start, until: start + split)
                + care.nightsInCare(child, from: start + split, until: start + 200)
            #expect(parts == counted)
        }
    }
}

@Suite struct `Care window` {
    @Test(arguments: [
        ("2013-04-01", "2019-01-31", "2013-04-01", "2015-10-01"),
        ("2018-12-01", "2019-01-31", "2018-12-01", "2019-02-01"),
        ("2019-01-31", "2019-01-31", "2019-01-31", "2019-02-01"),
        ("2019-02-01", "2019-01-31", "2019-02-01", "2019-02-01"),
        ("2013-08-31", "2019-01-31", "2013-08-31", "2016-02-29"),
    ])
    func `ends after 30 months or after the day`(start: String, asAt: String, from: String, until: String) {
        let window = CareWindow(startedOn: day(start), months: 30, asAt: day(asAt))
        #expect(window.from == day(from))
        #expect(window.until == day(until))
    }
}
