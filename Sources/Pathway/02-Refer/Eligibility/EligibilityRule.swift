package import Definitions
package import Records

/// One condition of a programme on who it is for.
package struct EligibilityRule: Hashable, Sendable {
    package enum Condition: Hashable, Sendable {
        /// Whole years of age, both ends included.
        case age(ClosedRange<Int>)
        /// The child lives in residential care.
        case residentialPlacement
        /// The child is not in care, unless the referral steps down.
        case notInCareUnlessStepDown
        /// No child-protection plan is open, unless the referral steps down.
        case noProtectionPlanUnlessStepDown
        /// The referral came in one of these ways.
        case routes([ReferralRoute])
        /// The family agrees to take part.
        case agreement
        /// The main carer lives in the authority's area.
        case livesInArea
    }

    package let condition: Condition
    package let provenance: Provenance

    package init(_ condition: Condition, _ provenance: Provenance) {
        self.condition = condition
        self.provenance = provenance
    }

    /// The words of the rule, without anybody's facts: `Aged 11 to 17`.
    package var words: String {
        switch condition {
        case .age(let ages): "Aged \(ages.lowerBound) to \(ages.upperBound)"
        case .residentialPlacement: "Lives in residential care"
        case .notInCareUnlessStepDown: "Not in care, unless stepping down or returning home"
        case .noProtectionPlanUnlessStepDown: "No open child-protection plan, unless stepping down"
        case .routes: "Came by one of the ways the service takes referrals"
        case .agreement: "The family agrees to take part"
        case .livesInArea: "The main carer lives in the area"
        }
    }
}

/// What one rule finds.
package enum Finding: String, Hashable, Sendable, CaseIterable {
    case met
    case notMet = "not_met"
    case notKnown = "not_known"

    /// As people read it.
    package var label: String {
        switch self {
        case .met: "Met"
        case .notMet: "Not met"
        case .notKnown: "Not known"
        }
    }
}

extension EligibilityRule {
    /// What the rule finds in the facts, and why, in a sentence.
    package func look(at facts: EligibilityFacts) -> (finding: Finding, reason: String) {
        switch condition {
        case .age(let wanted): age(wanted, facts)
        case .residentialPlacement: residential(facts)
        case .notInCareUnlessStepDown: care(facts)
        case .noProtectionPlanUnlessStepDown: plan(facts)
        case .routes(let routes):
            routes.contains(facts.route)
                ? (.met, "It came by “\(facts.route.label)”.")
                : (.notMet, "It came by “\(facts.route.label)”, which this service does not take.")
        case .agreement:
            yesOrNo(facts.agreed, "The family agrees.", "The family does not agree.", "the family agrees")
        case .livesInArea:
            yesOrNo(facts.livesInArea, "They live in the area.", "They live outside the area.", "they live in the area")
        }
    }

    private func age(_ wanted: ClosedRange<Int>, _ facts: EligibilityFacts) -> (Finding, String) {
        guard let ages = facts.ages else { return (.notKnown, "The date of birth is not known.") }
        let age =
            ages.count == 1
            ? "The child is \(ages.lowerBound)."
            : "The child is between \(ages.lowerBound) and \(ages.upperBound): the date of birth is not known to the day."
        if wanted.contains(ages.lowerBound), wanted.contains(ages.upperBound) { return (.met, age) }
        return (wanted.overlaps(ages) ? .notKnown : .notMet, age)
    }

    private func residential(_ facts: EligibilityFacts) -> (Finding, String) {
        guard let living = facts.living else { return (.notKnown, EligibilityRule.whereUnknown) }
        return (living == .residential ? .met : .notMet, "The child lives: \(living.sentence).")
    }

    private func care(_ facts: EligibilityFacts) -> (Finding, String) {
        if facts.isStepDown { return (.met, EligibilityRule.stepDown(facts)) }
        guard let living = facts.living else { return (.notKnown, EligibilityRule.whereUnknown) }
        return (living.isCare ? .notMet : .met, "The child lives: \(living.sentence).")
    }

    private func plan(_ facts: EligibilityFacts) -> (Finding, String) {
        if facts.isStepDown { return (.met, EligibilityRule.stepDown(facts)) }
        return yesOrNo(
            facts.protectionPlan.map { !$0 },
            "No child-protection plan is open.",
            "A child-protection plan is open.",
            "a child-protection plan is open"
        )
    }

    private func yesOrNo(_ answer: Bool?, _ yes: String, _ no: String, _ asked: String) -> (Finding, String) {
        switch answer {
        case true?: (.met, yes)
        case false?: (.notMet, no)
        case nil: (.notKnown, "It is not known whether \(asked).")
        }
    }

    private static let whereUnknown = "It is not known where the child lives."

    private static func stepDown(_ facts: EligibilityFacts) -> String {
        facts.route == .returnHome ? "It comes with a return home from care." : "It steps down from statutory services."
    }
}

extension LivingNow {
    /// The label within a sentence.
    fileprivate var sentence: String {
        label.prefix(1).lowercased() + label.dropFirst()
    }
}
