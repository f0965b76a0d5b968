package import Records
import Refer
package import Values

/// What one worker holds on a day, against what somebody of their hours should hold.
package struct WorkerLoad: Sendable {
    /// How the cases held compare with the norm.
    package enum Standing: String, Sendable {
        case below, at, above
        /// No programme of theirs has a norm, or their hours are not known.
        case unknown
    }

    package let worker: Worker
    /// The open cases held, each once; the earliest first.
    package let cases: [Identifier<Case>]
    /// Cases that somebody of these hours should hold; nil where no norm is known.
    package let norm: Decimal?

    package var standing: Standing {
        guard let norm else { return .unknown }
        let held = Decimal(cases.count)
        return held == norm ? .at : held < norm ? .below : .above
    }

    /// Whole cases that could still be taken on; nil where no norm is known.
    package var room: Int? {
        norm.map { max(0, Int($0.scaled / powerOfTen(18)) - cases.count) }
    }
}

/// The caseloads of workers on a day.
package struct WorkerLoads: Sendable {
    package let loads: [WorkerLoad]
    /// Open cases that nobody in post holds on the day.
    package let unallocated: [Case]

    /// Works out the caseloads.
    ///
    /// - Parameters:
    ///   - workers: those to look at; those who hold no cases by their role are left out.
    ///   - cases: the cases they may hold.
    ///   - allocations: who held what and when.
    ///   - everybody: all workers there are, as any of them may hold a case.
    ///   - norms: cases a whole-time worker of a programme should hold.
    ///   - day: the day.
    package init(
        workers: [Worker],
        cases: [Case],
        allocations: [Allocation],
        everybody: [Worker],
        norms: [String: Decimal],
        on day: Day
    ) {
        let open = cases.filter { $0.startedOn <= day && ($0.endedOn.map { $0 > day } ?? true) }
        let openIDs = Dictionary(open.map { ($0.id, $0) }) { first, _ in first }
        let current = allocations.filter { $0.runs(on: day) && openIDs[$0.caseID] != nil }
        var held: [Identifier<Worker>: Set<Identifier<Case>>] = [:]
        for allocation in current where allocation.role != .supervisor {
            held[allocation.workerID, default: []].insert(allocation.caseID)
        }
        let allocationsOf = Dictionary(grouping: current, by: \.caseID)
        let workforce = Workforce(everybody)
        unallocated = open.filter { item in
            let held = CaseOwnership(of: item, allocations: allocationsOf[item.id] ?? [], among: workforce)
            return !held.owner(on: day).isHeld
        }
        .sorted { ($0.startedOn, $0.id) < ($1.startedOn, $1.id) }
        loads = workers.filter { worker in
            held[worker.id] != nil || (worker.isInPost(on: day) && worker.role.holdsCases)
        }
        .map { worker in
            let mine = (held[worker.id] ?? []).compactMap { openIDs[$0] }
                .sorted { ($0.startedOn, $0.id) < ($1.startedOn, $1.id) }
            let programme = worker.programme ?? mine.first?.programme
            return WorkerLoad(
                worker: worker,
                cases: mine.map(\.id),
                norm: WorkerLoads.norm(programme.flatMap { norms[$0] }, worker.wte)
            )
        }
    }

    /// A norm for these hours, exact: 5 cases at 0.6 whole-time is 3.
    static func norm(_ norm: Decimal?, _ wte: Decimal?) -> Decimal? {
        guard let norm, let wte, let cases = norm.rounded(places: 6), let hours = wte.rounded(places: 6) else {
            return nil
        }
        let (product, isTooLarge) = cases.multipliedReportingOverflow(by: hours)
        guard !isTooLarge, let digits = Int64(exactly: product) else { return nil }
        return Decimal(digits: digits, places: 12)
    }

    /// Whole-time equivalents of those looked at; hours that are not known count nought.
    package var wte: Decimal {
        let sum = loads.reduce(Int128(0)) { $0 + ($1.worker.wte?.rounded(places: 6) ?? 0) }
        return Decimal(digits: Int64(clamping: sum), places: 6)
    }

    /// Cases held by any of them.
    package var held: Int { Set(loads.flatMap(\.cases)).count }

    /// Cases that all of them should hold; nil where no norm is known of any.
    package var norm: Decimal? {
        let known = loads.compactMap(\.norm)
        guard !known.isEmpty else { return nil }
        let sum = known.reduce(Int128(0)) { $0 + ($1.rounded(places: 9) ?? 0) }
        return Decimal(digits: Int64(clamping: sum), places: 9)
    }
}

extension WorkerRole {
    /// Whether somebody in this role is expected to hold cases.
    package var holdsCases: Bool {
        switch self {
        case .therapist, .keyWorker, .caseManager: true
        default: false
        }
    }
}
