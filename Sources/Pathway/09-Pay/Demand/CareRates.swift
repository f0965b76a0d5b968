package import Values

/// How fast children move between states, and how many come, a day.
package struct CareRates: Sendable {
    /// Rates a day of moving, by state from and state to; the last column is out of care.
    package let moves: [Double]
    /// How sure each rate is: its variance; nothing where a method does not say.
    package let moveVariances: [Double]
    /// Children who come into each state a day.
    package let entries: [Double]
    package let entryVariances: [Double]

    static let columns = CareState.count + 1

    package init(moves: [Double], moveVariances: [Double], entries: [Double], entryVariances: [Double]) {
        self.moves = moves
        self.moveVariances = moveVariances
        self.entries = entries
        self.entryVariances = entryVariances
    }

    /// Rates that are known, from state to state or out of care; every other is nothing.
    package init(_ known: [(from: Int, to: Int?, rate: Double)], entries: [Double]? = nil) {
        var moves = [Double](repeating: 0, count: CareState.count * CareRates.columns)
        for rate in known { moves[rate.from * CareRates.columns + (rate.to ?? CareState.count)] = rate.rate }
        let none = [Double](repeating: 0, count: CareState.count)
        self.init(
            moves: moves,
            moveVariances: moves.map { _ in 0 },
            entries: entries ?? none,
            entryVariances: none
        )
    }

    package func rate(_ from: Int, _ to: Int?) -> Double {
        moves[from * CareRates.columns + (to ?? CareState.count)]
    }
}

/// The sector's way: the mean of each day's moves divided by the children there the day before.
package enum MeanOfDailyRatios {
    /// Rates of the days of the reference period; the first day has no day before it and counts for entries alone.
    ///
    /// Social Finance and Data to Insight, demand model of 2026: days on which nobody was in a state do not count.
    package static func rates(_ counts: CareCounts, during period: Period) -> CareRates {
        let size = CareState.count * CareRates.columns
        var sums = [Double](repeating: 0, count: size)
        var days = [Double](repeating: 0, count: CareState.count)
        for number in (period.from.number + 1)..<max(period.from.number + 1, period.to.number + 1) {
            let before = Day(number: number - 1)
            for state in 0..<CareState.count where counts.stock(state, before) > 0 { days[state] += 1 }
        }
        for move in counts.moves where period.from < move.day && move.day <= period.to {
            let there = counts.stock(move.from, move.day - 1)
            guard there > 0 else { continue }
            sums[move.from * CareRates.columns + (move.to ?? CareState.count)] += 1 / Double(there)
        }
        for place in sums.indices where sums[place] > 0 { sums[place] /= days[place / CareRates.columns] }
        let length = Double(period.to - period.from + 1)
        var entries = [Double](repeating: 0, count: CareState.count)
        for entry in counts.entries where period.contains(entry.day) { entries[entry.state] += 1 }
        return CareRates(
            moves: sums,
            moveVariances: [Double](repeating: 0, count: size),
            entries: entries.map { $0 / length },
            entryVariances: [Double](repeating: 0, count: CareState.count)
        )
    }
}

