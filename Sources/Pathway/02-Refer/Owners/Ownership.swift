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
    private let workforce: Workforce
    private let day: Day

    /// - Parameters:
    ///   - gatewayStaff: references of the accounts with the gateway's role that are not disabled.
    ///   - workforce: every worker.
    ///   - day: the day.
    package init(gatewayStaff: Set<String>, among workforce: Workforce, asAt day: Day) {
        self.gatewayStaff = gatewayStaff
        self.workforce = workforce
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
        if referral.decision == .accepted, let itsCase {
            switch owner(of: itsCase, allocations: allocations) {
            case .gateway: return .gateway
            case let owner: return .ofCase(owner)
            }
        }
        if let taken, gatewayStaff.contains(taken) { return .person(taken) }
        return .gateway
    }

    /// Who answers for a case on the day.
    package func owner(of item: Case, allocations: [Allocation]) -> CaseOwner {
        CaseOwnership(of: item, allocations: allocations, among: workforce).owner(on: day)
    }
}
