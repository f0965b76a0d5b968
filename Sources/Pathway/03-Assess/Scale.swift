package import Records
package import Values

/// Which way is better.
package enum Direction: String, CaseIterable, Sendable {
    case lowerIsBetter = "lower_is_better"
    case higherIsBetter = "higher_is_better"
}

/// A score that an instrument yields: a subscale, a total, an impact score.
package struct Scale: Sendable {
    /// How a scale is scored.
    package enum Rule: Sendable {
        /// Not from items: only a score that came with the assessment counts, from the lowest to the highest there is.
        case given(ClosedRange<Decimal>)
        /// The mean of the answered items times their number, rounded half up; reversed items count from the other end.
        case proratedSum([Item], reversed: Set<String>, minimumAnswered: Int)
        /// The mean of the answered items.
        case mean([Item], minimumAnswered: Int)
        /// Nought where the gate is answered with its lowest answer, else the sum of the answered items.
        case gatedSum([Item], gate: Item)
        /// The sum of other scales, all of which must have a score.
        case sum(of: [Scale])
    }

    /// Its name, `total` for the total.
    ///
    /// A score under it in the exchange package stands for the scored items.
    package let id: String
    /// As people read it.
    package let title: String
    /// Whose answers it is for; nil for everybody's.
    package let informants: [Informant]?
    package let direction: Direction
    package let rule: Rule

    func isFor(_ informant: Informant?) -> Bool {
        guard let informants else { return true }
        return informant.map { informants.contains($0) } ?? false
    }
}

extension Scale {
    /// The lowest and the highest score.
    package var range: ClosedRange<Decimal>? {
        switch rule {
        case .given(let range): return range
        case .proratedSum(let items, _, _), .gatedSum(let items, _):
            return Scale.sum(items.map(\.points))
        case .mean(let items, _):
            guard let low = items.map(\.points.lowerBound).min(), let high = items.map(\.points.upperBound).max() else {
                return nil
            }
            return low...high
        case .sum(let scales):
            let ranges = scales.compactMap(\.range)
            return ranges.count == scales.count ? Scale.sum(ranges) : nil
        }
    }

    private static func sum(_ ranges: [ClosedRange<Decimal>]) -> ClosedRange<Decimal>? {
        guard let low = Decimal(sum: ranges.map(\.lowerBound)), let high = Decimal(sum: ranges.map(\.upperBound)) else {
            return nil
        }
        return min(low, high)...max(low, high)
    }
}
