package import Assess
package import FollowUp
package import Records
package import Values

/// The figures of family support over a period: how much, how well, whether anyone is better off, and at what cost.
///
/// Source: seed 003, Appendix C 13.1 (direct indicators) and Appendix E (the report cards of a Team Around the Family).
/// A family counts where a case of it was open on any day of the period; of several cases the latest stands for it.
package struct FamilySupport: Sendable {
    let snapshot: Snapshot
    let care: CareHistory
    let instruments: InstrumentCatalogue
    let period: Period
    let groups: CaseGroups
    /// One case of each family, the latest open on any day of the period.
    let families: [Int]
    /// Every case open on any day of the period.
    let open: [Int]
    /// Every case that ended in the period.
    let closed: [Int]
    /// Referrals received in the period.
    let referrals: [Int]

    package init(
        _ snapshot: Snapshot,
        care: CareHistory,
        instruments: InstrumentCatalogue,
        during period: Period
    ) {
        self.snapshot = snapshot
        self.care = care
        self.instruments = instruments
        self.period = period
        groups = CaseGroups(snapshot)
        let open = snapshot.cases.indices.filter {
            snapshot.cases[$0].nights.count(from: period.from, until: period.end) > 0
        }
        var latest: [Int: Int] = [:]
        for index in open {
            let family = snapshot.cases[index].family.index
            guard let other = latest[family] else {
                latest[family] = index
                continue
            }
            let starts = (snapshot.cases[other].startedOn, snapshot.cases[index].startedOn)
            if starts.0 <= starts.1 { latest[family] = index }
        }
        self.open = open
        families = latest.values.sorted()
        closed = snapshot.cases.indices.filter { snapshot.cases[$0].endedOn.map(period.contains) ?? false }
        referrals = snapshot.referrals.indices.filter { period.contains(snapshot.referrals[$0].receivedOn) }
    }

    /// Every figure of the report, in its order; or those with the ids `kept`; or the one with the id `opened` alone, with
    /// its members.
    package func figures(opening opened: String? = nil, keeping kept: Set<String>? = nil) -> [Figure] {
        let wanted = opened.map { [$0] } ?? kept
        return measures(among: wanted).figures(snapshot, opening: opened, keeping: kept)
    }

    /// The measures, by what their ids begin with: only those that are asked for are made ready.
    private var sections: [(beginnings: [String], make: () -> [Measure])] {
        [
            (["families"], familyMeasures), (["referrals", "cases.allocated", "response"], referralMeasures),
            (["assessments", "packages", "agencies", "hours", "engaged"], activityMeasures),
            (["keyworker"], keyWorkerMeasures), (["feedback", "audits"], qualityMeasures),
            (["distance"], distanceMeasures), (["plans", "goals"], planMeasures),
            (["specialist", "cases.closed"], specialistMeasures), (["cost"], serviceCostMeasures),
            (["indirect"], indirectMeasures),
        ]
    }

    private func measures(among wanted: Set<String>?) -> [Measure] {
        sections.filter { section in
            guard let wanted else { return true }
            return wanted.contains { id in section.beginnings.contains { id.hasPrefix($0) } }
        }
        .flatMap { $0.make() }
    }

    /// The dimensions that Appendix E asks families to be told apart by.
    static let dimensions: [Dimension] = [.area, .age, .tier]

    /// One figure for all, and one for each group of the dimensions: `families.area.Northgate`.
    ///
    /// The ids begin with `id`; `make` makes the figure of some cases with its id and the words of its part.
    func broken(
        _ id: String,
        _ cases: [Int],
        by dimensions: [Dimension] = FamilySupport.dimensions,
        _ make: (String, String, [Int]) -> Measure
    ) -> [Measure] {
        var measures = [make(id, "", cases)]
        for dimension in dimensions {
            let byCode = Dictionary(grouping: cases) { groups.group(dimension, ofCase: $0) }
            let codes: [String?] = groups.codes(dimension)
            for code in codes + [nil] {
                guard let part = byCode[code] else { continue }
                let name = code.map { CaseGroups.label($0, dimension) } ?? "not known"
                let words = ": \(dimension.title.lowercased()), \(name)"
                measures.append(make("\(id).\(dimension.rawValue).\((code ?? "unknown").figureName)", words, part))
            }
        }
        return measures
    }

    func started(_ index: Int) -> String { "started on \(snapshot.cases[index].startedOn.long)" }
}

extension String {
    /// As part of a figure's id: small letters and numbers, with hyphens between.
    var figureName: String {
        let words = lowercased().split { !($0.isLetter && $0.isASCII) && !$0.isNumber }
        return words.isEmpty ? "unknown" : words.joined(separator: "-")
    }
}
