package import Records
package import Values

/// Scores assessments by the definition of their instrument.
///
/// An answer outside an item's range is no answer: it is left out, as one that is missing.
package enum Scoring {
    /// The total: the one that came with the assessment, else the one scored from the items; nil where neither can be had.
    package static func total(
        of instrument: Instrument,
        scores: ItemScores,
        informant: Informant? = nil
    ) -> Decimal? {
        score(of: "total", in: instrument, scores: scores, informant: informant)
    }

    /// The score of a scale: the one that came with the assessment, else the one scored from the items.
    ///
    /// A total is not put together from subscale scores that came with the assessment, only from items.
    package static func score(
        of scale: String,
        in instrument: Instrument,
        scores: ItemScores,
        informant: Informant? = nil
    ) -> Decimal? {
        if let given = scores[scale] { return given }
        return instrument.scale(scale, informant: informant).flatMap { score(of: $0, from: scores) }
    }

    /// The score of a scale from the answers to its items; nil where too few are there.
    package static func score(of scale: Scale, from scores: ItemScores) -> Decimal? {
        switch scale.rule {
        case .given:
            return nil
        case .proratedSum(let items, let reversed, let minimum):
            return proratedSum(of: items, reversed: reversed, minimumAnswered: minimum, scores)
        case .mean(let items, let minimum):
            let points = answered(items, scores)
            return points.count < minimum ? nil : Decimal(mean: points)
        case .gatedSum(let items, let gate):
            if scores[gate.name] == gate.low { return .zero }
            let points = answered(items, scores)
            return points.isEmpty ? nil : Decimal(sum: points)
        case .sum(let scales):
            let parts = scales.compactMap { score(of: $0, from: scores) }
            return parts.count == scales.count ? Decimal(sum: parts) : nil
        }
    }

    private static func answered(_ items: [Item], _ scores: ItemScores) -> [Decimal] {
        items.compactMap { item in scores[item.name].flatMap(item.points) }
    }

    /// The mean of the answered items times the number of items, rounded half up, in whole numbers throughout.
    private static func proratedSum(
        of items: [Item],
        reversed: Set<String>,
        minimumAnswered: Int,
        _ scores: ItemScores
    ) -> Decimal? {
        var sum = 0
        var answered = 0
        for item in items {
            guard let points = scores[item.name].flatMap(item.points)?.whole,
                let low = item.points.lowerBound.whole, let high = item.points.upperBound.whole
            else { continue }
            sum += reversed.contains(item.name) ? low + high - points : points
            answered += 1
        }
        guard answered >= max(1, minimumAnswered) else { return nil }
        return Decimal((2 * items.count * sum + answered) / (2 * answered))
    }
}
