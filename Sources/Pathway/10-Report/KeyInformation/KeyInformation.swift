package import Assess
package import FollowUp
package import Records
package import Values

/// The key-information pack of an edge-of-care programme as at a day (`figures.md`; seed 002, Essex).
///
/// Cases are those started by the day; each stands for its index child, so a child with two cases counts twice. A case
/// without an index child is unknown in the child figures.
package struct KeyInformation: Sendable {
    let snapshot: Snapshot
    let care: CareHistory
    let instruments: InstrumentCatalogue
    let day: Day
    /// Keeps the cases, referrals and staff of this programme; nil keeps all.
    let programme: String?
    /// Positions of the cases.
    let cases: [Int]

    /// The months over which care is tracked from the start of a case (seed 002, care outcome tracking period).
    static let trackedMonths = 30

    package init(
        _ snapshot: Snapshot,
        care: CareHistory,
        instruments: InstrumentCatalogue,
        asAt day: Day,
        programme: String?
    ) {
        self.snapshot = snapshot
        self.care = care
        self.instruments = instruments
        self.day = day
        self.programme = programme
        let symbol = programme.flatMap { snapshot.symbols.symbol($0) }
        cases = snapshot.cases.indices.filter { index in
            let item = snapshot.cases[index]
            return item.startedOn <= day && (programme == nil || item.programme == symbol)
        }
    }

    /// Every figure of the report, in its order; or those with the ids `kept`; or the one with the id `opened` alone, with
    /// its members.
    package func figures(opening opened: String? = nil, keeping kept: Set<String>? = nil) -> [Figure] {
        measures().figures(snapshot, opening: opened, keeping: kept)
    }

    private func measures() -> [Measure] {
        caseMeasures() + careMeasures() + offendingMeasures() + sdqMeasures() + satisfactionMeasures()
            + profileMeasures() + staffMeasures()
    }

    /// The day the case closed, if it had by the day of the report.
    func closedOn(_ index: Int) -> Day? {
        snapshot.cases[index].endedOn.flatMap { $0 <= day ? $0 : nil }
    }

    func keeps(_ programme: Symbol?) -> Bool {
        guard let wanted = self.programme else { return true }
        return programme.map { snapshot.text($0) == wanted } ?? false
    }
}
