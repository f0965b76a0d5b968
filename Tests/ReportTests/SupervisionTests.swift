import Records
import Testing
import Values

@testable import Report

private func item(_ id: String, from start: Int32 = 0, to end: Int32? = nil, programme: String = "mst") -> Case {
    Case(
        id: Identifier(id),
        familyID: Identifier("F-\(id)"),
        programme: programme,
        startedOn: Day(number: start),
        endedOn: end.map { Day(number: $0) }
    )
}

private func held(
    _ id: String,
    by worker: String,
    as role: AllocationRole = .therapist,
    from: Int32 = 0,
    to: Int32? = nil
) -> Allocation {
    Allocation(
        caseID: Identifier(id),
        workerID: Identifier(worker),
        role: role,
        from: Day(number: from),
        to: to.map { Day(number: $0) }
    )
}

private func worker(_ id: String, wte: String?, programme: String? = "mst", role: WorkerRole = .therapist) -> Worker {
    Worker(
        id: Identifier(id),
        name: "Worker \(id)",
        role: role,
        programme: programme,
        wte: wte.flatMap(Decimal.init)
    )
}

@Suite struct `Caseloads against norms` {
    private let norms = ["mst": Decimal(5), "mst-can": Decimal(digits: 35, places: 1), "fft": Decimal(8)]

    @Test(arguments: [
        ("1", 4, WorkerLoad.Standing.below, 1), ("1", 5, .at, 0), ("1", 6, .above, 0), ("0.6", 3, .at, 0),
        ("0.6", 2, .below, 1), ("0.5", 2, .below, 0), ("0.5", 3, .above, 0),
    ])
    func `are by the hours of the worker`(_ wte: String, _ count: Int, _ standing: WorkerLoad.Standing, _ room: Int) {
        let cases = (0..<count).map { item("C\($0)") }
        let workers = [worker("W1", wte: wte)]
        let loads = WorkerLoads(
            workers: workers,
            cases: cases,
            allocations: cases.map { held($0.id.text, by: "W1") },
            everybody: workers,
            norms: norms,
            on: Day(number: 10)
        )
        #expect(loads.loads.map(\.standing) == [standing] && loads.loads.map(\.room) == [room])
        #expect(loads.held == count && loads.unallocated.isEmpty)
    }

    @Test func `leave out what is closed, over or only supervised, and show what nobody holds`() {
        let workers = [worker("W1", wte: nil), worker("S", wte: "1", programme: nil, role: .supervisor)]
        var gone = worker("GONE", wte: "1")
        gone.endedOn = Day(number: 10)
        let loads = WorkerLoads(
            workers: workers,
            cases: [
                item("OPEN"), item("CLOSED", to: 10), item("LATER", from: 11), item("LEFT"), item("WATCHED"),
                item("ORPHAN"),
            ],
            allocations: [
                held("OPEN", by: "W1"), held("OPEN", by: "W1", as: .keyWorker), held("CLOSED", by: "W1"),
                held("LATER", by: "W1"), held("LEFT", by: "W1", to: 9), held("WATCHED", by: "S", as: .supervisor),
                held("ORPHAN", by: "GONE"),
            ],
            everybody: workers + [gone],
            norms: norms,
            on: Day(number: 10)
        )
        #expect(loads.loads.map(\.worker.id.text) == ["W1"] && loads.loads[0].cases.map(\.text) == ["OPEN"])
        #expect(loads.loads[0].standing == .unknown && loads.norm == nil)
        #expect(loads.unallocated.map(\.id.text) == ["LEFT", "ORPHAN"])
    }

    @Test func `add up over a team, exactly`() {
        let loads = WorkerLoads(
            workers: [worker("A", wte: "0.4"), worker("B", wte: "0.8", programme: "mst-can"), worker("C", wte: "1")],
            cases: [],
            allocations: [],
            everybody: [],
            norms: norms,
            on: Day(number: 0)
        )
        #expect(loads.wte == Decimal("2.2") && loads.norm == Decimal("9.8"))
    }
}

@Suite struct `Adherence by therapist` {
    private let day = Day(number: 20_000)

    private func rating(_ item: String, ago days: Int, _ score: String) -> TherapistAdherence.Rating {
        TherapistAdherence.Rating(caseID: Identifier(item), on: day - days, score: Decimal(score) ?? .zero)
    }

