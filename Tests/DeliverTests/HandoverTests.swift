import Deliver
import Invented
import Records
import Refer
import Testing
import Values

@Suite struct `Handing a case over` {
    private let item = Case.invented("C1", from: "2026-01-01")
    private let anna = Worker(id: Identifier("A"), name: "Anna", role: .keyWorker)
    private let ben = Worker(id: Identifier("B"), name: "Ben", role: .keyWorker, endedOn: day("2026-06-01"))

    private func held(
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

    private func handOver(
        _ now: [Allocation],
        to worker: Worker,
        _ role: AllocationRole = .keyWorker,
        on: String
    )
        -> Result<[Allocation], Handover.Refusal>
    {
        do {
            let handover = Handover(of: item.id, to: worker.id, as: role, on: day(on))
            return .success(try handover.allocations(of: item, now: now, to: worker))
        } catch {
            return .failure(error)
        }
    }

    @Test func `ends the old on the day before the new`() {
        let saved = handOver([held("A", from: "2026-01-01")], to: ben, on: "2026-03-01")
        #expect(
            saved == .success([held("A", from: "2026-01-01", to: "2026-02-28"), held("B", from: "2026-03-01")])
        )
    }

    @Test func `leaves no night between where it was taken over that very day`() {
        let saved = handOver([held("A", from: "2026-03-01")], to: ben, on: "2026-03-01")
        #expect(
            saved == .success([held("A", from: "2026-03-01", to: "2026-03-01"), held("B", from: "2026-03-01")])
        )
    }

    @Test func `ends what a supervisor held meanwhile, and leaves a therapist be`() {
        let now = [held("S", .supervisor, from: "2026-01-01"), held("T", .therapist, from: "2026-01-01")]
        let saved = handOver(now, to: anna, on: "2026-02-01")
        #expect(
            saved
                == .success([
                    held("S", .supervisor, from: "2026-01-01", to: "2026-01-31"), held("A", from: "2026-02-01"),
                ])
        )
    }

    @Test func `is refused with its reason`() {
        let now = [held("A", from: "2026-02-01")]
        #expect(handOver(now, to: anna, on: "2026-03-01") == .failure(.holdsItAlready))
        #expect(handOver(now, to: ben, on: "2026-01-15") == .failure(.beforeTheHolder))
        #expect(handOver([], to: anna, on: "2025-12-31") == .failure(.beforeTheCase))
        #expect(handOver([], to: ben, on: "2026-06-01") == .failure(.notInPost))
        #expect((try? handOver([], to: ben, on: "2026-05-31").get()) != nil)
        let closed = Case.invented("C1", from: "2026-01-01", to: "2026-02-01")
        let late = Handover(of: closed.id, to: anna.id, as: .keyWorker, on: day("2026-03-01"))
        #expect(throws: Handover.Refusal.caseIsClosed) {
            try late.allocations(of: closed, now: [], to: anna)
        }
    }

    @Test func `takes the open tasks of whoever gives it up along`() {
        func task(_ id: String, _ worker: String?, _ outcome: StepOutcome = .open) -> CaseTask {
            CaseTask(
                id: Identifier(id),
                caseID: Identifier("C1"),
                title: "Ring the school",
                workerID: worker.map { Identifier($0) },
                madeOn: day("2026-01-02"),
                outcome: outcome
            )
        }
        let handover = Handover(of: item.id, to: ben.id, as: .keyWorker, on: day("2026-03-01"))
        let moved = handover.tasks(
            of: [task("T1", "A"), task("T2", "A", .done), task("T3", "T"), task("T4", nil)],
            from: [held("A", from: "2026-01-01", to: "2026-02-28")]
        )
        #expect(moved.map(\.id.text) == ["T1"])
        #expect(moved.map(\.workerID?.text) == ["B"])
    }

    /// Whatever order handovers come in and whoever leaves, every handover made leaves no day without a holder between
    /// the first allocation and the day the last holder leaves.
    @Test(arguments: 0..<200) func `handovers leave no day between`(seed: UInt64) throws {
        var numbers = Seeded(seed)
        let start = day("2026-01-01")
        let ids = ["A", "B", "C", "D"]
        let workers = ids.map { id in
            Worker(
                id: Identifier(id),
                name: id,
                role: .keyWorker,
                endedOn: Bool.random(using: &numbers) ? start + Int.random(in: 30...200, using: &numbers) : nil
            )
        }
        var allocations: [Allocation] = []
        for _ in 0..<8 {
            let worker = try #require(workers.randomElement(using: &numbers))
            let handover = Handover(
                of: item.id,
                to: worker.id,
                as: Bool.random(using: &numbers) ? .keyWorker : .supervisor,
                on: start + Int.random(in: -3...120, using: &numbers)
            )
            guard let saved = try? handover.allocations(of: item, now: allocations, to: worker) else { continue }
            for one in saved {
                allocations.removeAll { $0.workerID == one.workerID && $0.role == one.role && $0.from == one.from }
                allocations.append(one)
            }
            #expect(allocations.allSatisfy { $0.refusal == nil })
        }
        guard let first = allocations.map(\.from).min() else { return }
        let ownership = CaseOwnership(of: item, allocations: allocations, among: Workforce(workers))
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
