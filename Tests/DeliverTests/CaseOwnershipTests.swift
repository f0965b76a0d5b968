import Deliver
import Invented
import Records
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
        CaseOwnership(of: item, allocations: allocations, workers: workers).owner(on: day(on))
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

    @Test func `without a supervisor it falls to the team, the provider, the authority`() {
        let left = [Self.worker("S", .supervisor, left: "2026-01-15")]
        #expect(owner([], left, on: "2026-02-01") == .team("North"))
        var item = Self.item
        item.team = nil
        #expect(owner([], left, on: "2026-02-01", of: item) == .provider(Identifier("P1")))
        item.organisationID = nil
        #expect(owner([], left, on: "2026-02-01", of: item) == .authority)
    }

    @Test func `the supervisor of another team does not answer`() {
        var other = Self.worker("S", .supervisor)
        other.team = "South"
        #expect(owner([], [other], on: "2026-02-01") == .team("North"))
    }

    @Test func `the first day without a holder is found`() {
        let workers = [Self.worker("A", left: "2026-03-01"), Self.worker("B")]
        func gap(_ allocations: [Allocation]) -> Day? {
            CaseOwnership(of: Self.item, allocations: allocations, workers: workers)
                .firstUnheldDay(from: day("2026-01-01"), upTo: day("2026-12-31"))
        }
        #expect(gap([]) == day("2026-01-01"))
        #expect(gap([Self.held("B", from: "2026-01-01")]) == nil)
        #expect(gap([Self.held("A", from: "2026-01-01")]) == day("2026-03-01"))
        #expect(gap([Self.held("A", from: "2026-01-01"), Self.held("B", from: "2026-03-01")]) == nil)
        #expect(gap([Self.held("B", from: "2026-01-01", to: "2026-05-01")]) == day("2026-05-02"))
    }

    /// Whatever order handovers come in and whoever leaves, every handover made leaves no day without a holder between
    /// the first allocation and the day the last holder leaves.
    @Test(arguments: 0..<200) func `handovers leave no day between`(seed: UInt64) throws {
        var numbers = Seeded(seed)
        let start = day("2026-01-01")
        let ids = ["A", "B", "C", "D"]
        let workers = ids.map { id in
            Self.worker(
                id,
                left: Bool.random(using: &numbers) ? (start + Int.random(in: 30...200, using: &numbers)).iso : nil
            )
        }
        var allocations: [Allocation] = []
        for _ in 0..<8 {
            let worker = try #require(workers.randomElement(using: &numbers))
            let handover = Handover(
                of: Self.item.id,
                to: worker.id,
                as: Bool.random(using: &numbers) ? .keyWorker : .supervisor,
                on: start + Int.random(in: -3...120, using: &numbers)
            )
            guard let saved = try? handover.allocations(of: Self.item, now: allocations, to: worker) else { continue }
            for one in saved {
                allocations.removeAll { $0.workerID == one.workerID && $0.role == one.role && $0.from == one.from }
                allocations.append(one)
            }
            #expect(allocations.allSatisfy { $0.refusal == nil })
        }
        guard let first = allocations.map(\.from).min() else { return }
        let ownership = CaseOwnership(of: Self.item, allocations: allocations, workers: workers)
        for offset in 0..<250 {
            let on = first + offset
            // An allocation runs on every day from the first: a holder is missing only where they have left.
            let running = allocations.filter { $0.runs(on: on) }
            #expect(!running.isEmpty, "\(on) has no allocation")
            let inPost = running.filter { one in workers.contains { $0.id == one.workerID && $0.isInPost(on: on) } }
            #expect(ownership.owner(on: on).isHeld == !inPost.isEmpty, "\(on)")
        }
        let gap = ownership.firstUnheldDay(from: first, upTo: first + 249)
        let plain = (0..<250).map { first + $0 }.first { ownership.allocation(on: $0) == nil }
        #expect(gap == plain)
    }
}
