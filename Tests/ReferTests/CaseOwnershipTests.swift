import Invented
import Records
import Refer
import Testing
import Values

@Suite struct `Somebody answers for a case at every moment` {
    private static func worker(
        _ id: String,
        _ role: WorkerRole = .keyWorker,
        from: String? = nil,
        left: String? = nil
    )
        -> Worker
    {
        Worker(
            id: Identifier(id),
            name: "Worker \(id)",
            team: "North",
            role: role,
            startedOn: from.map(day),
            endedOn: left.map(day)
        )
    }

    private static func held(
        _ worker: String,
        _ role: AllocationRole = .keyWorker,
        from: String,
        to: String? = nil
    )
        -> Allocation
    {
        Allocation(
            caseID: Identifier("C1"),
            workerID: Identifier(worker),
            role: role,
            from: day(from),
            to: to.map(day)
        )
    }

    private static let item = Case.invented("C1", from: "2026-01-01") {
        $0.team = "North"
        $0.organisationID = Identifier("P1")
    }

    private func owner(
        _ allocations: [Allocation],
        _ workers: [Worker],
        on: String,
        of item: Case = Self.item
    )
        -> CaseOwner
    {
        CaseOwnership(of: item, allocations: allocations, among: Workforce(workers)).owner(on: day(on))
    }

    @Test func `the therapist before the key worker before a supervisor who holds it`() {
        let workers = ["A", "B", "C"].map { Self.worker($0) }
        let all = [
            Self.held("A", .supervisor, from: "2026-01-01"), Self.held("B", .keyWorker, from: "2026-01-01"),
            Self.held("C", .therapist, from: "2026-01-01"),
        ]
        #expect(owner(all, workers, on: "2026-02-01") == .holder(Identifier("C"), .therapist))
        #expect(owner(Array(all.prefix(2)), workers, on: "2026-02-01") == .holder(Identifier("B"), .keyWorker))
        #expect(owner(Array(all.prefix(1)), workers, on: "2026-02-01") == .holder(Identifier("A"), .supervisor))
    }

    @Test(arguments: [("2026-02-28", true), ("2026-03-01", false)])
    func `a worker who has left holds nothing from that day`(on: String, holds: Bool) {
        let workers = [Self.worker("A", left: "2026-03-01"), Self.worker("S", .supervisor)]
        let found = owner([Self.held("A", from: "2026-01-01")], workers, on: on)
        #expect(found == (holds ? .holder(Identifier("A"), .keyWorker) : .supervisor(Identifier("S"))))
        #expect(found.isHeld == holds)
    }

    @Test func `it falls to the team’s supervisor, then the provider’s, its manager, the gateway`() {
        func lead(_ id: String, _ role: WorkerRole, team: String?, provider: String? = "P1", left: String) -> Worker {
            Worker(
                id: Identifier(id),
                name: id,
                organisationID: provider.map { Identifier($0) },
                team: team,
                role: role,
                endedOn: day(left)
            )
        }
        let leads = [
            lead("A", .programmeManager, team: nil, left: "2026-05-01"),
            lead("B", .supervisor, team: "South", left: "2026-04-01"),
            lead("C", .programmeManager, team: "North", left: "2026-03-01"),
            lead("D", .supervisor, team: "North", left: "2026-02-01"),
            lead("E", .supervisor, team: "North", provider: "P2", left: "2026-12-31"),
        ]
        let days = ["2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15", "2026-05-15"]
        #expect(days.map { owner([], leads, on: $0).worker?.text } == ["D", "C", "B", "A", nil])
        #expect(owner([], leads, on: "2026-05-15") == .gateway)
    }

    @Test func `the supervisor of another team does not answer, nor one of another provider`() {
        var other = Self.worker("S", .supervisor)
        other.team = "South"
        #expect(owner([], [other], on: "2026-02-01") == .gateway)
        other.team = "North"
        other.organisationID = Identifier("P2")
        #expect(owner([], [other], on: "2026-02-01") == .gateway)
    }

    @Test func `the first day without a holder is found`() {
        let workers = [Self.worker("A", left: "2026-03-01"), Self.worker("B")]
        func gap(_ allocations: [Allocation]) -> Day? {
            CaseOwnership(of: Self.item, allocations: allocations, among: Workforce(workers))
                .firstUnheldDay(from: day("2026-01-01"), upTo: day("2026-12-31"))
        }
        #expect(gap([]) == day("2026-01-01"))
        #expect(gap([Self.held("B", from: "2026-01-01")]) == nil)
        #expect(gap([Self.held("A", from: "2026-01-01")]) == day("2026-03-01"))
        #expect(gap([Self.held("A", from: "2026-01-01"), Self.held("B", from: "2026-03-01")]) == nil)
        #expect(gap([Self.held("B", from: "2026-01-01", to: "2026-05-01")]) == day("2026-05-02"))
    }
}
