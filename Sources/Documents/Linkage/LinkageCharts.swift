import Linkage

extension LinkageReport {
    /// How many pairs there are by match weight, with the threshold.
    var weightChart: Chart? {
        let mark = Histogram.Mark(
            MatchWeight.of(probability: threshold),
            "Threshold \(NumberText.probability(threshold))"
        )
        let shown = weights.reaching(mark.value)
        let histogram = Histogram(
            edges: shown.edges,
            counts: shown.counts,
            marks: [mark],
            valueUnit: .number("Match weight", places: 0),
            valueTitle: "Match weight",
            things: "Pairs"
        )
        guard let histogram, let links = chosen?.links else { return nil }
        let pairs = weights.counts.reduce(0, +)
        let near = weights.near(mark.value, within: 2)
        return Chart(
            "weights",
            ChartWords(
                headline:
                    "\(NumberText.count(links)) of \(NumberText.plural(pairs, "pair", "pairs")) reach the threshold",
                subtitle: "Pairs of records by match weight",
                summary: "The line is the threshold, a match weight of \(NumberText.weight(mark.value)). "
                    + "\(NumberText.count(near)) pairs are in the bars within 2 points of it: the fewer, the surer the "
                    + "result. Pairs of a probability below \(NumberText.probability(leastProbability)) are left out.",
                source: source
            ),
            histogram
        )
    }

    /// How many records there are by their weight against themselves: who could not be linked to anybody.
    var selfWeightChart: Chart? {
        guard let selfWeights else { return nil }
        let mark = Histogram.Mark(
            MatchWeight.of(probability: threshold),
            "Threshold \(NumberText.probability(threshold))"
        )
        let counts = WeightCounts(selfWeights).reaching(mark.value)
        let histogram = Histogram(
            edges: counts.edges,
            counts: counts.counts,
            marks: [mark],
            valueUnit: .number("Match weight", places: 0),
            valueTitle: "Match weight against itself",
            things: "Records"
        )
        return histogram.map { histogram in
            Chart(
                "unlinkable",
                ChartWords(
                    headline: "\(unlinkable(selfWeights, at: threshold)) of the records cannot be linked",
                    subtitle: "Records by the match weight they have against an identical copy of themselves",
                    summary:
                        "A record left of the line could not reach the threshold even against itself: too little is "
                        + "recorded of it. Better recording would help there, and no threshold would.",
                    source: source
                ),
                histogram
            )
        }
    }

    /// m, u and h of the levels of each comparison.
    var levelCharts: [Chart] {
        model.comparisons.enumerated().map { index, comparison in
            let levels = comparison.levels.filter { !$0.isMissing }.map { level in
                LevelChart.Level(level.label, m: level.m, u: level.u, h: level.h, weight: MatchWeight.of(level))
            }
            let known = levels.compactMap { level in level.weight.map { (name: level.name, weight: $0) } }
            let best = known.max { $0.weight < $1.weight }
            let worst = known.min { $0.weight < $1.weight }
            let range =
                best.flatMap { best in
                    worst.map { worst in
                        "At most \(NumberText.weight(best.weight)) (\(best.name)), at least "
                            + "\(NumberText.weight(worst.weight)) (\(worst.name))."
                    }
                } ?? "Nothing is known of what its levels are worth."
            return Chart(
                "comparison-\(index + 1)",
                ChartWords(
                    headline: comparison.name,
                    subtitle: "\(comparison.name): share of pairs at each level, and its match weight",
                    summary: range + " The further apart the marks of a level, the more it says.",
                    source: source
                ),
                LevelChart(levels)
            )
        }
    }

    /// Pairs that each blocking rule brings together.
    var ruleChart: Chart {
        let rows = rules.map { BarChart.Row($0.words, Double($0.pairs)) }
        let most = rules.max { $0.pairs < $1.pairs }
        return Chart(
            "rules",
            ChartWords(
                headline: "\(NumberText.plural(summary.compared, "pair", "pairs")) were compared",
                subtitle: "Pairs of records that agree in what each blocking rule asks for",
                summary: (most.map { "The rule on \($0.words) brings most, \(NumberText.count($0.pairs)) pairs. " }
                    ?? "")
                    + "A pair that several rules bring is compared once. Pairs that no rule brings are never compared.",
                source: source
            ),
            BarChart(rows, unit: .count("Pairs"), rowTitle: "Records that agree in", valueTitle: "Pairs")
        )
    }
}

extension WeightCounts {
    /// How many there are in the bins that reach within so much of a weight.
    func near(_ weight: Double, within distance: Double) -> Int {
        counts.indices.reduce(0) { sum, bin in
            edges[bin] < weight + distance && edges[bin + 1] > weight - distance ? sum + counts[bin] : sum
        }
    }
}

extension ComparisonLevel {
    fileprivate var isMissing: Bool {
        if case .missing = test { return true }
        return false
    }
}
