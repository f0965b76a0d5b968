package import Assess
package import Records
package import Statistics
package import Values

/// How far a cohort of families came, area by area: those whose latest level lies in a period.
///
/// Levels are ordinal: medians, counts of better and worse, and tests of signs and ranks, never sums of levels. Each family
/// is seen in its main view (`DistanceTravelled.mainView`). Source: seed 003, Appendix D; `methods.md`, section 3.
package struct DistanceCohort: Sendable {
    /// One family's levels of one area.
    package struct Path: Sendable, Hashable {
        package let change: AreaChange
        /// At the first review; nil where it was not given there.
        package let first: Decimal?

        package var start: Decimal { change.start }
        package var latest: Decimal { change.latest }
        /// Better than at the first review by now, having been worse there than at the start.
        package let roseThenFell: Bool
    }

    /// One family of the cohort, by its case.
    package struct Family: Sendable {
        package let caseIndex: Int
        package let view: Informant
        package let latestOn: Day
        /// By the name of the area.
        package let paths: [String: Path]

        package var better: Int { paths.values.count { $0.change.movement == .better } }
        package var same: Int { paths.values.count { $0.change.movement == .same } }
        package var worse: Int { paths.values.count { $0.change.movement == .worse } }
        package var withRoom: Int { paths.values.count { $0.change.hadRoom } }
        /// With room at the start, and better now.
        package var improved: Int { paths.values.count { $0.change.hadRoom && $0.change.movement == .better } }
        package var improvedShare: Share { Share(improved, of: withRoom) }
        package var hasFirstReview: Bool { paths.values.contains { $0.first != nil } }
        package var rose: Int { paths.values.count { $0.change.roseAtFirst } }
        package var roseThenFell: Int { paths.values.count { $0.roseThenFell } }
    }

    package let instrument: Instrument?
    package let families: [Family]
    private let groups: CaseGroups

    /// The instrument of distance travelled; an installation with other areas has its own under the same name.
    package static let instrumentID = "distance-travelled"

    /// The families with a start whose latest level, of what was known by the last day, lies in the period.
    package init(_ snapshot: Snapshot, instruments: InstrumentCatalogue, measuredIn period: Period) {
        groups = CaseGroups(snapshot)
        instrument = instruments[DistanceCohort.instrumentID]
        guard let instrument, let symbol = snapshot.symbols.symbol(instrument.id) else {
            families = []
            return
        }
        families = snapshot.cases.indices.compactMap { index in
            let sheets = snapshot.assessmentsOfCase[index].map { Int($0) }
                .filter {
                    snapshot.assessments[$0].instrument == symbol && snapshot.assessments[$0].completedOn <= period.to
                }
            guard sheets.contains(where: { period.contains(snapshot.assessments[$0].completedOn) }) else { return nil }
            return DistanceCohort.family(index, sheets.map { snapshot.sheet($0) }, instrument, period)
        }
    }

    private init(_ cohort: DistanceCohort, _ families: [Family]) {
        instrument = cohort.instrument
        groups = cohort.groups
        self.families = families
    }

    private static func family(
        _ index: Int,
        _ sheets: [CompletedSheet],
        _ instrument: Instrument,
        _ period: Period
    ) -> Family? {
        let travelled = DistanceTravelled(instrument, sheets)
        guard let view = travelled.mainView else { return nil }
        let changes = travelled.changes(by: view)
        let days = sheets.filter { $0.assessment.informant == view && $0.assessment.occasion != Occasion.baseline.text }
        guard !changes.isEmpty, let latest = days.map(\.assessment.completedOn).max(), period.contains(latest) else {
            return nil
        }
        let paths = changes.map { change in
            let first = travelled.level(of: change.area, at: .review(1), by: view)
            let fell = first.map { Movement(from: $0, to: change.latest, instrument.direction) == .better } ?? false
            return (change.area.name, Path(change: change, first: first, roseThenFell: change.roseAtFirst && fell))
        }
        return Family(
            caseIndex: index,
            view: view,
            latestOn: latest,
            paths: Dictionary(paths, uniquingKeysWith: { one, _ in one })
        )
    }

    /// What became of each area, in the order of the definition, with tests adjusted for their number (Holm).
    package var areas: [DistanceArea] {
        guard let instrument else { return [] }
        let areas = instrument.items.compactMap { area in
            let paths = families.compactMap { $0.paths[area.name] }
            return paths.isEmpty ? nil : DistanceArea(area, paths, instrument.direction)
        }
        let adjusted = HolmAdjustment.adjusted(areas.map(\.sign.p))
        return zip(areas, adjusted).map { area, p in
            var area = area
            area.adjustedP = p
            return area
        }
    }

    /// Every area of every family together, for the transition matrix.
    package var allPaths: [Path] {
        families.flatMap { family in family.paths.keys.sorted().compactMap { family.paths[$0] } }
    }

    /// Of the areas with room at the start, the share that is better now, family by family.
    package var improvedShares: Sample { Sample(families.compactMap { $0.improvedShare.value }) }

    /// The cohort told apart by a dimension, in the order in which people read the groups; those not known last.
    package func parts(_ dimension: Dimension) -> [(code: String?, cohort: DistanceCohort)] {
        let found = Dictionary(grouping: families) { groups.group(dimension, ofCase: $0.caseIndex) }
        let codes: [String?] = groups.codes(dimension)
        return (codes + [nil]).compactMap { code in
            found[code].map { (code, DistanceCohort(self, $0)) }
        }
    }

    /// From which level to which, over areas of all families: rows at the start, columns now, the lowest level first.
    package var transitions: TransitionMatrix {
        let low = instrument?.items.map(\.low.double).min() ?? 1
        let high = instrument?.items.map(\.high.double).max() ?? 5
        return TransitionMatrix(
            bands: Int(high - low) + 1,
            moves: allPaths.map { (before: Int($0.start.double - low), after: Int($0.latest.double - low)) }
        )
    }
}

extension Snapshot {
    /// An assessment of a case with its scores, as comparing takes it.
    fileprivate func sheet(_ index: Int) -> CompletedSheet {
        let row = assessments[index]
        let record = Records.Assessment(
            id: Identifier(assessmentIDs[index]),
            caseID: row.caseAt.map { Identifier(caseIDs[$0.index]) },
            instrument: text(row.instrument),
            informant: row.informant,
            occasion: text(row.occasion),
            completedOn: row.completedOn
        )
        return CompletedSheet(
            record,
            ItemScores(scores(ofAssessment: index).map { (item: text($0.item), value: $0.value) })
        )
    }
}
