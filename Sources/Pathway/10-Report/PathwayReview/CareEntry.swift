import FollowUp
import Records
package import Statistics
import Values

/// How long children stay out of care after their case starts, by programme.
///
/// Time begins at the start of the case and is followed for 30 months; the event is the first day of a spell in care.
/// Children in care on that day are left out, since they cannot enter. The 18th birthday puts an end to it. Sources:
/// seed 002 (tracking period); `figures.md`, Placement.
package struct CareEntry: Sendable {
    /// Nil is every programme.
    package let programme: String?
    package let curve: SurvivalCurve
    package let incidence: CumulativeIncidence
    /// Against all other programmes; nil for all, or where there is no other.
    package let test: LogRank?
    /// In care when the case started, and left out.
    package let inCare: Int

    /// The months followed.
    package static let months = 30

    /// Mean days out of care before the first entry, of the first 30 months.
    package var meanDaysOut: Double { curve.meanDays(within: Double(CareEntry.months) * 30.4375) }

    static func groups(_ snapshot: Snapshot, _ care: CareHistory, _ cases: [Int], asAt day: Day) -> [CareEntry] {
        let watched = cases.compactMap { index -> (programme: Symbol, wait: Waiting?)? in
            guard let child = snapshot.cases[index].child else { return nil }
            return (snapshot.cases[index].programme, wait(snapshot, care, index, child, asAt: day))
        }
        let programmes = snapshot.programmes.filter { symbol in watched.contains { $0.programme == symbol } }
        func entry(_ programme: Symbol?) -> CareEntry {
            let own = watched.filter { programme == nil || $0.programme == programme }
            let others = watched.filter { programme != nil && $0.programme != programme }.compactMap(\.wait)
            let waits = own.compactMap(\.wait)
            return CareEntry(
                programme: programme.map(snapshot.text),
                curve: SurvivalCurve(waits),
                incidence: CumulativeIncidence(waits),
                test: others.isEmpty ? nil : LogRank(waits, others),
                inCare: own.count - waits.count
            )
        }
        return [entry(nil)] + (programmes.count > 1 ? programmes.map { entry($0) } : [])
    }

    /// Nil where the child was in care when the case started.
    private static func wait(
        _ snapshot: Snapshot,
        _ care: CareHistory,
        _ index: Int,
        _ child: Position<Person>,
        asAt day: Day
    ) -> Waiting? {
        let start = snapshot.cases[index].startedOn
        let spells = care.spells(of: child)
        guard !spells.contains(where: { $0.from < start && start < $0.until }) else { return nil }
        let end = min(start.adding(months: months), day)
        let adult = snapshot.people[child.index].bornOn.map { $0.adding(months: 18 * 12) }
        let entry = spells.first { $0.from >= start }?.from
        if let entry, entry < end, entry < adult ?? .latest {
            return Waiting(days: Double(entry - start), end: .event)
        }
        if let adult, adult < end { return Waiting(days: Double(max(0, adult - start)), end: .competing) }
        return Waiting(days: Double(max(0, end - start)), end: .censored)
    }
}
