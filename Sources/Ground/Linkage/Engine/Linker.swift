import Values

/// What linking is asked to do beside the model.
package struct LinkageOptions: Sendable {
    /// Find the parameters from the data at hand first.
    package var trains = false
    /// Match probability from which records are put together; the model's own where nil.
    package var threshold: Double?
    /// Pairs with a smaller probability are not given.
    package var leastProbability = 0.01
    /// Each record is linked to at most one of another source.
    package var oneToOne = false
    /// Pairs a blocking rule may compare.
    package var mostPairs = 2_000_000_000

    package init() {}
}

/// Two records and what speaks for their being of one person.
package struct LinkedPair: Sendable {
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
}

/// Links records.
package enum Linker {
    package static func link(
        _ raw: RawColumns,
        by model: LinkageModel,
        options: LinkageOptions = LinkageOptions(),
        progress: LinkageProgress = LinkageProgress()
    ) throws(LinkageFault) -> Linkage {
        guard raw.count > 1 else { throw .tooFewRecords(raw.count) }
        progress.begin("Values")
        let plan = try ValuePlan(model)
        let profiles = Profiles(raw, plan: plan, scope: model.scope)
        let tables = PairTables(profiles, comparisons: model.comparisons)
        var model = model
        var account = TrainingAccount()
        let frequencies = TermFrequencies(model, profiles)
        var pairs: CandidatePairs?
        let blocking = try Blocking(model.blocking, profiles: profiles, limit: options.mostPairs)
        if options.trains {
            var trainer = Trainer(
                model,
                profiles: profiles,
                tables: tables,
                frequencies: frequencies,
                limit: options.mostPairs,
                progress: progress
            )
            try trainer.train()
            if model.household != nil {
                progress.begin("Comparing")
                let first = try MatchWeights(trainer.model)
                let compared = blocking.pairs(tables, first, least: -12, progress: progress)
                progress.begin("Refining")
                try trainer.refine(compared, rounds: 4)
                pairs = compared
            }
            model = trainer.model
            account = trainer.account
        }
        let weights = try MatchWeights(model)
        let adjuster = Adjuster(model, profiles, frequencies)
        progress.begin("Comparing")
        let least = MatchWeights.weight(ofProbability: options.leastProbability)
        var found = pairs ?? blocking.pairs(tables, weights, least: least - 12, progress: progress)
        found.weigh(weights, adjuster, profiles, least: least)
        progress.begin("Clusters")
        var joined: [Resolver.Joined]
        if let stage = model.household {
            let addresses = Addresses(stage, profiles)
            let moves = Moves(addresses, found, profiles, sure: 6)
            let scorer = PairScorer(tables: tables, weights: weights, adjuster: adjuster, moves: moves, profiles: profiles)
            found = scorer.reconsidered(found, addresses, least: least)
            let resolver = Resolver(scorer: scorer)
            joined = resolver.resolve(found, least: least, progress: progress)
        } else {
            joined = (0..<found.count).map {
                Resolver.Joined(left: found.left[$0], right: found.right[$0], weight: found.weights[$0])
            }
        }
        joined += blocking.twins(tables, weights, adjuster, least: least)
        progress.begin("Pairs")
        let linked = recordPairs(joined, profiles)
        let clusters = clusters(linked, count: raw.count, at: options.threshold ?? model.threshold)
        progress.begin("Done")
        return Linkage(model: model, account: account, clusters: clusters, pairs: linked, compared: found.compared)
    }
}

extension Blocking {
    /// The pairs whose weight without term frequencies is at least so much, with their levels.
    func pairs(
        _ tables: PairTables,
        _ weights: MatchWeights,
        least: Double,
        progress: LinkageProgress
    ) -> CandidatePairs {
        let parts = map(progress: progress) { part in
            let tester = PairTester(tables)
            var pairs = CandidatePairs()
            part { a, b in
                pairs.compared += 1
                let pattern = tester.pattern(a, b)
                if weights.weight(pattern, adjustment: 0) >= least { pairs.append(a, b, pattern: pattern) }
            }
            return pairs
        }
        return CandidatePairs(joining: parts)
    }
}
