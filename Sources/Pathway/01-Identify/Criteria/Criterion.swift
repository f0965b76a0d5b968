package import Definitions

/// One criterion: met when any of its rules is.
package struct Criterion: Sendable {
    package let id: String
    package let label: String
    package let rules: [CriterionRule]
    /// How far it looks back; nil as far as the set does.
    package let looksBackMonths: Int?
    /// The source systems whose events, attendance and work status it accepts; empty for any.
    ///
    /// Placements, referrals and cases are the authority's own and name no source.
    package let sources: [String]
    /// The people whose facts count, by their age on the day of the fact; nil for any.
    ///
    /// Where it is set, facts of people without a date of birth, and of the family itself, do not count.
    package let ages: Range<Int>?
    /// What a claim must be able to show for it, in words.
    package let evidenceRequired: String?
    /// How far its thresholds were checked against their source.
    package let checked: Provenance.Evidence

    package init(
        id: String,
        label: String,
        rules: [CriterionRule],
        looksBackMonths: Int? = nil,
        sources: [String] = [],
        ages: Range<Int>? = nil,
        evidenceRequired: String? = nil,
        checked: Provenance.Evidence = .unverified
    ) {
        self.id = id
        self.label = label
        self.rules = rules
        self.looksBackMonths = looksBackMonths
        self.sources = sources
        self.ages = ages
        self.evidenceRequired = evidenceRequired
        self.checked = checked
    }
}
