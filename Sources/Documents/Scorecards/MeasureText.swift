package import Report
package import Statistics
package import Values

/// A measure of a scorecard in words.
package struct MeasureText: Sendable {
    package let history: MeasureHistory
    private let cadence: Scorecard.Cadence

    package init(_ history: MeasureHistory, every cadence: Scorecard.Cadence) {
        self.history = history
        self.cadence = cadence
    }

    /// `90.0%`.
    package var value: String { history.latest.map(FigureText.shortValue) ?? "not available" }

    /// `122 of 136, 95% interval 83.8% to 94.0%`.
    package var details: String? {
        let details = history.latest.map(FigureText.details) ?? []
        return details.isEmpty ? nil : details.joined(separator: ", ")
    }

    /// A number in the measure's unit: `80.0%`.
    package func number(_ value: Double) -> String {
        history.places.lazy.compactMap(\.figure).first.map { FigureText.number(value, of: $0) }
            ?? NumberText.trimmed(value, places: 2)
    }

    /// The same with the target, for a tile; nil where there is neither.
    package var detailsAndTarget: String? {
        let parts = [details, target.map { "target \($0)" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    package var target: String? { history.measure.target.map(number) }

    /// Against the target, chance allowed for where the figure has an interval; nil without a target.
    package var targetVerdict: Verdict? {
        guard let target = history.measure.target, let latest = history.latest, latest.value != nil else { return nil }
        if latest.low != nil {
            return Verdict.against(
                target: target,
                low: latest.low,
                high: latest.high,
                higherIsBetter: history.measure.better == .up
            )
        }
        return history.meetsTarget.map { $0 ? .meetsTarget : .missesTarget }
    }

    /// What the last period says beside those before it.
    package var trend: Verdict {
        guard history.isJudged, let signal = history.signal else { return .tooFewToSay }
        switch signal {
        case .improvement: return .improving
        case .concern: return .worsening
        case .usual, .high, .low: return .noSignificantChange
        }
    }

    /// The trend in words: an unusual value where neither way is better has a word of its own.
    package var trendWords: String {
        if let signal = history.signal, signal == .high || signal == .low { return signal.words }
        return trend.words
    }

    /// What may be expected of the target; nil without one or where there are too few periods.
    package var assurance: String? {
        switch history.assurance {
        case .willMeet: "Will meet the target as things stand"
        case .willMiss: "Will miss the target as things stand"
        case .mayMeet: "May or may not meet the target: chance decides"
        case nil: nil
        }
    }

    /// Everything in sentences, for the history's page and for those who hear it.
    package var sentences: [String] {
        var sentences = ["\(history.measure.title): \(value)" + (details.map { " (\($0))" } ?? "") + "."]
        if let target {
            sentences.append("The target is \(target)." + (targetVerdict.map { " \($0.words)." } ?? ""))
        }
        sentences.append(trendSentence)
        if let assurance { sentences.append("\(assurance).") }
        if let forecast = forecastSentence { sentences.append(forecast) }
        return sentences
    }

    private var trendSentence: String {
        guard let chart = history.chart, history.isJudged else {
            return
                "Too few \(cadence.plural) to tell change from chance: \(history.known.count) of the \(MeasureHistory.fewest) needed."
        }
        let words = chart.points.last.flatMap { point in
            point.cause.map { "\(point.signal.words): the last \(cadence.rawValue) is \($0.words)." }
        }
        let usual = "The last \(cadence.rawValue) is as usual: chance explains it."
        let trial =
            chart.hasTrialLimits ? " These are trial limits: they stand on few \(cadence.plural) and will move." : ""
        return (words ?? usual) + trial
    }

    private var forecastSentence: String? {
        guard let forecast = history.forecast, let last = history.values.indices.last,
            let gap = forecast.gap(history.values, at: last)
        else { return nil }
        let size = number(gap.magnitude)
        let side = gap == 0 ? "exactly what" : "\(size) \(gap > 0 ? "above" : "below") what"
        let start = "The last value is \(side) was to be expected had nothing changed."
        switch history.isTurned {
        case true?: return start + " The curve has turned."
        case false?: return start + " The curve has not turned."
        case nil: return start
        }
    }

    /// The history as a chart.
    package var chart: ControlChart {
        let judged = history.isJudged ? history.chart : nil
        var points: [Int: ProcessChart.Point] = [:]
        for (place, point) in zip(history.known, judged?.points ?? []) { points[place] = point }
        let count = history.places.count
        return ControlChart(
            history.places.enumerated().map { place, item in
                .init(cadence.short(item.period), item.figure?.value, point: points[place])
            },
            limits: judged?.limits ?? [],
            expected: (history.forecast?.places ?? []).enumerated().map { index, expected in
                let place = index + (history.forecast?.start ?? 0)
                let known = history.known.count
                return .init(
                    place: place < known ? history.known[place] : count + place - known,
                    value: expected.value,
                    interval: expected.interval
                )
            },
            target: history.measure.target,
            unit: unit,
            placeTitle: cadence.title,
            valueTitle: history.measure.title
        )
    }

    private var unit: ChartUnit {
        let figure = history.places.lazy.compactMap(\.figure).first
        switch figure?.unit {
        case .share?: return .share
        case .pounds?: return .pounds
        case .count?, nil: return .count(history.measure.title)
        case .days?: return .number("Days", places: 1)
        case .months?: return .number("Months", places: 2)
        case .hours?: return .number("Hours", places: 1)
        case .score?: return .number("Score", places: 2)
        case .wte?: return .number("Whole-time staff", places: 2)
        case .caseload?: return .number("Cases to a whole-time worker", places: 1)
        case .statistic?: return .number(figure?.label ?? "", places: 2)
        }
    }
}

extension Scorecard.Cadence {
    /// `Month`.
    package var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// `months`.
    package var plural: String { rawValue + "s" }

    /// A period of this length, for an axis or a table: `Jan 2019`, `Jan to Mar 2019`, `2018 to 2019`.
    package func short(_ period: Period) -> String {
        let month = { (day: Day) in String(Day.monthNames[day.month - 1].prefix(3)) }
        return switch self {
        case .month: "\(month(period.from)) \(period.from.year)"
        case .quarter: "\(month(period.from)) to \(month(period.to)) \(period.to.year)"
        case .year: FinancialYear(containing: period.from).long
        }
    }
}

extension Scorecard.Box {
    package var title: String {
        switch self {
        case .howMuch: "How much did we do?"
        case .howWell: "How well did we do it?"
        case .betterOff: "Is anyone better off?"
        case .costEffective: "Is it cost effective?"
        }
    }
}

extension ProcessChart.Direction {
    /// What is better, for people.
    package var words: String {
        switch self {
        case .up: "It is higher"
        case .down: "It is lower"
        case .neither: "Neither: a change is worth knowing all the same"
        }
    }
}
