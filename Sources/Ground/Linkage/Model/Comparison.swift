/// How two records are compared in one respect, such as the forename or the address.
package struct Comparison: Hashable, Sendable {
    package let name: String
    /// In order: a pair is at the first level whose condition it meets, and the last one takes every pair that is left.
    package var levels: [ComparisonLevel]

    package init(name: String, levels: [ComparisonLevel]) {
        self.name = name
        self.levels = levels
    }
}

/// One degree of agreement, such as "the same" or "one letter apart".
package struct ComparisonLevel: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
        /// A value is missing: the level says nothing either way, and has neither m nor u.
        case missing(Condition)
        case when(Condition)
        /// Everything else.
        case otherwise
    }

    package let label: String
    package let test: Test
    /// Probability of the level among pairs of records of one person; nil until trained.
    package var m: Double?
    /// Probability of the level among pairs of records of different people drawn at random; nil until trained.
    package var u: Double?
    /// Probability of the level among pairs of different people of one household; nil where the model has no household
    /// stage, or until trained.
    package var h: Double?
    package let termFrequency: TermFrequency?
    /// Whether m is knowledge of the field that training must leave as it is.
    ///
    /// Data alone can't always tell: a father and a son of one name look like one man with a wrong date of birth.
    package let isFixed: Bool

    package init(
        label: String,
        test: Test,
        m: Double? = nil,
        u: Double? = nil,
        h: Double? = nil,
        termFrequency: TermFrequency? = nil,
        isFixed: Bool = false
    ) {
        self.label = label
        self.test = test
        self.m = m
        self.u = u
        self.h = h
        self.termFrequency = termFrequency
        self.isFixed = isFixed
    }
}

/// The adjustment for how common the value is: agreeing on a rare name says more than agreeing on a common one.
///
/// The level's weight gains `weight x (log2 u_exact - log2 max(tf_left, tf_right, minimum))`, where u_exact is the u of
/// the comparison's exact level for the field (Splink's rule).
package struct TermFrequency: Hashable, Sendable {
    package let field: String
    /// Share of the adjustment that is taken, 0 to 1.
    package let weight: Double
    /// Frequencies below this count as this.
    package let minimum: Double

    package init(field: String, weight: Double = 1, minimum: Double = 0) {
        self.field = field
        self.weight = weight
        self.minimum = minimum
    }
}
