package import Definitions
package import Statistics
package import Values

/// A set of measures that people look at together every month, quarter or year: a definition, not a program.
///
/// Source of the boxes: Results Based Accountability, as seed 003 has it (how much, how well, better off, cost).
package struct Scorecard: Sendable {
    /// How often it is looked at; its periods are those of the calendar.
    package enum Cadence: String, CaseIterable, Sendable {
        case month
        case quarter
        case year
    }

    /// Which question a measure answers.
    package enum Box: String, CaseIterable, Sendable {
        case howMuch = "how_much"
        case howWell = "how_well"
        case betterOff = "better_off"
        case costEffective = "cost_effective"
    }

    /// Which report a measure's figure belongs to.
    package enum Source: String, CaseIterable, Sendable {
        case keyInformation = "key-information"
        case performance
        case intelligence
        case familySupport = "family-support"
    }

    /// One measure: a figure of a report over each period, and what it is held against.
    package struct Measure: Sendable {
        /// Unique in the scorecard: it stands in addresses.
        package let id: String
        package let title: String
        package let source: Source
        /// The figure's id, as the report has it.
        package let figure: String
        /// Keeps one programme, where the report can be asked so.
        package let programme: String?
        /// The criteria set, for the families identified.
        package let criteria: String?
        /// How many months a period figure looks back; nil takes the period of the scorecard.
        package let months: Int?
        package let box: Box
        package let better: ProcessChart.Direction
        /// In the figure's own unit: a share is 0 to 1.
        package let target: Double?
        package let owner: String?
        /// The story behind the curve, as the owner last told it.
        package let story: String?
        /// First days of periods from which the service was another, so that limits begin anew.
        package let breaks: [Day]
        /// How many periods, from the first, the forecast stands on: what would be if nothing changes.
        package let baseline: Int?
        package let forecast: Forecast.Method
    }

    package let id: String
    package let title: String
    package let cadence: Cadence
    /// How many periods its history has.
    package let history: Int
    package let measures: [Measure]
    /// What the source asks for that the register cannot answer yet, and why.
    package let missing: [String]
    package let provenance: Provenance

    /// The same with another length of history.
    package func lasting(_ periods: Int) -> Scorecard {
        Scorecard(
            id: id,
            title: title,
            cadence: cadence,
            history: periods,
            measures: measures,
            missing: missing,
            provenance: provenance
        )
    }

    /// The measure with this id.
    package func measure(_ id: String) -> Measure? {
        measures.first { $0.id == id }
    }
}
