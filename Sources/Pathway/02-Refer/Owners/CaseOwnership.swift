package import Records
package import Values

/// Who answers for a case on a day: somebody always does.
package enum CaseOwner: Hashable, Sendable {
    /// A worker in post who holds it.
    case holder(Identifier<Worker>, AllocationRole)
    /// Nobody in post holds it: the supervisor of its team, or else of its provider, does.
    case supervisor(Identifier<Worker>)
    /// Neither has a supervisor in post: the gateway's duty desk, which always stands.
    case gateway

    /// The worker who answers, where it is one.
    package var worker: Identifier<Worker>? {
        switch self {
        case .holder(let worker, _), .supervisor(let worker): worker
        case .gateway: nil
        }
    }

    /// Whether somebody holds the case, and it does not merely fall to somebody.
    package var isHeld: Bool {
        if case .holder = self { true } else { false }
    }
}

/// Who answers for one case at every moment (seed 003, Appendix C, 6: no dropping the baton).
///
/// Of several who hold it the therapist comes first, then the key worker, then a supervisor who holds it; a worker who has
/// left holds nothing from the day they left. Where nobody holds it, it falls to a supervisor of its team and provider,
/// then to a supervisor or manager of its provider, and in the end to the gateway's duty desk.
package struct CaseOwnership: Sendable {
    private let allocations: [Allocation]
    private let workforce: Workforce
    /// Those it falls to, the nearest first.
    private let supervisors: [Worker]

    /// - Parameters:
    ///   - item: the case.
    ///   - allocations: of any cases; those of others are left aside.
    ///   - workforce: those named by the allocations, and those who lead teams and providers.
    package init(of item: Case, allocations: [Allocation], among workforce: Workforce) {
        self.allocations =
            allocations.filter { $0.caseID == item.id }
            .sorted { ($0.role.precedence, $0.from, $0.workerID) < ($1.role.precedence, $1.from, $1.workerID) }
        self.workforce = workforce
        supervisors = workforce.leads.compactMap { worker in worker.nearness(to: item).map { (worker, $0) } }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
            .map(\.0)
    }

    /// The allocation by which somebody in post holds the case on a day.
    package func allocation(on day: Day) -> Allocation? {
        allocations.first { allocation in
            allocation.runs(on: day) && workforce.byID[allocation.workerID].map { $0.isInPost(on: day) } ?? false
        }
    }

    /// Who answers for the case on a day.
    package func owner(on day: Day) -> CaseOwner {
        if let allocation = allocation(on: day) { return .holder(allocation.workerID, allocation.role) }
        return supervisors.first { $0.isInPost(on: day) }.map { .supervisor($0.id) } ?? .gateway
    }

    /// The first day from a day on, up to another, on which nobody holds the case; nil where somebody always does.
    ///
    /// Only days on which something begins or ends can differ from the day before them.
    package func firstUnheldDay(from day: Day, upTo last: Day) -> Day? {
        var turns: Set<Day> = [day]
        for allocation in allocations {
            if let to = allocation.to { turns.insert(to + 1) }
            if let left = workforce.byID[allocation.workerID]?.endedOn { turns.insert(left) }
        }
        return turns.filter { $0 >= day && $0 <= last }.sorted().first { allocation(on: $0) == nil }
    }
}

extension AllocationRole {
    fileprivate var precedence: Int {
        switch self {
        case .therapist: 0
        case .keyWorker: 1
        case .supervisor: 2
        }
    }
}

extension Worker {
    /// How near they stand to a case nobody holds, nought the nearest; nil where it never falls to them.
    fileprivate func nearness(to item: Case) -> Int? {
        guard role.isLead else { return nil }
        let manages = role == .programmeManager ? 1 : 0
        let isOfProvider = organisationID != nil && organisationID == item.organisationID
        let mayBeOfProvider = organisationID == nil || item.organisationID == nil
        if let team, team == item.team, isOfProvider || mayBeOfProvider { return manages }
        return isOfProvider ? 2 + manages : nil
    }
}