/// Our way: moves divided by the days that children were there, the latest days counting most, drawn towards what other
/// ages do where little was seen.
package enum ExposureRates {
    /// Child-days of other ages' experience that each rate begins with: a year of one child.
    package static let priorDays = 365.0
    /// Days after which what was seen counts for half.
    package static let halfLife = 365.0

    /// Rates of the days of the reference period, with the variance of each.
    ///
    /// The rate with most likelihood for moves at a constant hazard is events over exposure. Each begins with `priorDays` at
    /// the rate of the same change of placement and of bracket over all ages, so that a state seen for a few days is not
    /// taken at its word; with a gamma prior the variance is the rate divided by all days. Children who come vary more from
    /// quarter to quarter than chance alone would have it: their variance is at least that of one more quarter.
    package static func rates(_ counts: CareCounts, during period: Period) -> CareRates {
        let weights = DayWeights(period)
        let size = CareState.count * CareRates.columns
        var events = [Double](repeating: 0, count: size)
        var exposure = [Double](repeating: 0, count: CareState.count)
        var squares = exposure
        for number in (period.from.number + 1)..<max(period.from.number + 1, period.to.number + 1) {
            let weight = weights[Day(number: number)]
            for state in 0..<CareState.count {
                let there = Double(counts.stock(state, Day(number: number - 1)))
                exposure[state] += weight * there
                squares[state] += weight * weight * there
            }
        }
        for move in counts.moves where period.from < move.day && move.day <= period.to {
            events[move.from * CareRates.columns + (move.to ?? CareState.count)] += weights[move.day]
        }
        let pooled = Pooled(events, exposure)
        var moves = events
        var variances = events
        for place in events.indices {
            let from = place / CareRates.columns
            let days = exposure[from] + priorDays
            moves[place] = (events[place] + priorDays * pooled.rate(place)) / days
            variances[place] = moves[place] * (squares[from] + priorDays) / (days * days)
        }
        let entries = EntryRates(counts, period, weights)
        return CareRates(
            moves: moves,
            moveVariances: variances,
            entries: entries.rates,
            entryVariances: entries.variances
        )
    }

    /// How much each day counts: the last wholly, and half as much for every half-life before it.
    private struct DayWeights {
        private let values: [Double]
        private let last: Day

        init(_ period: Period) {
            last = period.to
            // By products: powers need the C library, which a pure target does not link.
            let step = 1 - 0.693147180559945 / halfLife + 0.240226506959101 / (halfLife * halfLife)
            var values = [1.0]
            for _ in 0..<max(0, period.to - period.from) { values.append(values[values.count - 1] * step) }
            self.values = values
        }

        subscript(day: Day) -> Double { values[min(max(0, last - day), values.count - 1)] }

        /// Of all days together, and of their squares.
        var sums: (weights: Double, squares: Double) {
            (values.reduce(0, +), values.reduce(0) { $0 + $1 * $1 })
        }
    }

    /// Children who come into each state a day.
    private struct EntryRates {
        private(set) var rates = [Double](repeating: 0, count: CareState.count)
        private(set) var variances = [Double](repeating: 0, count: CareState.count)

        private static let quarter = 91

        init(_ counts: CareCounts, _ period: Period, _ weights: DayWeights) {
            let (sum, squares) = weights.sums
            let quarters = (period.to - period.from + 1) / EntryRates.quarter
            var byQuarter = [Double](repeating: 0, count: max(0, quarters) * CareState.count)
            for entry in counts.entries where period.contains(entry.day) {
                rates[entry.state] += weights[entry.day] / sum
                let quarter = (period.to - entry.day) / EntryRates.quarter
                if quarter < quarters {
                    byQuarter[quarter * CareState.count + entry.state] += 1 / Double(EntryRates.quarter)
                }
            }
            for state in rates.indices {
                let chance = rates[state] * squares / (sum * sum)
                let seen = (0..<max(0, quarters)).map { byQuarter[$0 * CareState.count + state] }
                variances[state] = max(chance, EntryRates.spread(seen))
            }
        }

        /// The variance of one more quarter's rate around the mean of those seen; nothing of fewer than two.
        private static func spread(_ seen: [Double]) -> Double {
            guard seen.count > 1 else { return 0 }
            let count = Double(seen.count)
            let mean = seen.reduce(0, +) / count
            let sum = seen.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return sum / (count - 1) * (1 + 1 / count)
        }
    }

    /// Rates of each change of placement and of bracket over all ages.
    private struct Pooled {
        private var events: [Int: Double] = [:]
        private var exposure = [Double](repeating: 0, count: PlacementCategory.allCases.count)

        init(_ events: [Double], _ exposure: [Double]) {
            let categories = PlacementCategory.allCases.count
            for (place, count) in events.enumerated() where count > 0 {
                self.events[Pooled.kind(place), default: 0] += count
            }
            for (state, days) in exposure.enumerated() { self.exposure[state % categories] += days }
        }

        /// From placement, to placement or out, and brackets between: the same for all ages.
        private static func kind(_ place: Int) -> Int {
            let categories = PlacementCategory.allCases.count
            let (from, to) = (place / CareRates.columns, place % CareRates.columns)
            guard to < CareState.count else { return from % categories }
            let brackets = to / categories - from / categories + AgeBracket.allCases.count
            return (brackets * categories + to % categories + 1) * categories + from % categories
        }

        func rate(_ place: Int) -> Double {
            let days = exposure[place / CareRates.columns % PlacementCategory.allCases.count]
            return days > 0 ? (events[Pooled.kind(place)] ?? 0) / days : 0
        }
    }
}
