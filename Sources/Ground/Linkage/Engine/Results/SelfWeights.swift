import Values

/// The match weight each record would have against an identical copy of itself: who could never be linked, because too
/// little is recorded of them.
package struct SelfWeights: Sendable {
    /// Weights that occur and how many records have each, in no order.
    package let counts: [(weight: Double, records: Int)]

    package var records: Int { counts.reduce(0) { $0 + $1.records } }

    /// Records that could not reach the probability even against themselves.
    package func unlinkable(at probability: Double) -> Int {
        let bar = MatchWeights.weight(ofProbability: probability)
        return counts.reduce(0) { $1.weight < bar ? $0 + $1.records : $0 }
    }
}

extension Linker {
    /// What each record weighs against itself by a trained model.
    package static func selfWeights(_ raw: RawColumns, by model: LinkageModel) throws(LinkageFault) -> SelfWeights {
        let profiles = Profiles(raw, plan: try ValuePlan(model), scope: model.scope)
        let tables = PairTables(profiles, comparisons: model.comparisons)
        let weights = try MatchWeights(model)
        let adjuster = Adjuster(model, profiles, TermFrequencies(model, profiles))
        let counts = Parts.map(profiles.count) { part in
            let tester = PairTester(tables)
            return part.map { profile in
                let pattern = tester.pattern(profile, profile)
                let adjustment = adjuster.adjustment(pattern, profile, profile, profiles)
                return (
                    weight: weights.weight(pattern, adjustment: adjustment),
                    records: profiles.size(profile)
                )
            }
        }
        return SelfWeights(counts: counts.flatMap(\.self))
    }
}
