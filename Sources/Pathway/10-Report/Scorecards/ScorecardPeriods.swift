package import Values

extension Scorecard.Cadence {
    var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// The last day of the period that begins on a day.
    package func end(from day: Day) -> Day { day.adding(months: months) - 1 }

    /// The last `count` whole periods that had ended by a day, the earliest first.
    package func periods(_ count: Int, endedBy day: Day) -> [Period] {
        let (year, month, _) = day.parts
        let thisMonth = Day.earliest.adding(months: (year - 1) * 12 + month - 1)
        // Months since the period began that this month lies in; financial years begin in April.
        let since = self == .year ? (month + 8) % 12 : (month - 1) % months
        let current = thisMonth.adding(months: -since)
        let isOver = current.adding(months: months) - 1 <= day
        let end = isOver ? current.adding(months: months) : current
        return (0..<max(0, count)).reversed().compactMap { back in
            let from = end.adding(months: -months * (back + 1))
            return Period(from: from, to: end.adding(months: -months * back) - 1)
        }
    }
}

extension Scorecard.Measure {
    /// The question whose answer has its figure for a period.
    package func question(_ period: Period) -> ReportQuestion {
        switch source {
        case .keyInformation: .keyInformation(asAt: period.to, programme: programme)
        case .performance: .performance(during: looked(back: period))
        case .intelligence: .intelligence(asAt: period.to, criteria: criteria ?? "")
        case .familySupport: .familySupport(during: looked(back: period))
        }
    }

    private func looked(back period: Period) -> Period {
        guard let months else { return period }
        // The day after the last counts back in whole months, so that a February does not shorten the year.
        return Period(from: period.end.adding(months: -months), to: period.to) ?? period
    }
}
