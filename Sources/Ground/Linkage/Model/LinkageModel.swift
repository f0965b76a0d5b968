package import Definitions

/// How records are linked: what is read of them, which pairs are compared, how, and what agreeing is worth.
///
/// The model of Fellegi and Sunter (1969) with term frequencies (Winkler 1989), blocking, and parameters trained by
/// expectation maximisation; the names are Splink's.
package struct LinkageModel: Hashable, Sendable {
    package var id: String
    package var title: String
    package var version: String
    package var provenance: Provenance?
    /// The values a record has, in order.
    package var fields: [LinkageField]
    package var comparisons: [Comparison]
    package var blocking: [BlockingRule]
    /// Which records may be of one person.
    package var scope: LinkScope
    /// Probability that two records drawn at random are of one person (Splink's
    /// `probability_two_random_records_match`); nil until trained.
    package var prior: Double?
    package var training: Training
    /// The second stage, in which households tell their members apart; nil for plain Fellegi-Sunter.
    package var household: HouseholdStage?
    /// Match probability from which records are put together unless another is asked for.
    package var threshold: Double
    /// Shares of the values of a field, where the model keeps them; counted in the data at hand otherwise.
    package var frequencies: [String: [String: Double]]

    package init(
        id: String,
        title: String,
        version: String,
        provenance: Provenance? = nil,
        fields: [LinkageField],
        comparisons: [Comparison],
        blocking: [BlockingRule],
        scope: LinkScope = .dedupe,
        prior: Double? = nil,
        training: Training = Training(),
        household: HouseholdStage? = nil,
        threshold: Double = 0.95,
        frequencies: [String: [String: Double]] = [:]
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.provenance = provenance
        self.fields = fields
        self.comparisons = comparisons
        self.blocking = blocking
        self.scope = scope
        self.prior = prior
        self.training = training
        self.household = household
        self.threshold = threshold
        self.frequencies = frequencies
    }
}

/// Which records may be of one person, in Splink's words.
package enum LinkScope: String, CaseIterable, Sendable {
    /// Any two records.
    case dedupe = "dedupe_only"
    /// Only records of different files.
    case link = "link_only"
    /// Any two records of any files.
    case linkAndDedupe = "link_and_dedupe"
}

/// A rule for which pairs are compared: those that meet its condition.
///
/// Every part of the condition is an equality of a value of the left record and one of the right.
package struct BlockingRule: Hashable, Sendable {
    /// One equality: a value of the left record and a value of the right that must be the same.
    package struct Equality: Hashable, Sendable {
        package let left: Term
        package let right: Term

        package init(_ left: Term, _ right: Term) {
            self.left = left
            self.right = right
        }
    }

    package let equalities: [Equality]

    package init(_ equalities: [Equality]) {
        self.equalities = equalities
    }
}

/// How a model's parameters are found from the data.
package struct Training: Hashable, Sendable {
    /// Rules that only pairs of one person meet, nearly always; they set the prior.
    package var deterministic: [BlockingRule]
    /// Share of all true pairs that the deterministic rules find.
    package var recall: Double
    /// The rules within which m is estimated, one session each.
    package var sessions: [BlockingRule]
    /// Random pairs from which u is estimated.
    package var randomPairs: Int
    /// Pairs a session looks at, at most.
    package var sessionPairs: Int
    package var seed: UInt64
    package var mostRounds: Int
    /// Training has converged when no parameter moves by more than this in a round.
    package var tolerance: Double

    package init(
        deterministic: [BlockingRule] = [],
        recall: Double = 0.7,
        sessions: [BlockingRule] = [],
        randomPairs: Int = 1_000_000,
        sessionPairs: Int = 1_000_000,
        seed: UInt64 = 1,
        mostRounds: Int = 100,
        tolerance: Double = 0.0001
    ) {
        self.deterministic = deterministic
        self.recall = recall
        self.sessions = sessions
        self.randomPairs = randomPairs
        self.sessionPairs = sessionPairs
        self.seed = seed
        self.mostRounds = mostRounds
        self.tolerance = tolerance
    }
}
