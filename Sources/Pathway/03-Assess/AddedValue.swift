package import Definitions
package import Records
package import Statistics
package import Values

/// The SDQ added value score: how much better a child in a high-risk group does than such children do without help.
///
/// Positive is better than predicted. Of one child it is right to within 10 points or so; of a hundred, 1.
package struct AddedValue: Sendable {
    /// Whose baseline and follow-up it is for.
    package let informant: Informant
    package let constant: Decimal
    package let baselineTotal: Decimal
    package let baselineImpact: Decimal
    package let baselineEmotional: Decimal
    /// Of the score among children without help, for effect sizes and intervals.
    package let standardDeviation: Decimal
    package let provenance: Provenance

    /// The total predicted from the baseline, less the total at follow-up; rounded to six places.
    package func score(
        baselineTotal total: Decimal,
        baselineImpact impact: Decimal,
        baselineEmotional emotional: Decimal,
        followUpTotal: Decimal
    ) -> Decimal? {
        guard let first = product(baselineTotal, total), let second = product(baselineImpact, impact),
            let third = product(baselineEmotional, emotional)
        else { return nil }
        return Decimal(scaled: constant.scaled + first + second + third - followUpTotal.scaled)
    }

    /// A mean score over its standard deviation.
    package func effectSize(ofMean mean: Double) -> Double {
        mean / standardDeviation.double
    }

    /// The interval of the mean score of so many children; nil of none.
    package func interval(ofMean mean: Double, count: Int, confidence: Double = 0.95) -> Interval? {
        guard count > 0 else { return nil }
        let z = Normal.criticalValue(confidence: confidence)
        let reach = z * standardDeviation.double / Double(count).squareRoot()
        return Interval(low: mean - reach, high: mean + reach)
    }

    /// The product at 18 places; nil where either is too large to multiply.
    private func product(_ one: Decimal, _ other: Decimal) -> Int128? {
        guard let one = one.rounded(places: 6), let other = other.rounded(places: 6) else { return nil }
        let (product, isTooLarge) = one.multipliedReportingOverflow(by: other)
        return isTooLarge || product.magnitude > powerOfTen(30).magnitude ? nil : product * powerOfTen(6)
    }
}
