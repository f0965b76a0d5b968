package import Values

/// Children in each state on days to come.
package struct CareForecast: Sendable {
    /// The last day that is known.
    package let origin: Day
    /// One for each day from the origin on.
    package let days: [Expected]

    /// What is expected of one day.
    package struct Expected: Sendable {
        /// Children by state.
        package let mean: [Double]
        package let variance: [Double]
        /// Of all children in care together.
        package let totalVariance: Double

        package var total: Double { mean.reduce(0, +) }
    }

    package func expected(_ day: Day) -> Expected? {
        let index = day - origin
        return days.indices.contains(index) ? days[index] : nil
    }

    /// The sector's arithmetic: what is there moves on by each day's rates, and each day adds its own variance alone.
    ///
    /// v(d+1) = v(d) + Σ M(1−M) p(d) + e: a variance once there stays, and rates are taken for certain. Of the total the
    /// model says nothing; the sum of the variances stands for it.
    package static func incumbent(
        _ rates: CareRates,
        from stock: [Double],
        origin: Day,
        days: Int,
        goingHome: GoingHome = .nobody
    ) -> CareForecast {
        let flow = CareFlow(rates)
        var mean = stock
        var variance = [Double](repeating: 0, count: CareState.count)
        var expected = [Expected(mean: mean, variance: variance, totalVariance: 0)]
        for _ in 0..<max(0, days) {
            for (from, stays) in flow.stays.enumerated() { variance[from] += stays * (1 - stays) * mean[from] }
            for move in flow.moves { variance[move.to] += move.rate * (1 - move.rate) * mean[move.from] }
            for state in variance.indices { variance[state] += rates.entries[state] }
            mean = goingHome.taken(from: flow.step(mean, adding: rates.entries))
            expected.append(Expected(mean: mean, variance: variance, totalVariance: variance.reduce(0, +)))
        }
        return CareForecast(origin: origin, days: expected)
    }

    /// Chance and what the rates do not know, both carried along with the children.
    package static func propagated(
        _ rates: CareRates,
        from stock: [Double],
        origin: Day,
        days: Int,
        goingHome: GoingHome = .nobody
    ) -> CareForecast {
        let flow = CareFlow(rates)
        var mean = stock
        var chance = CareCovariance()
        var unknown = CareSensitivities(rates)
        let none = [Double](repeating: 0, count: CareState.count)
        var expected = [Expected(mean: mean, variance: none, totalVariance: 0)]
        for _ in 0..<max(0, days) {
            chance.step(flow, mean, rates.entries)
            unknown.step(flow, mean)
            mean = goingHome.taken(from: flow.step(mean, adding: rates.entries))
            let variance = zip(chance.variances, unknown.variances).map { $0 + $1 }
            let total = chance.totalVariance + unknown.totalVariance
            expected.append(Expected(mean: mean, variance: variance, totalVariance: total))
        }
        return CareForecast(origin: origin, days: expected)
    }
}

/// Children whom a programme brings home besides those who would leave anyway.
package struct GoingHome: Hashable, Sendable {
    package let state: CareState
    package let eachQuarter: Double

    package init(_ state: CareState, eachQuarter: Double) {
        self.state = state
        self.eachQuarter = eachQuarter
    }

    package static let nobody = GoingHome(CareState(.tenToFifteen, .residential), eachQuarter: 0)

    /// A day's part of a quarter fewer, and never fewer than none.
    func taken(from stock: [Double]) -> [Double] {
        guard eachQuarter > 0 else { return stock }
        var stock = stock
        stock[state.index] = max(0, stock[state.index] - eachQuarter * 4 / 365.25)
        return stock
    }
}

/// A day's moves as shares of those who are there: never more than all of them.
struct CareFlow {
    struct Move {
        let from: Int
        let to: Int
        let rate: Double
    }

    /// The share that stays, by state.
    private(set) var stays = [Double](repeating: 1, count: CareState.count)
    /// Moves within care.
    private(set) var moves: [Move] = []
    /// What rates are multiplied by so that no more leave a state than are there.
    private(set) var scales = [Double](repeating: 1, count: CareState.count)

    init(_ rates: CareRates) {
        for from in 0..<CareState.count {
            let row = rates.moves[from * CareRates.columns..<(from + 1) * CareRates.columns]
            let leaving = row.reduce(0, +)
            scales[from] = leaving > 1 ? 1 / leaving : 1
            stays[from] = 1 - min(1, leaving)
            for (to, rate) in row.dropLast().enumerated() where rate > 0 {
                moves.append(Move(from: from, to: to, rate: rate * scales[from]))
            }
        }
    }

    /// Where children are a day later.
    func step(_ there: [Double], adding entries: [Double]? = nil) -> [Double] {
        var next = entries ?? [Double](repeating: 0, count: CareState.count)
        for state in next.indices { next[state] += stays[state] * there[state] }
        for move in moves { next[move.to] += move.rate * there[move.from] }
        return next
    }
}
