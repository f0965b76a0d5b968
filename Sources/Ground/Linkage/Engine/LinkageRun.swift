/// One linking on its way: what has been worked out so far, for the steps that follow.
struct LinkageRun {
    private(set) var model: LinkageModel
    private(set) var account = TrainingAccount()
    private(set) var compared = 0
    let blocking: Blocking
    private let indexes: BlockingIndexes
    private let profiles: Profiles
    private let tables: PairTables
    private let frequencies: TermFrequencies
    private let options: LinkageOptions
    private let progress: LinkageProgress
    private var moves: Moves?
    private var kept: [LinkageMemory.HashPair] = []
    private let decisions: Decisions
    /// The smallest weight that is kept.
    private var least: Double { MatchWeights.weight(ofProbability: options.leastProbability) }

    init(
        _ model: LinkageModel,
        profiles: Profiles,
        options: LinkageOptions,
        progress: LinkageProgress
    ) throws(LinkageFault) {
        try MatchPattern.check(model)
        self.model = model
        decisions = Decisions(options.decisions, profiles)
        self.profiles = profiles
        self.options = options
        self.progress = progress
        tables = PairTables(profiles, comparisons: model.comparisons)
        frequencies = TermFrequencies(model, profiles)
        progress.begin("Blocking")
        indexes = BlockingIndexes(model.rules(training: options.trains), profiles: profiles)
        blocking = try Blocking(model.blocking, indexes, limit: options.mostPairs)
    }

    /// Profiles that are together, and the weight at which they are.
    mutating func joined() throws(LinkageFault) -> [Resolver.Joined] {
        var found = try candidates()
        compared = found.compared
        if options.keepsFrequencies { model.frequencies = frequencies.kept(profiles) }
        if options.remembers { remember(found) }
        let weights = try MatchWeights(model)
        let adjuster = Adjuster(model, profiles, frequencies)
        let twins = blocking.twins(tables, weights, adjuster, least: least)
        if let stage = model.household {
            progress.begin("Households")
            let atAddresses = try Blocking(stage.addressRules, indexes, limit: options.mostPairs)
            let addresses = Addresses(atAddresses)
            let moves = Moves(addresses, found, profiles, sure: 6)
            self.moves = moves
            scorer(weights, adjuster, moves).reconsider(&found, addresses, least: least)
            compared = found.compared
        } else if decisions.isEmpty {
            return twins
                + found.pairs.map { Resolver.Joined(left: $0.left, right: $0.right, weight: $0.weight) }
        }
        progress.begin("Resolving")
        for (a, b) in decisions.same {
            found.pairs.append(CandidatePair(a, b, weight: LinkDecision.weight))
        }
        return twins
            + Resolver(scorer: scorer(weights, adjuster, moves)).resolve(found, least: least, progress: progress)
    }

    private func scorer(_ weights: MatchWeights, _ adjuster: Adjuster, _ moves: Moves?) -> PairScorer {
        PairScorer(
            tables: tables,
            weights: weights,
            adjuster: adjuster,
            moves: moves,
            decisions: decisions,
            profiles: profiles
        )
    }

    private mutating func remember(_ found: CandidatePairs) {
        kept = found.pairs.map { pair in
            let (a, b) = (profiles.hashes[Int(pair.left)], profiles.hashes[Int(pair.right)])
            return LinkageMemory.HashPair(min(a, b), max(a, b))
        }
    }

    /// What the next linking can stand on.
    var memory: LinkageMemory? {
        guard options.remembers else { return nil }
        return LinkageMemory(
            model: model.digest,
            profiles: profiles.hashes,
            pairs: kept.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        )
    }

    /// The pairs worth keeping, by the model, which is trained on the way if that is asked for.
    private mutating func candidates() throws(LinkageFault) -> CandidatePairs {
        var trainer = Trainer(
            model,
            indexes: indexes,
            tables: tables,
            frequencies: frequencies,
            limit: options.mostPairs,
            progress: progress
        )
        guard options.trains else {
            if model.hasTrainedLevels { try trainer.findScale() }
            model = trainer.model
            account = trainer.account
            progress.begin("Comparing")
            return known(try MatchWeights(model), Adjuster(model, profiles, frequencies))
        }
        try trainer.train()
        progress.begin("Comparing")
        // Refining moves the weights, so pairs a little below what is kept in the end are looked at too.
        let margin = model.household == nil ? 0.0 : 4
        let adjuster = Adjuster(trainer.model, profiles, frequencies)
        let first = try MatchWeights(trainer.model)
        var pairs = blocking.pairs(tables, first, adjuster, least: least - margin, progress: progress)
        progress.begin("Refining")
        try trainer.refine(pairs, rounds: 2)
        model = trainer.model
        account = trainer.account
        let weights = try MatchWeights(model)
        pairs.weigh(least: least) { weights.weight($0.pattern, adjustment: $0.adjustment) }
        return pairs
    }

