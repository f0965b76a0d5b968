package import Values

/// What one person says of two records, and what they saw when they said it.
package struct PairOpinion: Hashable, Sendable {
    package var pair: RecordPair
    package var verdict: PairVerdict
    /// Why, in their words.
    package var reason: String?
    /// The model by which the pair was weighed; nil where it was not.
    package var model: String?
    package var modelVersion: String?
    /// The match weight they saw, to three places.
    package var weight: Decimal?

    package init(
        _ pair: RecordPair,
        _ verdict: PairVerdict,
        reason: String? = nil,
        model: String? = nil,
        modelVersion: String? = nil,
        weight: Decimal? = nil
    ) {
        self.pair = pair
        self.verdict = verdict
        self.reason = reason
        self.model = model
        self.modelVersion = modelVersion
        self.weight = weight
    }
}

extension Sequence<PairOpinion> {
    /// What stands of each pair that anybody has said something of.
    package var standings: [RecordPair: PairStanding] {
        Dictionary(grouping: self, by: \.pair).mapValues { PairStanding($0.map(\.verdict)) }
    }
}
