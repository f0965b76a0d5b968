import Definitions
package import Records

/// Who a programme would be for, as a plan has it: children of some ages in some kinds of placement.
package struct CandidateRule: Hashable, Sendable {
    /// Ages on the day, the last included.
    package let ages: ClosedRange<Int>
    package let placements: [PlacementType]
    /// The programme whose homes have the beds; nil where it has none.
    package let programme: String?
    /// Over how many years new entrants are averaged.
    package let trendYears: Int
}

extension CandidateRule {
    init?(reading map: inout MapReader) {
        let from = map.count("from_age", from: 0, to: 25)
        let to = map.count("to_age", from: 0, to: 25)
        let placements: [PlacementType]? = map.codes("placements")
        let programme = map.optionalText("programme")
        let years = map.optionalCount("trend_years", from: 1, to: 20)
        guard let from, let to, let placements else { return nil }
        guard from <= to else {
            map.refuse("to_age", "must be the same as or more than from_age")
            return nil
        }
        self.init(ages: from...to, placements: placements, programme: programme, trendYears: years ?? 3)
    }
}
