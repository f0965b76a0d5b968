/// Who answers for a referral at a moment; there is always somebody.
package enum Owner: Hashable, Sendable {
    /// Somebody of the gateway who has taken the referral on, by the reference of their account.
    case person(String)
    /// The gateway's duty desk, where nobody in particular has it.
    case gateway
    /// A worker who answers for the case it became.
    case ofCase(CaseOwner)
}
