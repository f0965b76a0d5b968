import Linkage

extension Waterfall {
    /// The steps to a match weight as a table for a terminal: each with what it adds, and what there is after it.
    ///
    /// The values compared are personal data, meant for the person who asked and for nobody's records.
    package func text(of left: String, and right: String, threshold: Double, areTogether: Bool) -> String {
        let table = TextTable(
            columns: [
                .init(title: "Step", isNumeric: false, limit: 20),
                .init(title: "Finding", isNumeric: false, limit: 24),
                .init(title: "Values", isNumeric: false, limit: nil),
                .init(title: "Weight", isNumeric: true, limit: 8),
                .init(title: "Total", isNumeric: true, limit: 8),
                .init(title: "Probability", isNumeric: true, limit: 14),
            ],
            rows: rows
        )
        let verdict =
            areTogether
            ? "They are taken for one person." : "They are not taken for one person."
        return
            (["\(left) and \(right)", ""] + table.lines() + [
                "",
                "Match weight \(NumberText.weight(weight)), probability \(NumberText.probability(probability)); "
                    + "the threshold is \(NumberText.probability(threshold)) (\(NumberText.weight(MatchWeight.of(probability: threshold)))).",
                verdict,
            ]).joined(separator: "\n") + "\n"
    }

    private var rows: [[String]] {
        var total = 0.0
        return steps.map { step in
            total += step.weight
            return [
                step.name, step.finding, step.values.map(Waterfall.words).joined(separator: "; "),
                NumberText.weight(step.weight), NumberText.weight(total),
                NumberText.probability(MatchWeight.probability(of: total)),
            ]
        }
    }

    private static func words(_ value: (left: String?, right: String?)) -> String {
        switch (value.left, value.right) {
        case (nil, nil): "not recorded"
        case (let left?, let right?) where left == right: left
        case (let left, let right): "\(left ?? "not recorded") | \(right ?? "not recorded")"
        }
    }
}
