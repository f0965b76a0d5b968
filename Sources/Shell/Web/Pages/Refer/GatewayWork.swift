import Actions
import Records
import Values

/// What somebody of the gateway does with a referral beside deciding on it, as it was typed on its page or sent by a
/// program: read, checked and saved in one change.
///
/// Each deed gives what it saved; where something must be put right it gives nothing, and the form says what.
struct GatewayWork {
    let keeper: Keeper
    let referral: Referral
    let today: Day

    /// Notes what the referrer was told.
    func tell(_ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> ReferrerFeedback? {
        let means: FeedbackMeans? = form.code("means", orSay: "Select how they were told")
        let said = form.text("said", "What they were told", orSay: "Enter what they were told", most: 4000)
        guard let means, form.isSound, leave(&form) else { return nil }
        return try KeepReferral(keeper).tell(referral, by: means, said: said, on: today)
    }

    /// Notes what a family is offered while it waits.
    func support(_ form: inout TypedForm, _ leave: CaseWork.Leave) throws -> MeanwhileSupport? {
        let what = form.text(
            "support",
            "What the family is offered",
            orSay: "Enter what the family is offered",
            most: 1000
        )
        guard form.isSound, leave(&form) else { return nil }
        return try KeepWaiting(keeper).support(referral, what: what, from: today, to: nil)
    }
}
