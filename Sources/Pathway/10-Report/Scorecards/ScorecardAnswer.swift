import Records
package import Statistics
package import Values

/// A scorecard worked out as at a day: each measure over its periods, and what chance allows to be said of it.
package struct ScorecardAnswer: Sendable {
    package let scorecard: Scorecard
    package let day: Day
    /// The change number it stands on.
    package let knownAt: Int
    package let periods: [Period]
    /// In the order of the scorecard.
    package let measures: [MeasureHistory]

    /// The measure with this id.
    package func measure(_ id: String) -> MeasureHistory? {
        measures.first { $0.measure.id == id }
    }
}

/// One measure over the periods of its scorecard.
package struct MeasureHistory: Sendable {
    package struct Place: Sendable {
        package let period: Period
        /// Nil where the report has no such figure, as of a programme without cases.
        package let figure: Figure?
    }

    package let measure: Scorecard.Measure
    package let places: [Place]
    /// The places that have a value, by position.
    package let known: [Int]
    /// The values of those judged by the limits of chance; nil of fewer than two.
    package let chart: ProcessChart?
    package let forecast: Forecast?

    /// Fewer periods than this are drawn, and not judged by limits.
    package static let fewest = 12
    /// How many periods beyond the last a forecast reaches.
    package static let ahead = 4

    package init(_ measure: Scorecard.Measure, _ places: [Place]) {
        self.measure = measure
        self.places = places
        let known = places.indices.filter { places[$0].figure?.value != nil }
        self.known = known
        let values = known.compactMap { places[$0].figure?.value }
        let breaks = known.indices.dropFirst().filter { index in
            measure.breaks.contains { day in
                places[known[index - 1]].period.from < day && day <= places[known[index]].period.from
            }
        }
        chart = values.count < 2 ? nil : ProcessChart(values, better: measure.better, breaks: Set(breaks))
        forecast = measure.baseline.flatMap { baseline in
            Forecast(
                values,
                baseline: baseline,
                to: values.count + MeasureHistory.ahead,
                method: measure.forecast
            )
        }
    }

    package var values: [Double] { known.compactMap { places[$0].figure?.value } }

    /// The figure of the last period.
    package var latest: Figure? { places.last?.figure }
    /// The figure of the period before.
    package var previous: Figure? { places.dropLast().last?.figure }

    /// Whether there are enough periods to tell change from chance.
    package var isJudged: Bool { known.count >= MeasureHistory.fewest }

    /// What the last point says; nil where the last period has no value, or there are too few to tell.
    package var signal: ProcessChart.Signal? {
        guard isJudged, known.last == places.indices.last else { return nil }
        return chart?.points.last?.signal
    }

    /// Whether the target will be met as the process stands; nil without one, or where there are too few to tell.
    package var assurance: ProcessChart.Assurance? {
        guard isJudged, let target = measure.target else { return nil }
        return chart?.assurance(target: target)
    }

    /// Whether the last value reached the target; nil without either.
    package var meetsTarget: Bool? {
        guard let target = measure.target, let value = latest?.value, measure.better != .neither else { return nil }
        return measure.better == .up ? value >= target : value <= target
    }

    /// Whether the curve has turned against what would have been; nil where that cannot be told.
    package var isTurned: Bool? { forecast?.isTurned(values, better: measure.better) }
}

extension ReportGround {
    /// Works a scorecard out over its last whole periods by a day.
    ///
    /// Questions that several measures share are asked once, and only for the figures wanted.
    package func answer(_ scorecard: Scorecard, asAt day: Day, only id: String? = nil) -> ScorecardAnswer {
        let periods = scorecard.cadence.periods(scorecard.history, endedBy: day)
        let measures = scorecard.measures.filter { id == nil || $0.id == id }
        var wanted: [ReportQuestion: Set<String>] = [:]
        for measure in measures {
            for period in periods { wanted[measure.question(period), default: []].insert(measure.figure) }
        }
        let asked = wanted.map { (question: $0.key, figures: $0.value) }
        let answers = Parts.map(asked.count, size: 1) { range in
            let one = asked[range.lowerBound]
            let figures = self.figures(one.question, keeping: one.figures) ?? []
            return Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let byQuestion = Dictionary(zip(asked.map(\.question), answers), uniquingKeysWith: { first, _ in first })
        return ScorecardAnswer(
            scorecard: scorecard,
            day: day,
            knownAt: snapshot.change,
            periods: periods,
            measures: measures.map { measure in
                MeasureHistory(
                    measure,
                    periods.map { .init(period: $0, figure: byQuestion[measure.question($0)]?[measure.figure]) }
                )
            }
        )
    }
}
