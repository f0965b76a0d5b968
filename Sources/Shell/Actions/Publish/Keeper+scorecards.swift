package import Report
package import Values

extension Keeper {
    /// A scorecard worked out as at a day; nil where it is not defined.
    package func scorecard(
        _ id: String,
        asAt day: Day,
        only measure: String? = nil,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) throws -> ScorecardAnswer? {
        guard let scorecard = definitions.scorecard(id) else { return nil }
        return try ground(filter, knownAt: change).answer(scorecard, asAt: day, only: measure)
    }

    /// Which records moved a measure between its last two periods; nil where it has not two.
    package func movement(
        _ history: MeasureHistory,
        of filter: ReportFilter = ReportFilter(),
        knownAt change: Int? = nil
    ) throws -> FigureMovement? {
        let last = history.places.suffix(2)
        guard last.count == 2 else { return nil }
        let opened = try last.map { place in
            try open(history.measure.figure, of: history.measure.question(place.period), in: filter, knownAt: change)?
                .figures.first { $0.id == history.measure.figure }
        }
        return FigureMovement(from: opened[0], to: opened[1])
    }
}
