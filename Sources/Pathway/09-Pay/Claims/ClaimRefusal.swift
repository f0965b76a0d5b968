package import Records

/// Why a claim, or a step of one, is refused.
package enum ClaimRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case worthNothing(member: String)
    case notMet(member: String)
    /// No criterion applied, so nothing was achieved: a child who left school does not make a result.
    case allNeutral(member: String)
    case noReason(member: String)
    case noEvidence(member: String)
    case claimedTwice(member: String, clause: String, claim: String)
    case notInClaim(member: String)
    case wrongStep(from: ClaimState, to: ClaimState)
    case samePerson(ClaimState, ClaimState)
    case beforeLastStep
    /// The day of the claim is still to come.
    case dayToCome
    /// The claim was made under a version of the contract that is not in force.
    case otherVersion(String)
    case notVerified(members: [String])
    case notConfirmed(members: [String])
    /// Partners' feeds can confirm some of it and were not asked.
    case notCompared
    /// A partner's feed disagrees, and nobody has said why.
    case notAnswered(members: [String])

    package var description: String {
        switch self {
        case .empty: "A claim must have at least one result."
        case .worthNothing(let member): "The result of \(member) is worth nothing: leave it out."
        case .notMet(let member): "A criterion of \(member) is not met: leave the result out."
        case .allNeutral(let member): "No criterion of \(member) applied, so there is no result: leave it out."
        case .noReason(let member): "A criterion of \(member) is neutral: say why it did not apply."
        case .noEvidence(let member): "A criterion of \(member) is met without evidence: name the rows it rests on."
        case .claimedTwice(let member, let clause, let claim):
            "The result \(clause) of \(member) is already in claim \(claim)."
        case .notInClaim(let member): "\(member) is not in this claim."
        case .wrongStep(let from, let to): "A claim that is \(from.rawValue) cannot become \(to.rawValue)."
        case .samePerson(let one, let other):
            "Somebody else must do this: whoever \(one.deed) a claim must not also \(other.verb) it."
        case .beforeLastStep: "The day must be the same as or after the last step."
        case .dayToCome: "The day of a claim must be today or in the past."
        case .otherVersion(let version):
            "This claim was made under version \(version) of the contract. Start the service with that version to go on with it."
        case .notVerified(let members):
            "Look up the whole sample first: \(members.count) of it \(members.count == 1 ? "is" : "are") not looked up."
        case .notConfirmed(let members):
            "The source does not confirm \(members.joined(separator: ", ")): reject the claim, and claim without them."
        case .notCompared: "Compare the claim with the partners' feeds first."
        case .notAnswered(let members):
            "A partner's feed disagrees about \(members.joined(separator: ", ")): ask the partner, and note what they say."
        }
    }
}

extension ClaimState {
    fileprivate var deed: String { self == .paid ? "paid" : rawValue }

    fileprivate var verb: String {
        switch self {
        case .entered: "enter"
        case .checked: "check"
        case .verified: "verify"
        case .approved: "approve"
        case .paid: "pay"
        case .rejected: "reject"
        case .reversed: "reverse"
        }
    }
}