    /// The pairs by a model that is trained; those an earlier linking kept need not be found again.
    private func known(_ weights: MatchWeights, _ adjuster: Adjuster) -> CandidatePairs {
        guard let memory = options.memory, memory.model == model.digest else {
            return blocking.pairs(tables, weights, adjuster, least: least, progress: progress)
        }
        let isNew = profiles.isNew(since: memory)
        var found = blocking.pairs(tables, weights, adjuster, least: least, among: isNew, progress: progress)
        let tester = PairTester(tables)
        for (a, b) in profiles.numbers(of: memory.pairs) {
            let pattern = tester.pattern(a, b)
            let adjustment = adjuster.adjustment(pattern, a, b, profiles)
            let weight = weights.weight(pattern, adjustment: adjustment)
            guard weight >= least else { continue }
            found.pairs.append(CandidatePair(a, b, pattern: pattern, adjustment: adjustment, weight: weight))
        }
        return found
    }

    /// Why two records have the weight they have.
    func waterfall(_ left: Int, _ right: Int, _ pairs: [LinkedPair]) throws(LinkageFault) -> Waterfall {
        let isDecided =
            decisions[Int(profiles.profileOfRecord[left]), Int(profiles.profileOfRecord[right])] != nil
        let final =
            isDecided ? nil : pairs.first { $0.left == min(left, right) && $0.right == max(left, right) }?.weight
        let explainer = Explainer(
            model: model,
            profiles: profiles,
            tables: tables,
            weights: try MatchWeights(model),
            adjuster: Adjuster(model, profiles, frequencies),
            moves: moves,
            final: final
        )
        return explainer.waterfall(Int(profiles.profileOfRecord[left]), Int(profiles.profileOfRecord[right]))
    }
}

extension Blocking {
    /// The pairs whose weight is at least so much, with their levels; where `isNew` is given, only those with a new profile.
    func pairs(
        _ tables: PairTables,
        _ weights: MatchWeights,
        _ adjuster: Adjuster,
        least: Double,
        among isNew: [Bool]? = nil,
        progress: LinkageProgress
    ) -> CandidatePairs {
        let prospects = Prospects(weights, adjuster, least: least)
        let parts = map(progress: progress) { part in
            let tester = PairTester(tables)
            var found = CandidatePairs()
            var batch = PairBatch()
            let keep = { (a: Int, b: Int, pattern: UInt64) in
                let adjustment = adjuster.adjustment(pattern, a, b, profiles)
                let weight = weights.weight(pattern, adjustment: adjustment)
                if weight >= least {
                    found.pairs.append(CandidatePair(a, b, pattern: pattern, adjustment: adjustment, weight: weight))
                }
            }
            part { a, b in
                if let isNew, !isNew[a], !isNew[b] { return }
                found.compared += 1
                batch.add(a, b)
                if batch.isFull { batch.tryAll(tester, prospects, keep) }
            }
            batch.tryAll(tester, prospects, keep)
            return found
        }
        return CandidatePairs(joining: parts)
    }
}

extension LinkageModel {
    /// Whether every level that says anything has its m and u.
    fileprivate var hasTrainedLevels: Bool {
        comparisons.allSatisfy { $0.levels.allSatisfy { $0.isMissing || ($0.m != nil && $0.u != nil) } }
    }
}

extension MatchPattern {
    /// Throws where a model has more comparisons or levels than a pattern holds.
    static func check(_ model: LinkageModel) throws(LinkageFault) {
        if model.comparisons.count > most { throw .tooManyLevels(model.id) }
        for comparison in model.comparisons where comparison.levels.count > most {
            throw .tooManyLevels(comparison.name)
        }
    }
}
