package import FollowUp
package import Identify
package import Records
package import Values

/// Counts and rates of signs of need by area or over time, from everybody in the register (seed 003, 2.1).
///
/// Prevalence is who had it in the period, once each; incidence who had it then for the first time that the register
/// knows of. The register is not a census: rates are held against the people it knows.
package struct NeedsAnalysis: Sendable {
    /// One indicator in one group.
    package struct Count: Sendable, Hashable {
        /// Prevalence: how many of the population had it.
        package let having: Int
        /// Incidence: how many of these had it for the first time; nil where that cannot be told.
        package let firstTime: Int?
        /// How often it happened to them; a state that lasts counts once for each time it began or went on.
        package let times: Int
        package let population: Int
    }

    package let period: Period
    package let grouping: NeedsGrouping
    package let change: Int
    package let groups: [NeedsGroup]
    /// By indicator, then by group.
    package let counts: [[Count]]
    /// Of each indicator over all areas; nil by time, where people of one part may be those of another.
    package let totals: [Count]?
    /// Families by the indicators that they or their people had in the period, none left out.
    package let overlaps: [Overlap]

    package init(_ snapshot: Snapshot, care: CareHistory, during period: Period, by grouping: NeedsGrouping) {
        self.period = period
        self.grouping = grouping
        change = snapshot.change
        let count = NeedsCount(snapshot: snapshot, care: care)
        if grouping == .area {
            let areas = Areas(snapshot)
            groups = areas.names.map { NeedsGroup(label: $0, period: period) }
            let tables = Indicator.allCases.map { count.byArea($0, during: period, areas) }
            counts = tables.map(\.areas)
            totals = tables.map(\.all)
        } else {
            let parts = period.parts(by: grouping)
            groups = parts
            let all = Areas(together: snapshot)
            counts = Indicator.allCases.map { indicator in
                parts.map { count.byArea(indicator, during: $0.period, all).all }
            }
            totals = nil
        }
        overlaps = count.overlaps(during: period)
    }
}

/// The areas of the register, and where each family lies.
struct Areas {
    let names: [String]
    /// By family; the last place gathers what has no area.
    let ofFamily: [Int]

    init(_ snapshot: Snapshot) {
        let known = Set(snapshot.families.compactMap(\.area)).map(snapshot.text).sorted()
        let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($0.element, $0.offset) })
        names = known + ["Area not known"]
        ofFamily = snapshot.families.map { $0.area.flatMap { places[snapshot.text($0)] } ?? known.count }
    }

    /// Everything as one area.
    init(together snapshot: Snapshot) {
        names = ["All"]
        ofFamily = Array(repeating: 0, count: snapshot.families.count)
    }

    func place(ofFamily family: Int?) -> Int {
        family.map { ofFamily[$0] } ?? names.count - 1
    }
}
