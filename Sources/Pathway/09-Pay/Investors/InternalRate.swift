#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif
import Values

/// The yearly rates at which flows are worth nothing today, at actual days over 365: the XIRR of spreadsheets.
package struct InternalRate: Hashable, Sendable {
    /// Every rate found between -99.99 % and a million per cent, in order; more than one means that none is *the* return.
    package let rates: [Double]
    /// How often the flows change their sign; without a change there is no rate, with one at most one.
    package let signChanges: Int

    /// The rate, where there is exactly one.
    package var rate: Double? { rates.count == 1 ? rates.first : nil }
}

extension InvestorReturn {
    /// Finds each rate by looking for changes of sign on a fine grid and halving the interval there.
    package var internalRate: InternalRate {
        let flows = flows.filter { $0.amount != .zero }
        let changes = zip(flows, flows.dropFirst()).count { ($0.amount < .zero) != ($1.amount < .zero) }
        guard changes > 0, let first = flows.first?.on else { return InternalRate(rates: [], signChanges: changes) }
        let terms = flows.map { (years: Double($0.on - first) / 365, amount: $0.amount.pounds) }
        // In the logarithm of 1 + rate the value is a sum of exponentials, smooth over the whole range.
        func value(_ force: Double) -> Double {
            terms.reduce(0) { $0 + $1.amount * exp(-force * $1.years) }
        }
        let (low, high, steps) = (-9.21, 9.21, 4000)
        var rates: [Double] = []
        var from = low
        var before = value(from)
        for step in 1...steps {
            let to = low + (high - low) * Double(step) / Double(steps)
            let after = value(to)
            if before == 0 {
                rates.append(exp(from) - 1)
            } else if (before < 0) != (after < 0), after != 0 {
                rates.append(exp(root(value, from, to, isBelow: before < 0)) - 1)
            }
            (from, before) = (to, after)
        }
        return InternalRate(rates: rates, signChanges: changes)
    }

    /// Where a function changes its sign between two points, by halving until they are neighbours.
    private func root(_ value: (Double) -> Double, _ low: Double, _ high: Double, isBelow: Bool) -> Double {
        var (low, high) = (low, high)
        for _ in 0..<200 {
            let middle = (low + high) / 2
            guard low < middle, middle < high else { break }
            if (value(middle) < 0) == isBelow { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
