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

/// Our way: moves divided by the days that children were there, drawn towards what other ages do where little was seen.
package enum ExposureRates {
    /// Child-days of other ages' experience that each rate begins with: a year of one child.
    package static let priorDays = 365.0

    /// Rates of the days of the reference period, with the variance of each.
    ///
    /// The rate with most likelihood for moves at a constant hazard is events over exposure. Each begins with `priorDays` at
    /// the rate of the same change of placement and of bracket over all ages, so that a state seen for a few days is not
    /// taken at its word; with a gamma prior the variance is the rate divided by all days.
    package static func rates(_ counts: CareCounts, during period: Period) -> CareRates {
        let size = CareState.count * CareRates.columns
        var events = [Double](repeating: 0, count: size)
        var exposure = [Double](repeating: 0, count: CareState.count)
        for number in (period.from.number + 1)..<max(period.from.number + 1, period.to.number + 1) {
            let before = Day(number: number - 1)
            for state in 0..<CareState.count { exposure[state] += Double(counts.stock(state, before)) }
        }
        for move in counts.moves where period.from < move.day && move.day <= period.to {
            events[move.from * CareRates.columns + (move.to ?? CareState.count)] += 1
        }
        let pooled = Pooled(events, exposure)
        var moves = events
        var variances = events
        for place in events.indices {
            let from = place / CareRates.columns
            let days = exposure[from] + priorDays
            moves[place] = (events[place] + priorDays * pooled.rate(place)) / days
            variances[place] = moves[place] / days
        }
        let length = Double(period.to - period.from + 1)
        var entries = [Double](repeating: 0, count: CareState.count)
        for entry in counts.entries where period.contains(entry.day) { entries[entry.state] += 1 }
        return CareRates(
            moves: moves,
            moveVariances: variances,
            entries: entries.map { $0 / length },
            entryVariances: entries.map { $0 / (length * length) }
        )
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
