package import Linkage

extension Waterfall {
    /// The steps to a match weight as a chart with its table.
    package func chart(threshold: Double) -> Chart {
        let bar = MatchWeight.of(probability: threshold)
        let reaches = weight >= bar
        let headline =
            reaches
            ? "What is recorded reaches the threshold" : "What is recorded does not reach the threshold"
        return Chart(
            "waterfall",
            ChartWords(
                headline: headline,
                subtitle: "Steps to the match weight of the pair",
                summary: "Match weight \(NumberText.weight(weight)), a probability of "
                    + "\(NumberText.probability(probability)) that the two records are of one person. The threshold is "
                    + "\(NumberText.weight(bar)). Each point of weight doubles the odds.",
                source: "the records as they are held, and the model of linkage"
            ),
            WaterfallChart(
                steps.map { WaterfallChart.Step($0.name.replacing("_", with: " "), finding: $0.finding, $0.weight) },
                mark: Histogram.Mark(bar, "Threshold \(NumberText.weight(bar))"),
                unit: .number("Match weight", places: 1),
                stepTitle: "Step",
                totalTitle: "Match weight"
            )
        )
    }
}
