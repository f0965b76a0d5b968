package import Records
package import Values

/// Who answers for a case on a day: somebody always does.
package enum CaseOwner: Hashable, Sendable {
    /// A worker in post who holds it.
    case holder(Identifier<Worker>, AllocationRole)
    /// Nobody in post holds it: the supervisor of its team does.
    case supervisor(Identifier<Worker>)
    /// Its team, which has no supervisor in post.
    case team(String)
    /// Who delivers it, where it has no team.
    case provider(Identifier<Organisation>)
    /// The authority itself, where nobody else is named.
    case authority

    /// The worker who answers, where it is one.
    package var worker: Identifier<Worker>? {
        switch self {
        case .holder(let worker, _), .supervisor(let worker): worker
        case .team, .provider, .authority: nil
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
/// left holds nothing from the day they left. Where nobody holds it, it falls to the supervisor of its team, then to the
/// team, the provider, the authority.
package struct CaseOwnership: Sendable {
    private let item: Case
    private let allocations: [Allocation]
    private let workers: [Identifier<Worker>: Worker]
    private let supervisors: [Worker]

    /// - Parameters:
    ///   - item: the case.
    ///   - allocations: of any cases; those of others are left aside.
    ///   - workers: those named by the allocations, and the supervisors of the team.
    package init(of item: Case, allocations: [Allocation], workers: [Worker]) {
        self.item = item
        self.allocations =
            allocations.filter { $0.caseID == item.id }
            .sorted { ($0.role.precedence, $0.from, $0.workerID) < ($1.role.precedence, $1.from, $1.workerID) }
        self.workers = Dictionary(workers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        supervisors =
            workers.filter { $0.role == .supervisor && $0.team != nil && $0.team == item.team }.sorted { $0.id < $1.id }
    }

    /// The allocation by which somebody in post holds the case on a day.
    package func allocation(on day: Day) -> Allocation? {
        allocations.first { allocation in
            allocation.runs(on: day) && workers[allocation.workerID].map { $0.isInPost(on: day) } ?? false
        }
    }

    /// Who answers for the case on a day.
    package func owner(on day: Day) -> CaseOwner {
        if let allocation = allocation(on: day) { return .holder(allocation.workerID, allocation.role) }
        if let supervisor = supervisors.first(where: { $0.isInPost(on: day) }) { return .supervisor(supervisor.id) }
        if let team = item.team { return .team(team) }
        if let provider = item.organisationID { return .provider(provider) }
        return .authority
    }

    /// The first day from a day on, up to another, on which nobody holds the case; nil where somebody always does.
    ///
    /// Only days on which something begins or ends can differ from the day before them.
    package func firstUnheldDay(from day: Day, upTo last: Day) -> Day? {
        var turns: Set<Day> = [day]
        for allocation in allocations {
            if let to = allocation.to { turns.insert(to + 1) }
            if let left = workers[allocation.workerID]?.endedOn { turns.insert(left) }
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

extension Allocation {
    /// Whether it runs on the day: both its days are in it.
    package func runs(on day: Day) -> Bool {
        from <= day && (to.map { $0 >= day } ?? true)
    }
}

extension Worker {
    /// Whether they are in post on the day: not from the day they left on.
    package func isInPost(on day: Day) -> Bool {
        (startedOn.map { $0 <= day } ?? true) && (endedOn.map { $0 > day } ?? true)
    }
}