    @Test func `goes to whoever held the case as therapist on the day`() {
        let start = day.number - 400
        let found = TherapistAdherence.all(
            [rating("C1", ago: 10, "0.5"), rating("C1", ago: 100, "0.9"), rating("C2", ago: 5, "0.7")],
            [
                held("C1", by: "OLD", from: start, to: day.number - 50),
                held("C1", by: "NEW", from: day.number - 49),
                held("C2", by: "NEW", from: start), held("C2", by: "KEY", as: .keyWorker, from: start),
            ],
            on: day
        )
        #expect(found.map(\.worker.text) == ["NEW", "OLD"])
        #expect(found[0].latest == Decimal("0.6") && found[0].before == nil && found[0].trend == .unknown)
        #expect(found[0].isAdherent(from: Decimal("0.61") ?? .zero) == false)
        #expect(found[1].latest == nil && found[1].before == Decimal("0.9"))
        #expect(found[0].months.count == 12 && found[0].months.last == .some(Decimal("0.6")))
    }

    @Test(arguments: [
        ("0.6", "0.65", TherapistAdherence.Trend.rising), ("0.6", "0.649", .steady), ("0.6", "0.55", .falling),
        ("0.6", "0.551", .steady),
    ])
    func `rises or falls by five hundredths or not at all`(
        _ before: String,
        _ latest: String,
        _ trend: TherapistAdherence.Trend
    ) {
        let found = TherapistAdherence.all(
            [rating("C1", ago: 120, before), rating("C1", ago: 20, latest)],
            [held("C1", by: "W", from: 0)],
            on: day
        )
        #expect(found.map(\.trend) == [trend])
    }
}

@Suite struct `A sample for audit` {
    private let period = Period(from: Day(number: 100), to: Day(number: 199)) ?? .last(months: 1, asAt: Day(number: 0))

    private func cases(_ count: Int) -> [Case] {
        (0..<count).map { item("C\($0)", to: Int32(100 + $0 % 100)) }
    }

    @Test(arguments: [(0, 0), (1, 1), (10, 1), (11, 2), (99, 10), (100, 10), (1000, 100)])
    func `is a tenth, rounded up`(_ count: Int, _ drawn: Int) {
        let sample = AuditSample(cases(count), closedIn: period, register: "abc")
        #expect(sample.closed.count == count && sample.drawn.count == drawn)
        #expect(Set(sample.drawn).isSubset(of: sample.closed))
    }

    @Test func `is the same whoever draws it, in whatever order the cases are`() {
        let all = cases(500)
        let sample = AuditSample(all, closedIn: period, register: "abc")
        #expect(AuditSample(all.shuffled(), closedIn: period, register: "abc").drawn == sample.drawn)
        #expect(AuditSample(all, closedIn: period, register: "abd").drawn != sample.drawn)
        let longer = Period(from: period.from, to: period.to + 1) ?? period
        #expect(AuditSample(all, closedIn: longer, register: "abc").drawn != sample.drawn)
        // One more closed case moves at most one of those drawn.
        let more = AuditSample(all + [item("X", to: 150)], closedIn: period, register: "abc")
        #expect(Set(sample.drawn).subtracting(more.drawn).count <= 1)
    }

    @Test func `leaves out what did not close in the period`() {
        let others = [item("OPEN"), item("BEFORE", to: 99), item("AFTER", to: 200), item("LAST", to: 199)]
        #expect(AuditSample(others, closedIn: period, register: "").closed.map(\.text) == ["LAST"])
    }

    /// Over many seeds every case must be drawn about as often as every other.
    @Test func `is fair`() {
        var drawn: [String: Int] = [:]
        let all = cases(50)
        for seed in 0..<2000 {
            for id in AuditSample(all, closedIn: period, register: "\(seed)").drawn { drawn[id.text, default: 0] += 1 }
        }
        // 200 expected; five standard deviations of a binomial of 2,000 at one in ten are 67.
        for (id, count) in drawn { #expect((133...267).contains(count), "\(id) \(count)") }
        #expect(drawn.count == 50)
    }

    @Test func `is counted standard by standard`() {
        let results = AuditResults(["plan", "voice"], [["plan": Decimal(2)], ["plan": Decimal(1), "voice": .zero]])
        #expect(results.audits == 2)
        #expect(results.standards[0] == .init(name: "plan", met: 1, partly: 1, notMet: 0, notSeen: 0))
        #expect(results.standards[1] == .init(name: "voice", met: 0, partly: 0, notMet: 1, notSeen: 1))
        #expect(results.standards[0].share == Share(1, of: 2))
    }
}
