package import Values

/// Ways to forecast how many children will be in care.
package enum DemandMethod: String, CaseIterable, Sendable {
    /// Mean of daily ratios; the sector's demand model of 2026.
    case dailyRatios = "daily_ratios"
    /// Events over exposure, with shrinkage and propagated variance.
    case exposure

    package var label: String {
        switch self {
        case .dailyRatios: "Mean of daily ratios (sector's model)"
        case .exposure: "Events over exposure, with shrinkage"
        }
    }

    /// How many standard deviations the method's band reaches: the sector's two, and what 95 % of a normal law take.
    var reach: Double {
        switch self {
        case .dailyRatios: 2
        case .exposure: 1.959963984540054
        }
    }

    /// What is expected so many days on, from rates of a reference period.
    package func forecast(
        _ counts: CareCounts,
        reference: Period,
        days: Int,
        goingHome: GoingHome = .nobody
    ) -> CareForecast {
        let stock = counts.stock(reference.to)
        switch self {
        case .dailyRatios:
            let rates = MeanOfDailyRatios.rates(counts, during: reference)
            return .incumbent(rates, from: stock, origin: reference.to, days: days, goingHome: goingHome)
        case .exposure:
            let rates = ExposureRates.rates(counts, during: reference)
            return .propagated(rates, from: stock, origin: reference.to, days: days, goingHome: goingHome)
        }
    }

    /// The ends of the band around a mean; children are never fewer than none.
    package func band(_ mean: Double, variance: Double) -> ClosedRange<Double> {
        let half = reach * max(0, variance).squareRoot()
        return max(0, mean - half)...max(0, mean + half)
    }
}

/// Forecasts made from many days of the past with what was known then, against what came about.
package struct BackTest: Sendable {
    /// One method at one distance.
    package struct Result: Sendable {
        package let method: DemandMethod
        /// Days ahead.
        package let ahead: Int
        /// Forecasts of all children in care: one from each origin.
        package let total: Score
        /// Forecasts of each state that anybody was in, from each origin.
        package let states: Score
    }

    /// How far off, and how often inside the band.
    package struct Score: Sendable {
        package private(set) var forecasts = 0
        package private(set) var inside = 0
        private var absolute = 0.0
        private var signed = 0.0

        package init() {}

        mutating func add(_ expected: Double, _ band: ClosedRange<Double>, came actual: Double) {
            forecasts += 1
            absolute += abs(expected - actual)
            signed += expected - actual
            if band.contains(actual) { inside += 1 }
        }

        /// Mean distance from what came; nil of none.
        package var meanError: Double? { forecasts == 0 ? nil : absolute / Double(forecasts) }

        /// Mean of forecast less actual; nil of none.
        package var bias: Double? { forecasts == 0 ? nil : signed / Double(forecasts) }

        /// The share that came inside the band, which says it holds 95 of 100.
        package var coverage: Share { Share(inside, of: forecasts) }
    }

    package let results: [Result]
    /// The last days known that forecasts were made from.
    package let origins: [Day]

    /// Forecasts from the end of every quarter that has `reference` days of counts before it and a distance to look ahead.
    ///
    /// Returns say later what happened earlier; here a day counts as known on the day.
    package init(_ counts: CareCounts, reference: Int = 730, ahead distances: [Int] = [91, 182, 365]) {
        let ends = BackTest.quarterEnds(counts.period)
        origins = ends.filter {
            $0 - counts.period.from >= reference && $0 + (distances.min() ?? 0) <= counts.period.to
        }
        var results: [Result] = []
        for method in DemandMethod.allCases {
            var totals = distances.map { _ in Score() }
            var states = distances.map { _ in Score() }
            for origin in origins {
                guard let known = Period(from: origin - reference + 1, to: origin) else { continue }
                let forecast = method.forecast(counts, reference: known, days: distances.max() ?? 0)
                for (index, ahead) in distances.enumerated() where origin + ahead <= counts.period.to {
                    guard let expected = forecast.expected(origin + ahead) else { continue }
                    let came = counts.stock(origin + ahead)
                    let band = method.band(expected.total, variance: expected.totalVariance)
                    totals[index].add(expected.total, band, came: came.reduce(0, +))
                    for state in came.indices where came[state] > 0 || expected.mean[state] >= 0.5 {
                        let band = method.band(expected.mean[state], variance: expected.variance[state])
                        states[index].add(expected.mean[state], band, came: came[state])
                    }
                }
            }
            for (index, ahead) in distances.enumerated() {
                results.append(Result(method: method, ahead: ahead, total: totals[index], states: states[index]))
            }
        }
        self.results = results
    }

    /// The last days of the quarters in a period.
    private static func quarterEnds(_ period: Period) -> [Day] {
        var quarter = FinancialQuarter(containing: period.from)
        var ends: [Day] = []
        while (quarter + 1).firstDay - 1 <= period.to {
            ends.append((quarter + 1).firstDay - 1)
            quarter = quarter + 1
        }
        return ends
    }
}
