package import Records
package import Values

/// Who there is to answer for referrals and cases, as at a day.
///
/// Both answers are total: where the person who had it has left, is disabled, or was never named, it falls to the next
/// one up, and in the end to the gateway's duty desk, which always stands. So the baton cannot be dropped
/// (example specification, section 6).
package struct Ownership: Sendable {
    /// Accounts of the gateway that can sign in.
    private let gatewayStaff: Set<String>
    private let workers: [Identifier<Worker>: Worker]
    private let day: Day

    /// - Parameters:
    ///   - gatewayStaff: references of the accounts with the gateway's role that are not disabled.
    ///   - workers: every worker.
    ///   - day: the day.
    package init(gatewayStaff: Set<String>, workers: [Worker], asAt day: Day) {
        self.gatewayStaff = gatewayStaff
        self.workers = Dictionary(workers.map { ($0.id, $0) }) { first, _ in first }
        self.day = day
    }

    /// Who answers for a referral.
    ///
    /// - Parameters:
    ///   - referral: the referral.
    ///   - taken: who took it on last, by the reference of their account.
    ///   - itsCase: the case it became.
    ///   - allocations: who holds that case.
    /// - Returns: the owner: of an accepted referral, whoever answers for its case.
    package func owner(
        of referral: Referral,
        takenBy taken: String?,
        itsCase: Case?,
        allocations: [Allocation]
    ) -> Owner {
        if referral.decision == .accepted, let itsCase { return owner(of: itsCase, allocations: allocations) }
        if let taken, gatewayStaff.contains(taken) { return .person(taken) }
        return .gateway
    }

    /// Who answers for a case: who holds it, else the supervisor of its team, else one of its provider, else the gateway.
    package func owner(of item: Case, allocations: [Allocation]) -> Owner {
        let running = allocations.filter { $0.caseID == item.id && $0.from <= day && ($0.to.map { day <= $0 } ?? true) }
        let holders = running.filter { workers[$0.workerID]?.isInPost(on: day) == true }
            .sorted { (order($0.role), $0.from, $0.workerID) < (order($1.role), $1.from, $1.workerID) }
        if let holder = holders.first {
            return holder.role == .supervisor ? .supervisor(holder.workerID.text) : .worker(holder.workerID.text)
        }
        let inCharge = workers.values.filter { $0.isInPost(on: day) && $0.leads }
            .sorted { $0.id < $1.id }
        if let team = item.team, let lead = inCharge.first(where: { $0.team == team && $0.serves(item) }) {
            return .supervisor(lead.id.text)
        }
        if let lead = inCharge.first(where: { $0.organisationID == item.organisationID && item.organisationID != nil })
        {
            return .supervisor(lead.id.text)
        }
        return .gateway
    }

    private func order(_ role: AllocationRole) -> Int {
        switch role {
        case .keyWorker: 0
        case .therapist: 1
        case .supervisor: 2
        }
    }
}

extension Worker {
    /// Whether they answer for a team or a service.
    fileprivate var leads: Bool { role == .supervisor || role == .programmeManager }

    /// Whether the case is one of their provider, as far as either is known.
    fileprivate func serves(_ item: Case) -> Bool {
        guard let organisationID, let other = item.organisationID else { return true }
        return organisationID == other
    }
}
