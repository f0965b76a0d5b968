package import Identify
import Linkage
import Register
import Values

/// Records what somebody says of two records.
package struct DecidePair {
    private let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// Records it with what they saw; gives the change, nil where they had said just that.
    package func run(_ verdict: PairVerdict, of view: PairView, reason: String?) throws -> Int? {
        let model = keeper.definitions.linkage.first { $0.id == MatchPartners.usualModel }
        let opinion = PairOpinion(
            view.item.pair,
            verdict,
            reason: reason,
            model: model?.id,
            modelVersion: model?.version,
            weight: view.waterfall.map { Decimal(digits: Int64(($0.weight * 1000).rounded()), places: 3) }
        )
        let summary =
            switch verdict {
            case .same: "Decided that two records are of one person"
            case .different: "Decided that two records are of different people"
            case .ask: "Asked whether two records are of one person"
            }
        return try keeper.register.decide(
            opinion,
            as: keeper.actor.draft(purpose: "matching", summary: summary),
            at: Clock.now
        )
    }
}
