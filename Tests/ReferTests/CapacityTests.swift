import Invented
import Records
import Refer
import Testing
import Values

@Suite struct `The capacity of teams` {
    private let today = day("2026-11-21")

    private func worker(_ id: String, wte: String?, _ change: (inout Worker) -> Void = { _ in }) -> Worker {
        var worker = Worker(
            id: Identifier(id),
            name: "Test \(id)",
            organisationID: Identifier("O2"),
            team: "North",
            role: .therapist,
            programme: "mst",
            wte: wte.flatMap { Decimal($0) }
        )
        change(&worker)
        return worker
    }

    private func open(_ id: String, from: String = "2026-06-01", to: String? = nil) -> Case {
        Case(
            id: Identifier(id),
            familyID: Identifier("F1"),
            programme: "mst",
            organisationID: Identifier("O2"),
            team: "North",
            startedOn: day(from),
            endedOn: to.map(day)
        )
    }

    private func team(_ workers: [Worker], _ cases: Int, norm: String? = "5") -> TeamCapacity? {
        let norms = norm.flatMap { Decimal($0) }.map { ["mst": $0] } ?? [:]
        return Capacity(workers: workers, cases: (0..<cases).map { open("C\($0)") }, norms: norms, asAt: today).teams
            .first
    }

    @Test(
        arguments: [
            (["1", "0.6"], 0, 8, 8, TeamCapacity.Band.room), (["1", "0.6"], 6, 8, 2, .room),
            (["1", "0.6"], 7, 8, 1, .full), (["1", "0.6"], 8, 8, 0, .full), (["1", "0.6"], 9, 8, 0, .over),
            (["0.5"], 2, 2, 0, .full), (["0.5"], 3, 2, 0, .over),
        ] as [([String], Int, Int, Int, TeamCapacity.Band)]
    )
    func `places are the norm times the equivalents in post`(
        wte: [String],
        cases: Int,
        places: Int,
        free: Int,
        band: TeamCapacity.Band
    ) throws {
        let found = try #require(team(wte.enumerated().map { worker("W\($0.offset)", wte: $0.element) }, cases))
        #expect(found.places == places && found.free == free && found.band == band)
    }

    @Test func `MST-CAN has three and a half`() throws {
        let found = try #require(team([worker("W", wte: "1")], 4, norm: "3.5"))
        #expect(found.places == 3 && found.band == .over && found.over == 1)
    }

    @Test func `only those in post who hold cases count`() throws {
        let workers = [
            worker("W1", wte: "1"), worker("W2", wte: "1") { $0.endedOn = today },
            worker("W3", wte: "1") { $0.startedOn = today + 1 }, worker("W4", wte: "1") { $0.role = .supervisor },
            worker("W5", wte: nil), worker("W6", wte: "0.5") { $0.endedOn = today + 1 },
        ]
        let found = try #require(team(workers, 3))
        #expect(found.wte == Decimal("1.5"))
        #expect(found.casesPerWhole == Share(300, of: 150))
    }

    @Test func `closed cases and those to come do not count`() throws {
        let cases = [
            open("C1"), open("C2", to: "2026-11-21"), open("C3", from: "2026-11-22"), open("C4", to: "2026-11-22"),
        ]
        let found = Capacity(workers: [worker("W", wte: "1")], cases: cases, norms: [:], asAt: today).teams
        #expect(found.map(\.cases) == [2])
        #expect(found.first?.band == .notKnown && found.first?.places == nil)
    }

    @Test func `free places of a programme are those of its teams`() {
        let other = worker("W2", wte: "1") { $0.team = "South" }
        let capacity = Capacity(
            workers: [worker("W1", wte: "1"), other],
            cases: (0..<9).map { open("C\($0)") },
            norms: ["mst": Decimal(5)],
            asAt: today
        )
        #expect(capacity.teams.map(\.team) == ["North", "South"])
        #expect(capacity.free(in: "mst") == 5)
        #expect(capacity.free(in: "fft") == nil)
    }
}
