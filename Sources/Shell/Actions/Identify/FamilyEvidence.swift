package import Documents
package import Identify
package import Records
import Report
package import Values

/// One family held against a criteria set: every criterion, every row behind it, and what is missing.
package struct FamilyEvidence: Sendable {
    package let set: CriteriaSet
    package let day: Day
    package let snapshot: Snapshot
    package let assessability: [Assessability]
    package let identification: Identification
    package let marks: Marks

    /// Nil where the register has no such family.
    package init?(
        of family: String,
        _ set: CriteriaSet,
        in snapshot: Snapshot,
        asAt day: Day,
        notices: FamilyNotices = .none
    ) {
        guard let place = Snapshot.position(of: family, in: snapshot.familyIDs) else { return nil }
        self.set = set
        self.day = day
        self.snapshot = snapshot
        assessability = set.assessability(in: snapshot, asAt: day)
        identification = set.identify(family: place, in: snapshot, asAt: day)
        marks = snapshot.marks(ofFamily: place, asAt: day, notices)
    }

    package var family: String { snapshot.id(identification.family) }

    /// What stands behind a criterion, met or near, row by row.
    package func rows(for criterion: Int) -> [FactRow] {
        var seen: Set<Evidence.Fact> = []
        return identification.findings.filter { $0.criterion == criterion }.flatMap(\.facts)
            .filter { seen.insert($0).inserted }
            .map { snapshot.row(of: $0) }
    }

    /// What a criterion comes to, in words: the findings that meet it, else the nearest, else what is not held.
    package func words(for criterion: Int) -> [String] {
        let met = identification.evidence(for: criterion)
        if !met.isEmpty { return met.map { $0.words(in: snapshot, set).sentenceCased } }
        guard assessability[criterion].isAssessable else {
            return ["The register does not hold \(assessability[criterion].gapWords)"]
        }
        let nearest =
            identification.nearest(to: criterion).map { $0.words(in: snapshot, set).sentenceCased }
            ?? "Nothing on record"
        let gaps = assessability[criterion].gaps
        return [nearest] + (gaps.isEmpty ? [] : ["Not held, and so not tried: \(gaps.joined(separator: ", "))"])
    }

    package var missing: [String] {
        identification.isIdentified ? [] : identification.missing(of: set, assessability, in: snapshot)
    }

    package func document(_ format: DocumentFormat, imprint: Imprint) -> Document {
        format.document(of: tables(imprint), csv: { csv(imprint) }, json: { json(imprint) })
    }

    private func tables(_ imprint: Imprint) -> TableDocument {
        TableDocument(
            title: "Family \(family) by \(set.title)",
            lines: imprint.lines(time: .asAt(day), knownAt: snapshot.change)
                + ["Criteria \(set.id), version \(set.version)"],
            findings: ["\(identification.standing.words): \(needsWords)."]
                + (marks.words.isEmpty ? [] : [marks.words + "."]) + missing.map { "Missing: \($0)." },
            tables: [
                ReportTable(
                    id: "criteria",
                    title: "Criteria",
                    columns: ["Criterion", "Standing", "Why"],
                    rows: set.criteria.indices.map { index in
                        [
                            set.criteria[index].label, identification.standing(on: index, assessability).words,
                            words(for: index).joined(separator: "; "),
                        ]
                    }
                ),
                ReportTable(
                    id: "evidence",
                    title: "Rows of the register",
                    columns: ["Criterion", "What", "When", "Person", "Record", "Source"],
                    rows: set.criteria.indices.flatMap { index in
                        rows(for: index).map { row in
                            [
                                set.criteria[index].id, row.what, row.time, row.person ?? "", "\(row.table) \(row.key)",
                                row.source ?? "",
                            ]
                        }
                    }
                ),
            ]
        )
    }

    /// `2 of 3 needs met, 3 needed`.
    package var needsWords: String {
        "\(identification.needsMet) of \(set.needs.count) needs met, \(set.needsToQualify) needed"
    }

    private func csv(_ imprint: Imprint) -> [UInt8] {
        var csv = CSVText(
            columns: [
                "criteria_set", "as_at", "known_at", "family_id", "criterion", "standing", "table", "key", "person_id",
                "what", "from", "to", "source",
            ],
            imprint: imprint
        )
        for (index, criterion) in set.criteria.enumerated() {
            let standing = identification.standing(on: index, assessability).rawValue
            let head: [CSVText.Cell] = [
                .words(set.id), .words(day.iso), .whole(snapshot.change), .words(family), .words(criterion.id),
                .words(standing),
            ]
            let rows = rows(for: index)
            if rows.isEmpty { csv.append(head + ["", "", "", "", "", "", ""]) }
            for row in rows {
                csv.append(
                    head + [
                        .words(row.table), .words(row.key), .words(row.person), .words(row.what), .words(row.from.iso),
                        .words(row.to?.iso), .words(row.source),
                    ]
                )
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("criteria_set", set.id)
            json.field("version", set.version)
            json.field("as_at", day.iso)
            json.field("known_at", snapshot.change)
            json.field("family_id", family)
            json.field("standing", identification.standing.rawValue)
            json.field("needs_met", identification.needsMet)
            json.field("open_case", marks.isOpen)
            json.field("nominated", marks.isNominated)
            json.field("claimed", marks.isClaimed)
            json.field("claimed_under", marks.claimed?.contract)
            json.field("claimed_on", marks.claimed?.on.iso)
            json.field("objecting", marks.isObjecting)
            json.field("missing", missing)
            json.key("criteria")
            json.array { json in for index in set.criteria.indices { criterion(index, &json) } }
            imprint.write(to: &json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func criterion(_ index: Int, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", set.criteria[index].id)
            json.field("label", set.criteria[index].label)
            json.field("standing", identification.standing(on: index, assessability).rawValue)
            json.field("words", words(for: index))
            json.objects("rows", rows(for: index)) { row, json in
                json.field("table", row.table)
                json.field("key", row.key)
                json.field("person_id", row.person)
                json.field("what", row.what)
                json.field("from", row.from.iso)
                json.field("to", row.to?.iso)
                json.field("source", row.source)
            }
        }
    }
}

extension String {
    /// With a capital at its start.
    fileprivate var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
