/// Who a programme is for, as its definition says.
package struct ProgrammeEligibility: Sendable {
    /// As the exchange package has it: `mst`, `fft-cw`.
    package let programme: String
    package let shortTitle: String
    /// None where nobody has written down who it is for.
    package let rules: [EligibilityRule]
    /// The residential phase, where the programme has one.
    package let residential: ResidentialPhase?

    package init(
        programme: String,
        shortTitle: String,
        rules: [EligibilityRule],
        residential: ResidentialPhase? = nil
    ) {
        self.programme = programme
        self.shortTitle = shortTitle
        self.rules = rules
        self.residential = residential
    }

    /// How a referral stands against the programme.
    package func look(at facts: EligibilityFacts) -> Eligibility {
        let findings = rules.map { rule in
            let (finding, reason) = rule.look(at: facts)
            return Eligibility.RuleFinding(rule: rule, finding: finding, reason: reason)
        }
        return Eligibility(programme: programme, shortTitle: shortTitle, findings: findings)
    }
}

/// How long a programme houses a child, and when it is looked at how it goes.
package struct ResidentialPhase: Hashable, Sendable {
    /// Nights from arrival to planned leaving: 84 are twelve weeks.
    package let nights: Int
    /// Nights after arrival when the stay is reviewed.
    package let reviewNights: [Int]
    /// Nights between two stays in one bed.
    package let turnaroundNights: Int

    package init(nights: Int, reviewNights: [Int] = [], turnaroundNights: Int = 0) {
        self.nights = nights
        self.reviewNights = reviewNights
        self.turnaroundNights = turnaroundNights
    }
}

/// How one referral stands against one programme, rule by rule.
package struct Eligibility: Hashable, Sendable {
    package struct RuleFinding: Hashable, Sendable {
        package let rule: EligibilityRule
        package let finding: Finding
        /// Why, in a sentence such as `The child is 14.`.
        package let reason: String
    }

    package enum Standing: String, Hashable, Sendable, CaseIterable {
        case eligible
        case notEligible = "not_eligible"
        case notKnown = "not_known"
        /// The programme's definition says nothing of who it is for.
        case noRules = "no_rules"

        /// As people read it.
        package var label: String {
            switch self {
            case .eligible: "Meets every rule"
            case .notEligible: "Does not meet the rules"
            case .notKnown: "More needs to be known"
            case .noRules: "No rules are set"
            }
        }
    }

    package let programme: String
    package let shortTitle: String
    package let findings: [RuleFinding]

    package var standing: Standing {
        if findings.isEmpty { return .noRules }
        if findings.contains(where: { $0.finding == .notMet }) { return .notEligible }
        return findings.contains { $0.finding == .notKnown } ? .notKnown : .eligible
    }

    /// Why, in one sentence: the first thing in the way, or that there is none.
    package var summary: String {
        switch standing {
        case .noRules: "No rules are set for \(shortTitle)."
        case .eligible: "Meets every rule of \(shortTitle)."
        case .notEligible, .notKnown:
            findings.first { $0.finding == (standing == .notEligible ? .notMet : .notKnown) }?.reason ?? ""
        }
    }
}
