/// Who answers for a referral or a case at a moment; there is always somebody.
package enum Owner: Hashable, Sendable {
    /// Somebody of the gateway who has taken the referral on, by the reference of their account.
    case person(String)
    /// The gateway's duty desk, where nobody in particular has it.
    case gateway
    /// A worker who holds the case, by their reference.
    case worker(String)
    /// The supervisor of the team, until the case is allocated, by their reference as a worker.
    case supervisor(String)
}
