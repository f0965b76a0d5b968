package import Records
import Register
package import Values

/// How a referral stands, for a referrer who has its reference and its code; nothing personal is in it.
package struct ReferralProgress: Sendable {
    package let decision: ReferralDecision
    package let receivedOn: Day
    package let decidedOn: Day?
    /// Where a family was sent that was not taken on.
    package let destination: String?
    /// Why it was not taken on.
    package let reason: DecisionReason?

    /// The progress of the referral with this reference and code; nil where no referral has both.
    package init?(_ keeper: Keeper, key: ServiceKey, reference: String, code: String) throws {
        let reference = reference.uppercased()
        let digest = ReferralProgress.digest(code, of: reference, key)
        guard let details = try keeper.register.held(ReferralDetails.self, key: reference)?.record,
            details.codeDigest == digest,
            let referral = try keeper.register.held(Referral.self, key: reference)?.record
        else { return nil }
        try self.init(keeper, of: referral)
    }

    /// The progress of a referral, for who is known to have sent it.
    package init(_ keeper: Keeper, of referral: Referral) throws {
        let steps = try keeper.register.held(GatewayStep.self, where: "referral_id", is: .text(referral.id.text))
        decision = referral.decision
        receivedOn = referral.receivedOn
        decidedOn = referral.decidedOn
        destination = referral.destination
        reason = steps.last?.record.reason
    }

    /// The digest of a code, typed with or without its dashes and in either case.
    static func digest(_ code: String, of reference: String, _ key: ServiceKey) -> String {
        let plain = code.lowercased().filter { $0.isLetter || $0.isNumber }
        return key.digest("\(reference) \(plain)", for: "referral code").hexadecimal
    }
}
