package import Linkage

/// What a linking came to, for the person who asked for it: without anything of anybody in it.
package struct LinkageReport: Sendable {
    /// A file that was read.
    package struct File: Sendable {
        package let name: String
        package let records: Int
        /// Fields of the model that it has no column for.
        package let absent: [String]
        /// Values of each field of dates that could not be read as dates.
        package let unreadDates: [String: Int]

        package init(name: String, records: Int, absent: [String], unreadDates: [String: Int]) {
            self.name = name
            self.records = records
            self.absent = absent
            self.unreadDates = unreadDates
        }
    }

    /// The model as it was used.
    package let model: LinkageModel
    /// Whether its parameters were found from these records.
    package let isTrained: Bool
    package let isOneToOne: Bool
    package let threshold: Double
    /// Pairs below this probability were not kept.
    package let leastProbability: Double
    package let files: [File]
    package let sources: [(name: String, records: Int)]
    /// Pairs of records that each blocking rule brings together, in the model's order.
    package let pairsByRule: [Int]
    package let account: TrainingAccount
    package let summary: LinkageSummary
    package let weights: WeightCounts
    /// What each record weighs against itself; nil where that was not asked for.
    package let selfWeights: SelfWeights?
    package let seconds: Double

    package init(
        of linkage: Linkage,
        options: LinkageOptions,
        files: [File],
        sources: [(name: String, records: Int)],
        selfWeights: SelfWeights?,
        seconds: Double
    ) {
        model = linkage.model
        isTrained = options.trains
        isOneToOne = options.oneToOne
        threshold = options.threshold ?? linkage.model.threshold
        leastProbability = options.leastProbability
        self.files = files
        self.sources = sources
        pairsByRule = linkage.pairsByRule
        account = linkage.account
        summary = linkage.summary(at: threshold)
        weights = WeightCounts(linkage.pairs)
        self.selfWeights = selfWeights
        self.seconds = seconds
    }

    /// What there is at the threshold chosen.
    var chosen: LinkageSummary.AtThreshold? {
        summary.thresholds.first { $0.probability == threshold }
    }

    /// Blocking rules in words, with the pairs each brings together.
    var rules: [(words: String, pairs: Int)] {
        zip(model.blocking, pairsByRule).map { (words: RuleWords.text($0), pairs: $1) }
    }

    /// What must be known before the result is relied on; empty where there is nothing.
    var cautions: [String] {
        let unsettled = account.sessions.filter { !$0.hasConverged }.map { session in
            "Training on pairs that agree in \(session.name) did NOT converge in "
                + "\(NumberText.plural(session.rounds, "round", "rounds")): its parameters had not settled."
        }
        let unread = files.flatMap { file in
            file.unreadDates.sorted { $0.key < $1.key }.map { field, count in
                "\(file.name): \(NumberText.plural(count, "value", "values")) of \(field) could not be read as dates and "
                    + "\(count == 1 ? "counts" : "count") as missing; if that is many, give dates in a mapping."
            }
        }
        return unsettled + account.remarks.map(LinkageReport.sentence) + unread
    }

    private static func sentence(_ words: String) -> String {
        words.hasSuffix(".") ? words : words + "."
    }
}

/// How many pairs, or records, there are by match weight.
package struct WeightCounts: Sendable {
    /// The edges of the bins, rising; one more than there are counts, and none where nothing is counted.
    package let edges: [Double]
    package let counts: [Int]

    /// Bins there may be.
    private static let mostBins = 30

    package init(_ pairs: [LinkedPair]) {
        self.init(pairs.count) { (weight: pairs[$0].weight, count: 1) }
    }

    package init(_ records: SelfWeights) {
        self.init(records.counts.count) { (weight: records.counts[$0].weight, count: records.counts[$0].records) }
    }

    private init(_ number: Int, _ item: (Int) -> (weight: Double, count: Int)) {
        var (least, most) = (Double.infinity, -Double.infinity)
        for index in 0..<number {
            let weight = item(index).weight
            guard weight.isFinite else { continue }
            (least, most) = (min(least, weight), max(most, weight))
        }
        guard least <= most else {
            edges = []
            counts = []
            return
        }
        let step = max(1, Scale.niceStep(most - least + 1, count: WeightCounts.mostBins * 2 / 3))
        let first = (least / step).rounded(.down)
        let bins = Int((most / step).rounded(.down) - first) + 1
        var counts = [Int](repeating: 0, count: bins)
        for index in 0..<number {
            let (weight, count) = item(index)
            if weight.isFinite { counts[Int((weight / step).rounded(.down) - first)] += count }
        }
        self.counts = counts
        edges = (0...bins).map { (first + Double($0)) * step }
    }
}

extension WeightCounts {
    /// With empty bins up to a weight, so that it can be shown on the axis; without them where they would be too many.
    func reaching(_ weight: Double) -> WeightCounts {
        guard edges.count > 1, weight.isFinite else { return self }
        let step = edges[1] - edges[0]
        let before = max(0, ((edges[0] - weight) / step).rounded(.up))
        let after = max(0, ((weight - edges[edges.count - 1]) / step).rounded(.up))
        guard before + after < Double(2 * WeightCounts.mostBins) else { return self }
        let none = { (bins: Double) in [Int](repeating: 0, count: Int(bins)) }
        return WeightCounts(
            edges: (-Int(before)...counts.count + Int(after)).map { edges[0] + Double($0) * step },
            counts: none(before) + counts + none(after)
        )
    }

    private init(edges: [Double], counts: [Int]) {
        self.edges = edges
        self.counts = counts
    }

    /// How many pairs there are by match weight, with the threshold; nil where there is none.
    package func chart(threshold: Double, headline: String, summary: String) -> Chart? {
        let mark = Histogram.Mark(threshold, "Threshold \(NumberText.weight(threshold))")
        let counts = reaching(threshold)
        let histogram = Histogram(
            edges: counts.edges,
            counts: counts.counts,
            marks: [mark],
            valueUnit: .number("Match weight", places: 0),
            valueTitle: "Match weight",
            things: "Pairs"
        )
        return histogram.map {
            Chart(
                "weights",
                ChartWords(
                    headline: headline,
                    subtitle: "Pairs of records by match weight",
                    summary: summary,
                    source: "the records as they are held, and the model of linkage"
                ),
                $0
            )
        }
    }
}
