import Values

/// Finds a model's parameters from the data, without anybody saying which pairs are of one person.
///
/// The prior from deterministic rules and their recall; u from random pairs, or exactly from how common values are; m by
/// expectation maximisation within blocking rules, each comparison from the sessions that do not block on it; h, where
/// the model has a household stage, from pairs at one address.
struct Trainer {
    let profiles: Profiles
    let indexes: BlockingIndexes
    let tables: PairTables
    let limit: Int
    let progress: LinkageProgress
    var model: LinkageModel
    var account = TrainingAccount()
    let missing: [[Bool]]
    let frequencies: TermFrequencies
    /// Pairs at one address; counted once, since the levels they are at do not change.
    var atOneAddress: PatternCounts?

    init(
        _ model: LinkageModel,
        indexes: BlockingIndexes,
        tables: PairTables,
        frequencies: TermFrequencies,
        limit: Int,
        progress: LinkageProgress
    ) {
        self.model = model
        self.frequencies = frequencies
        self.indexes = indexes
        profiles = indexes.profiles
        self.tables = tables
        self.limit = limit
        self.progress = progress
        missing = model.comparisons.map { $0.levels.map(\.isMissing) }
    }

    mutating func train() throws(LinkageFault) {
        try findPrior()
        findU()
        try findM()
        if let stage = model.household { try findH(stage) }
    }

    /// Finds what depends on how many records there are, where a trained model leaves it open: the prior, and how often
    /// two records are of two people of one household.
    mutating func findScale() throws(LinkageFault) {
        if model.prior == nil { try findPrior() }
        if let stage = model.household, stage.share == nil { try findShare(stage) }
    }

    private mutating func findPrior() throws(LinkageFault) {
        guard !model.training.deterministic.isEmpty else {
            if model.prior == nil { throw .noDeterministicPairs }
            return
        }
        progress.begin("Prior")
        let blocking = try Blocking(model.training.deterministic, indexes, limit: limit)
        let pairs = blocking.recordPairs(progress: progress)
        guard pairs > 0 else { throw .noDeterministicPairs }
        model.prior = min(0.5, pairs / model.training.recall / profiles.possiblePairs)
    }

    private mutating func findM() throws(LinkageFault) {
        var found = [[[Double]]](repeating: [], count: model.comparisons.count)
        let u = model.comparisons.map { $0.levels.map { $0.u ?? 0 } }
        for rule in model.training.sessions {
            progress.begin("Training")
            let blocking = try Blocking([rule], indexes, limit: limit)
            let counts = blocking.patternCounts(tables, most: model.training.sessionPairs, progress: progress)
            let blocked = model.baseFields(of: rule)
            let active = model.comparisons.indices.filter {
                model.baseFields(of: model.comparisons[$0]).isDisjoint(with: blocked)
            }
            let outcome = maximisation(counts, active: active, fixed: fixed).run(
                u: u,
                start: model.startingM(),
                share: 0.3
            )
            for comparison in active { found[comparison].append(outcome.m[comparison]) }
            account.sessions.append(
                TrainingAccount.Session(
                    name: rule.fieldNames.joined(separator: ", "),
                    pairs: counts.pairs,
                    rounds: outcome.rounds,
                    hasConverged: outcome.hasConverged,
                    matches: outcome.share
                )
            )
        }
        for comparison in model.comparisons.indices { take(found[comparison], comparison) }
    }

    func maximisation(_ counts: PatternCounts, active: [Int], fixed: [[Bool]]? = nil) -> ExpectationMaximisation {
        ExpectationMaximisation(
            counts: counts,
            active: active,
            missing: missing,
            fixed: fixed ?? missing.map { $0.map { _ in false } },
            mostRounds: model.training.mostRounds,
            tolerance: model.training.tolerance
        )
    }

    /// Levels whose m is knowledge of the field.
    var fixed: [[Bool]] { model.comparisons.map { $0.levels.map(\.isFixed) } }

    /// What share each level has of the pairs expected, the fixed ones keeping theirs.
    static func shares(of expected: [Double], missing: [Bool], fixed: [Bool], keeping old: [Double]) -> [Double] {
        let free = old.indices.filter { !missing[$0] && !fixed[$0] }
        let sum = free.reduce(0) { $0 + expected[$1] }
        guard sum > 0 else { return old }
        let left = 1 - old.indices.reduce(0) { fixed[$1] ? $0 + old[$1] : $0 }
        return old.indices.map { level in
            missing[level] ? 0 : fixed[level] ? old[level] : max(left * expected[level] / sum, 1e-6)
        }
    }

    /// Takes the mean of what the sessions found.
    private mutating func take(_ found: [[Double]], _ comparison: Int) {
        let name = model.comparisons[comparison].name
        guard !found.isEmpty else {
            account.remarks.append(
                "\(name): every session blocks on it, so its m could not be trained and stays as the model has it"
            )
            return
        }
        for level in model.comparisons[comparison].levels.indices where !missing[comparison][level] {
            let mean = found.reduce(0) { $0 + $1[level] } / Double(found.count)
            if mean <= 1e-8 {
                let label = model.comparisons[comparison].levels[level].label
                account.remarks.append("\(name), \(label): no pair of one person is at it; m taken as 0.00000001")
            }
            model.comparisons[comparison].levels[level].m = max(mean, 1e-8)
        }
    }
}

extension ComparisonLevel {
    var isMissing: Bool {
        if case .missing = test { return true }
        return false
    }
}
