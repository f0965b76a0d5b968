import Definitions
package import Documents
package import Identify
package import Records
import Report
import Values

/// A cohort as a document: who qualifies, by which criteria, with how many rows of evidence; no names.
package struct CohortDocument {
    let cohort: Cohort
    let snapshot: Snapshot
    let listsJustShort: Bool

    package init(_ cohort: Cohort, _ snapshot: Snapshot, listsJustShort: Bool) {
        self.cohort = cohort
        self.snapshot = snapshot
        self.listsJustShort = listsJustShort
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private var set: CriteriaSet { cohort.criteriaSet }
    private var listed: [Cohort.Member] { listsJustShort ? cohort.members : cohort.identified }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Families by \(set.title)",
            lines: imprint.lines(time: .asAt(cohort.day), knownAt: cohort.change)
                + ["Criteria \(set.id), version \(set.version)"]
                + (cohort.area.map { ["Area: \($0)"] } ?? []),
            findings: [cohort.sentence],
            tables: [criteriaTable, familyTable] + (listsJustShort ? [shortTable] : []) + [overlapTable, areaTable]
        )
    }

    private var criteriaTable: ReportTable {
        ReportTable(
            id: "criteria",
            title: "Criteria",
            columns: ["Criterion", "Families", "Assessed", "Thresholds", "Not in the register"],
            rows: set.criteria.indices.map { index in
                [
                    set.criteria[index].label, NumberText.count(cohort.meeting[index]),
                    cohort.assessability[index].isAssessable ? "Yes" : "Cannot be",
                    set.criteria[index].checked.rawValue, cohort.assessability[index].gapWords,
                ]
            }
        )
    }

    private var familyTable: ReportTable {
        ReportTable(
            id: "families",
            title: "Families identified",
            columns: ["Family", "Area", "Criteria met, rows of evidence", "Standing", "Marks"],
            rows: cohort.identified.map { member in
                [
                    snapshot.id(member.family), member.area ?? "", met(member), member.standing.words,
                    member.marks.words,
                ]
            }
        )
    }

    private var shortTable: ReportTable {
        ReportTable(
            id: "just_short",
            title: "Families one need short",
            columns: ["Family", "Area", "Criteria met, rows of evidence", "What is missing"],
            rows: cohort.members(.justShort).map { member in
                [
                    snapshot.id(member.family), member.area ?? "", met(member),
                    cohort.missing(from: member.identification, in: snapshot).joined(separator: "; "),
                ]
            }
        )
    }

    private var overlapTable: ReportTable {
        ReportTable(
            id: "overlap",
            title: "Criteria that families identified meet together",
            columns: ["Criteria met", "Families"],
            rows: cohort.overlaps.map { overlap in
                [
                    overlap.criteria.map { set.criteria[$0].label }.joined(separator: " + "),
                    NumberText.count(overlap.families),
                ]
            }
        )
    }

    private var areaTable: ReportTable {
        ReportTable(
            id: "areas",
            title: "By area",
            columns: ["Area", "Families", "Identified", "One need short"],
            rows: cohort.areas.map { area in
                [
                    area.name ?? "Area not known", NumberText.count(area.families), NumberText.count(area.identified),
                    NumberText.count(area.justShort),
                ]
            }
        )
    }

    /// `education 3, work 1`.
    private func met(_ member: Cohort.Member) -> String {
        set.criteria.indices.filter(member.identification.meets)
            .map { "\(set.criteria[$0].id) \(member.rows(for: $0))" }
            .joined(separator: ", ")
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = ["criteria_set", "as_at", "known_at", "family_id", "area", "standing", "needs_met"]
        let marks = ["evidence_rows", "open_case", "nominated", "claimed", "objecting", "missing"]
        var csv = CSVText(columns: columns + set.criteria.map(\.id) + marks, imprint: imprint)
        for member in listed {
            let found = member.identification
            csv.append(
                [
                    .words(set.id), .words(cohort.day.iso), .whole(cohort.change), .words(snapshot.id(member.family)),
                    .words(member.area), .words(member.standing.rawValue), .whole(found.needsMet),
                ]
                    + set.criteria.indices.map { .words(found.standing(on: $0, cohort.assessability).rawValue) }
                    + [
                        .whole(set.criteria.indices.reduce(0) { $0 + member.rows(for: $1) }),
                        .words(member.marks.isOpen ? "true" : "false"),
                        .words(member.marks.isNominated ? "true" : "false"),
                        .words(member.marks.isClaimed ? "true" : "false"),
                        .words(member.marks.isObjecting ? "true" : "false"),
                        .words(
                            member.standing == .justShort
                                ? cohort.missing(from: found, in: snapshot).joined(separator: "; ") : ""
                        ),
                    ]
            )
        }
        return csv.bytes
    }
}

extension Cohort.Member {
    /// How many rows of the register stand behind a criterion.
    package func rows(for criterion: Int) -> Int {
        Set(identification.evidence(for: criterion).flatMap(\.facts)).count
    }
}

extension Cohort {
    /// What it comes to: `425 of 5,500 families are identified, 12 of them by local discretion; 61 are one need short`.
    package var sentence: String {
        let all = NumberText.plural(familyCount, "family", "families")
        let short = members(.justShort).count
        return
            "\(NumberText.count(identified.count)) of \(all) \(identified.count == 1 ? "is" : "are") identified, "
            + "\(NumberText.count(members(.byDiscretion).count)) of them by local discretion; "
            + "\(NumberText.count(short)) \(short == 1 ? "is" : "are") one need short."
    }
}

extension Identification.Standing {
    /// For people: `Qualifies`.
    package var words: String {
        switch self {
        case .qualifies: "Qualifies"
        case .byDiscretion: "By local discretion"
        case .justShort: "One need short"
        case .notIdentified: "Not identified"
        }
    }
}

extension Marks {
    /// `Case open, Nominated`; empty where there is nothing to know.
    package var words: String {
        [
            isObjecting ? "Objects" : nil, isOpen ? "Case open" : nil, isNominated ? "Nominated" : nil,
            claimed.map { "Claimed under \($0.contract) on \($0.on.long)" },
        ]
        .compactMap(\.self).joined(separator: ", ")
    }
}
