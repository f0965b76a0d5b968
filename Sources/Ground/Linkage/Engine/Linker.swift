/// What linking is asked to do beside the model.
package struct LinkageOptions: Sendable {
    /// Find the parameters from the data at hand first.
    package var trains = false
    /// Keep with the model how common the values are, so that it says the same of other records.
    package var keepsFrequencies = false
    /// Match probability from which records are put together; the model's own where nil.
    package var threshold: Double?
    /// Pairs with a smaller probability are not given.
    package var leastProbability = 0.01
    /// No cluster has two records of one source.
    package var oneToOne = false
    /// Pairs a blocking rule may compare.
    package var mostPairs = 1_000_000_000
    /// Records whose weight is to be explained.
    package var explains: (left: Int, right: Int)?

    /// Keep what is needed to say afterwards why any pair has its weight.
    package var keepsReasons = false

    /// What people have decided of pairs of records.
    package var decisions: [LinkDecision] = []
    /// What an earlier linking by the same trained model left; pairs it has compared are not compared again.
    package var memory: LinkageMemory?
    /// Leave such a memory for the next linking.
    package var remembers = false

    package init() {}
}

/// Two records and what speaks for their being of one person.
package struct LinkedPair: BitwiseCopyable, Hashable, Sendable {
    package let left: Int
    package let right: Int
    /// log2 of the odds.
    package let weight: Double
    package var probability: Double { MatchWeights.probability(weight) }
}

/// Records linked by a model.
package struct Linkage: Sendable {
    /// The model as it was used, trained if that was asked for.
    package let model: LinkageModel
    package let account: TrainingAccount
    /// The cluster of each record: the number of its first record.
    package let clusters: [Int]
    package let pairs: [LinkedPair]
    /// Pairs that were compared.
    package let compared: Int
    /// Pairs that each blocking rule brings together, those that an earlier one brought counted again.
    package let pairsByRule: [Int]
    /// Why the pair asked about has its weight.
    package let waterfall: Waterfall?
    /// What the next linking by this model can stand on, where that was asked for.
    package let memory: LinkageMemory?
    /// The linking as it went, where its reasons were to be kept.
    let run: LinkageRun?
}

extension Linkage {
    /// Why two records have the weight they have, whatever people have decided of them; nil where the reasons were not kept.
    package func reasons(_ left: Int, _ right: Int) throws(LinkageFault) -> Waterfall? {
        guard let run else { return nil }
        return try run.waterfall(left, right, pairs)
    }
}

/// Links records.
package enum Linker {
    /// Links the records by the model: first each pair for itself, then, where the model has a household stage, all who
    /// are tangled together.
    package static func link(
        _ raw: RawColumns,
        by model: LinkageModel,
        options: LinkageOptions = LinkageOptions(),
        progress: LinkageProgress = LinkageProgress()
    ) throws(LinkageFault) -> Linkage {
        guard raw.count > 1 else { throw .tooFewRecords(raw.count) }
        progress.begin("Reading values")
        let plan = try ValuePlan(model)
        let profiles = Profiles(raw, plan: plan, scope: model.scope, decisions: options.decisions)
        var run = try LinkageRun(model, profiles: profiles, options: options, progress: progress)
        let joined = try run.joined()
        progress.begin("Putting together")
        let pairs = recordPairs(joined, profiles)
        let threshold = options.threshold ?? run.model.threshold
        let clusters =
            options.oneToOne
            ? oneToOne(pairs, raw, at: threshold) : clusters(pairs, count: raw.count, at: threshold)
        return Linkage(
            model: run.model,
            account: run.account,
            clusters: clusters,
            pairs: pairs,
            compared: run.compared,
            pairsByRule: run.blocking.rules.map(\.pairCount),
            waterfall: try options.explains.map { pair throws(LinkageFault) in
                try run.waterfall(pair.left, pair.right, pairs)
            },
            memory: run.memory,
            run: options.keepsReasons ? run : nil
        )
    }
}
