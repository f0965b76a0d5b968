package import Assess
package import FollowUp
package import Records
package import Values

/// The performance answers of a family-therapies service over a period (`figures.md`; seed 000, Leicester).
///
/// One set for each programme with any case in the register, and one for all. There is no as-at day: every fact known
/// counts, whatever its date, unless its row limits it.
package struct Performance: Sendable {
    let snapshot: Snapshot
    let care: CareHistory
    let service: ServiceHistory
    let instruments: InstrumentCatalogue
    let period: Period

    package init(
        _ snapshot: Snapshot,
        care: CareHistory,
        service: ServiceHistory,
        instruments: InstrumentCatalogue,
        during period: Period
    ) {
        self.snapshot = snapshot
        self.care = care
        self.service = service
        self.instruments = instruments
        self.period = period
    }

    /// Every figure of the report, in its order; or those with the ids `kept`; or the one with the id `opened` alone, with
    /// its members.
    package func figures(opening opened: String? = nil, keeping kept: Set<String>? = nil) -> [Figure] {
        let programmes = snapshot.programmes.map { ProgrammePerformance(self, programme: $0) }
        let sets = programmes + [ProgrammePerformance(self, programme: nil)]
        let measures = sets.flatMap { $0.measures() } + reunificationMeasures()
        return measures.figures(snapshot, opening: opened, keeping: kept)
    }
}

/// The performance of one programme, or of all.
struct ProgrammePerformance: Sendable {
    let snapshot: Snapshot
    let care: CareHistory
    let service: ServiceHistory
    let instruments: InstrumentCatalogue
    let period: Period
    /// Nil is all of them.
    let programme: Symbol?
    /// The programme's code, or `all`.
    let code: String
    /// The programme's cases.
    let cases: CasesByDay
    /// Positions of those open on any day of the period, by family, then by start.
    let open: [Int]
    /// Positions of the families with a case open on any day of the period.
    let familiesServed: [Int]

    init(_ report: Performance, programme: Symbol?) {
        snapshot = report.snapshot
        care = report.care
        service = report.service
        instruments = report.instruments
        period = report.period
        self.programme = programme
        code = programme.map { report.snapshot.text($0) } ?? "all"
        cases = service.cases(of: programme)
        open = cases.open(in: period)
        var families: [Int] = []
        for index in open {
            let family = snapshot.cases[index].family.index
            if families.last != family { families.append(family) }
        }
        familiesServed = families
    }

    func measures() -> [Measure] {
        servedMeasures() + adherenceMeasures() + improvedMeasures() + caseloadMeasures() + waitMeasures()
            + homeMeasures() + completedMeasures() + costMeasures()
    }

    /// `mst.families.served`: the programme's code leads the id.
    func id(_ name: String) -> String { "\(code).\(name)" }

    /// Whether the figures of this family of programmes belong in the set: those whose codes begin so, and all.
    func belongs(toFamily prefix: String) -> Bool {
        programme == nil || code.hasPrefix(prefix)
    }

    /// The cases of the set whose programme's code begins so, programme by programme.
    func cases(ofFamily prefix: String) -> [Int] {
        let programmes = programme.map { [$0] } ?? snapshot.programmes
        return programmes.filter { snapshot.text($0).hasPrefix(prefix) }.flatMap { service.cases(of: $0).positions }
    }

    /// How many nights of the period the case was open.
    func nightsOpen(_ index: Int) -> Int {
        snapshot.cases[index].nights.count(from: period.from, until: period.end)
    }
}
