package import Documents
package import Pay
import Records
import Register
package import Report
package import Values

/// Whom a plan's programme would be for and how many it can take, worked out from the register, beside what the plan says.
package struct ScopeDocument {
    package let plan: Plan
    package let scope: CandidateScope
    package let change: Int

    /// Works it out on a register, as known at a change; nil for now.
    ///
    /// Homes are those of now. Nil where the plan does not say who it would be for.
    package init?(_ keeper: Keeper, _ plan: Plan, asAt day: Day, knownAt change: Int? = nil) throws {
        guard let rule = plan.candidates else { return nil }
        let picture = try keeper.picture(knownAt: change)
        self.plan = plan
        self.change = picture.change
        scope = CandidateScope(
            rule,
            picture.ground.snapshot,
            asAt: day,
            homes: try rule.programme.map { try keeper.capacities(of: $0, asAt: day) } ?? []
        )
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: title,
            lines: imprint.lines(time: .asAt(scope.day), knownAt: change) + [
                "Plan \(plan.id), version \(plan.version)"
            ],
            findings: findings,
            tables: [figureTable, entrantTable, homeTable, childTable { _ in true }]
        )
    }

    /// The page of the service that shows the same.
    package var link: Address {
        Address("candidates", plan.id).with("as-at", scope.day.iso).with("known-at", "\(change)")
    }

    package var title: String { "Candidates and places, \(plan.title)" }

    private var kinds: String { NumberText.list(scope.rule.placements.map { "\($0.rawValue)" }) }
    private var ages: String { "\(scope.rule.ages.lowerBound) to \(scope.rule.ages.upperBound)" }

    /// What it comes to, in sentences.
    package var findings: [String] {
        let years = plan.delivery.count / 4
        let coming = ScopeDocument.words(scope.candidates(overYears: years))
        let planned = plan.plannedChildren.count
        return [
            "\(NumberText.count(scope.candidates)) of \(NumberText.count(scope.children.count)) children in placements of "
                + "kind \(kinds) are \(ages) years old, and so candidates.",
            "\(ScopeDocument.words(scope.entrantsAYear)) children a year came into such placements, "
                + "\(ScopeDocument.words(scope.candidatesAYear)) of them at these ages; at the proportion of those there now it "
                + "would be \(ScopeDocument.words(scope.candidatesAYearByRatio)).",
            "Over \(NumberText.plural(years, "year", "years")) that makes \(coming) candidates; the plan counts on "
                + "\(NumberText.plural(planned, "child", "children")).",
            scope.homes.isEmpty
                ? "No home of the programme is on record, so the plan's \(plan.cohort.beds) beds stand alone."
                : "The programme's homes can take \(NumberText.plural(scope.placesAYear, "child", "children")) a year.",
        ]
    }

    private var rows: [(id: String, label: String, value: Share)] {
        func whole(_ count: Int) -> Share { Share(count, of: 1) }
        let cycles = max(1, 4 / plan.cohort.quartersInHome)
        return [
            ("children", "Children in such placements on the day", whole(scope.children.count)),
            ("candidates", "Candidates: of these, aged \(ages)", whole(scope.candidates)),
            ("unknown_age", "Of these, without a date of birth", whole(scope.children.count { $0.age == nil })),
            ("entrants", "New entrants a year", scope.entrantsAYear),
            ("candidate_entrants", "New entrants a year aged \(ages), counted", scope.candidatesAYear),
            (
                "candidate_entrants_by_ratio", "The same at the proportion of those there now",
                scope.candidatesAYearByRatio
            ),
            ("beds", "Beds of the programme's homes", whole(scope.homes.reduce(0) { $0 + $1.beds })),
            ("places", "Children the homes can take a year", whole(scope.placesAYear)),
            ("planned_beds", "Beds the plan counts on", whole(plan.cohort.beds)),
            ("planned_places", "Children the plan's beds can take a year", whole(plan.cohort.beds * cycles)),
        ]
    }

    /// `12.5`, `67`; nothing of nothing.
    static func words(_ share: Share) -> String {
        share.value.map { NumberText.trimmed($0, places: 1) } ?? "none"
    }

    /// Every figure, beside what the plan counts on.
    package var figureTable: ReportTable {
        ReportTable(
            id: "scope",
            title: "Candidates and places",
            columns: ["Figure", "Value"],
            rows: rows.map { [$0.label, ScopeDocument.words($0.value)] }
        )
    }

    /// The years that the entrants are averaged over.
    package var entrantTable: ReportTable {
        ReportTable(
            id: "entrants",
            title: "New entrants by year",
            columns: ["Twelve months", "All", "Aged \(ages)"],
            rows: scope.entrants.map { [$0.period.long, NumberText.count($0.all), NumberText.count($0.ofAge)] }
        )
    }

    /// Beds by home, and how many cycles fit into a year.
    package var homeTable: ReportTable {
        ReportTable(
            id: "homes",
            title: "Beds by cycle",
            columns: ["Home", "Beds", "Nights of a stay", "Nights between stays", "Cycles a year", "Children a year"],
            rows: scope.homes.map { home in
                [home.name]
                    + [home.beds, home.cycleNights, home.turnaroundNights, home.cyclesAYear, home.childrenAYear]
                    .map { NumberText.count($0) }
            }
        )
    }

    /// The children behind the figures, for those who may see their records.
    ///
    /// - Parameter opens: whether the reader may see the record of a family.
    /// - Returns: a row a child, without those whose family's record is closed to the reader.
    package func childTable(_ opens: (_ family: String?) -> Bool) -> ReportTable {
        ReportTable(
            id: "children",
            title: "The children, by reference",
            columns: ["Child", "Age", "Placement", "Since", "Candidate"],
            rows: scope.children.filter { opens($0.family) }.map { child in
                [
                    child.id, child.age.map { "\($0)" } ?? "not known", child.placement.label, child.since.long,
                    child.isCandidate ? "yes" : "no",
                ]
            }
        )
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: ["plan", "as_at", "known_at", "person_id", "age", "placement", "since", "candidate"],
            imprint: imprint
        )
        for child in scope.children {
            csv.append([
                .words(plan.id), .words(scope.day.iso), .whole(change), .words(child.id),
                child.age.map { .whole($0) } ?? "", .words(child.placement.rawValue), .words(child.since.iso),
                .words(child.isCandidate ? "yes" : "no"),
            ])
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("plan", plan.id)
            json.field("as_at", scope.day.iso)
            json.field("known_at", change)
            for row in rows { json.field(row.id, row.value.value) }
            json.objects("entrants_by_year", scope.entrants) { year, json in
                json.field("from", year.period.from.iso)
                json.field("to", year.period.to.iso)
                json.field("all", year.all)
                json.field("of_age", year.ofAge)
            }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

extension Keeper {
    /// The homes of a programme with their beds that are open on a day.
    func capacities(of programme: String, asAt day: Day) throws -> [HomeCapacity] {
        try HomeView.homes(self).filter { $0.programme == programme && $0.isOpen(on: day) }.map { home in
            let beds = try register.held(HomeBed.self, where: "home_id", is: .text(home.id.text)).map(\.record)
            return HomeCapacity(
                name: home.name,
                beds: beds.count { $0.from <= day && ($0.until.map { day < $0 } ?? true) },
                cycleNights: home.cycleNights,
                turnaroundNights: home.turnaroundNights
            )
        }
    }
}

extension Home {
    fileprivate func isOpen(on day: Day) -> Bool { openedOn <= day && (closedOn.map { day < $0 } ?? true) }
}
