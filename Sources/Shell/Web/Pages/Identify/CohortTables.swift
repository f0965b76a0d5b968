import Actions
import Documents
import Definitions
import Identify
import Records
import Values

/// The tables and the picture of a cohort.
struct CohortTables {
    private let cohort: Cohort
    private let snapshot: Snapshot
    private let asked: AskedCriteria
    private let partners: PartnersGround?

    /// Families on one page.
    static let most = 50

    init(_ cohort: Cohort, _ snapshot: Snapshot, _ asked: AskedCriteria, _ partners: PartnersGround?) {
        self.partners = partners
        self.cohort = cohort
        self.snapshot = snapshot
        self.asked = asked
    }

    private var criteriaSet: CriteriaSet { cohort.criteriaSet }

    /// The name a family's box has in the form.
    static func tickName(_ family: String) -> String { "family:\(family)" }

    /// The families whose boxes were ticked.
    static func ticked(_ request: PageRequest) -> [String] {
        request.form.keys.filter { $0.hasPrefix("family:") }.map { String($0.dropFirst("family:".count)) }.sorted()
    }

    /// Whether any family on record now may be nominated: not from the past.
    var canNominate: Bool { asked.knownAt == nil && cohort.identified.contains(where: mayNominate) }

    private func mayNominate(_ member: Cohort.Member) -> Bool {
        member.marks.refusal == nil
    }

    /// Those identified: first the families that may be nominated, so that they can be ticked together.
    private var listed: [Cohort.Member] {
        let all = cohort.identified
        return canNominate ? all.filter(mayNominate) + all.filter { !mayNominate($0) } : all
    }

    var criteria: DataTable {
        DataTable(
            caption: "Criteria",
            columns: [
                "Criterion", .number("Families identified that meet it"), "Assessed", "Thresholds",
                "Asked for and not in the register",
            ],
            rows: criteriaSet.criteria.indices.map { index in
                let assessability = cohort.assessability[index]
                return [
                    .text(criteriaSet.criteria[index].label), .text(NumberText.count(cohort.meeting[index])),
                    .text(assessability.isAssessable ? "Yes" : "Cannot be assessed"),
                    .text(criteriaSet.criteria[index].checked.rawValue),
                    .text(assessability.gapWords),
                ]
            }
        )
    }

    func identified(first: Int, ticked: Set<String>) -> DataTable {
        let labels = criteriaSet.criteria.map { TableColumn.number($0.label) }
        let shown = listed.dropFirst(max(0, first - 1)).prefix(CohortTables.most)
        var isFirst = true
        return DataTable(
            caption: "Families identified, with the rows of evidence for each criterion",
            columns: ["Family"] + (canNominate ? ["Nominate"] : []) + ["Area"] + labels + ["Standing", "Marks"],
            rows: shown.map { member in
                let family = snapshot.id(member.family)
                let tick: [CellContent] = canNominate ? [self.tick(member, ticked, &isFirst)] : []
                return [link(family)] + tick + [.text(member.area ?? "Not known")]
                    + criteriaSet.criteria.indices.map { evidence(member, $0) }
                    + [.text(member.standing.words), marks(member)]
            },
            whenEmpty: "No family is identified."
        )
    }

    func pagination(first: Int) -> Pagination? {
        let count = cohort.identified.count
        guard count > CohortTables.most else { return nil }
        let address = asked.write(to: Address("identify"))
        let last = min(count, first - 1 + CohortTables.most)
        return Pagination(
            showing: "Showing \(NumberText.count(first)) to \(NumberText.count(last)) of \(NumberText.count(count))",
            previous: first > 1 ? address.with("first", "\(max(1, first - CohortTables.most))") : nil,
            next: last < count ? address.with("first", "\(last + 1)") : nil
        )
    }

    private func link(_ family: String) -> CellContent {
        .link(family, asked.write(to: Address("identify", family), area: false))
    }

    /// The box of a family that may be nominated; the first has the id that an error leads to.
    private func tick(_ member: Cohort.Member, _ ticked: Set<String>, _ isFirst: inout Bool) -> CellContent {
        guard mayNominate(member) else { return .text("No") }
        let family = snapshot.id(member.family)
        let name = CohortTables.tickName(family)
        let id = isFirst ? "field-families" : "field-family-\(member.family.index)"
        isFirst = false
        return .html(
            HTML { html in
                html.tick(
                    name,
                    value: "yes",
                    id: id,
                    label: "Nominate family",
                    words: family,
                    isTicked: ticked.contains(name)
                )
            }
        )
    }

    /// So many rows of evidence; `c` for cannot is said in words.
    private func evidence(_ member: Cohort.Member, _ criterion: Int) -> CellContent {
        switch member.identification.standing(on: criterion, cohort.assessability) {
        case .met: .text(NumberText.count(member.rows(for: criterion)))
        case .notMet: .text("")
        case .unknown: .text("Unknown")
        }
    }

    private func marks(_ member: Cohort.Member) -> CellContent {
        let isUnknown = partners?.isOnlyPartners(snapshot.id(member.family)) == true
        return .text(isUnknown ? "Known to partners only" : member.marks.words)
    }

    var justShort: DataTable {
        DataTable(
            caption: "Families one need short",
            columns: ["Family", "Area", .number("Needs met"), "What is missing", "Marks"],
            rows: cohort.members(.justShort).prefix(CohortTables.most).map { member in
                let missing = cohort.missing(from: member.identification, in: snapshot)
                return [
                    link(snapshot.id(member.family)), .text(member.area ?? "Not known"),
                    .text("\(member.identification.needsMet)"), .text(missing.joined(separator: "; ")), marks(member),
                ]
            },
            whenEmpty: "No family is one need short."
        )
    }

    var areas: DataTable {
        DataTable(
            caption: "By area",
            columns: [
                "Area", .number("Families in the register"), .number("Identified"), .number("One need short"),
            ] + criteriaSet.criteria.map { .number($0.label) },
            rows: cohort.areas.map { area in
                [
                    .text(area.name ?? "Area not known"), .text(NumberText.count(area.families)),
                    .text(NumberText.count(area.identified)), .text(NumberText.count(area.justShort)),
                ] + area.meeting.map { .text(NumberText.count($0)) }
            }
        )
    }

    /// Which criteria come together; nil where no family is identified.
    var overlap: Chart? {
        guard let largest = cohort.overlaps.first else { return nil }
        let names = largest.criteria.map { criteriaSet.criteria[$0].label.lowercased() }
        let assessed = criteriaSet.criteria.indices.filter { cohort.assessability[$0].isAssessable }
        let places = Dictionary(uniqueKeysWithValues: assessed.enumerated().map { ($0.element, $0.offset) })
        return Chart(
            "overlap",
            ChartWords(
                headline: "The most common combination is \(NumberText.list(names))",
                subtitle: "Families identified by the criteria they meet, as at \(cohort.day.long)",
                summary:
                    "\(NumberText.plural(largest.families, "family meets", "families meet")) exactly these, of \(NumberText.count(cohort.identified.count)) identified in \(NumberText.plural(cohort.overlaps.count, "combination", "combinations")). Each family is in one combination alone.",
                source: "The register, as known at change \(cohort.change)."
            ),
            OverlapChart(
                assessed.map { .init(criteriaSet.criteria[$0].label, cohort.meeting[$0]) },
                cohort.overlaps.map { .init($0.criteria.compactMap { places[$0] }, $0.families) },
                things: "Families",
                combinationTitle: "Criteria met"
            )
        )
    }
}
