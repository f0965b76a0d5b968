import Actions
import Documents
import Exchange
import Records
import Register
import Values

/// A family's cases, placements and assessments as tables.
struct FamilyTables {
    private let records: RecordSet
    private let returns: [ReturnEntry]
    private let definitions: DefinitionsInForce
    private let names: [Identifier<Person>: String]

    init(_ records: RecordSet, _ returns: [ReturnEntry], _ definitions: DefinitionsInForce) {
        self.records = records
        self.returns = returns
        self.definitions = definitions
        names = Dictionary(records.people.map { ($0.id, $0.fullName) }, uniquingKeysWith: { first, _ in first })
    }

    func write(_ html: inout HTML) {
        html.table(cases)
        html.table(placements)
        html.table(assessments)
        html.table(followUps)
        if !returns.isEmpty { html.table(returnRows) }
    }

    private func name(_ person: Identifier<Person>?) -> String {
        person.map { names[$0] ?? $0.text } ?? ""
    }

    private var cases: DataTable {
        DataTable(
            caption: "Cases",
            columns: ["Case", "Programme", "Child", "Started", "Ended", "Why it ended"],
            rows: records.cases.sorted { $0.startedOn < $1.startedOn }.map { item in
                [
                    .text(item.id.text), .text(definitions.programmeTitle(item.programme)), .text(name(item.personID)),
                    .text(item.startedOn.short), .text(item.endedOn?.short ?? "Open"),
                    .text(item.endReason?.label ?? ""),
                ]
            },
            whenEmpty: "There are no cases."
        )
    }

    private var placements: DataTable {
        DataTable(
            caption: "Placements in care",
            columns: ["Child", "From", "To", "Placement", "Legal status", "Why it ended"],
            rows: records.placements.sorted { $0.startedOn < $1.startedOn }.map { item in
                [
                    .text(name(item.personID)), .text(item.startedOn.short),
                    .text(item.endedOn?.short ?? "Still there"),
                    .text(item.type.label), .text(item.legalStatus?.label ?? "Not recorded"),
                    .text(item.reasonCeased?.label ?? ""),
                ]
            },
            hasRowHeadings: false,
            whenEmpty: "There are no placements."
        )
    }

    private var assessments: DataTable {
        let scores = Dictionary(grouping: records.scores, by: \.assessmentID)
        return DataTable(
            caption: "Assessments",
            columns: ["Date", "Instrument", "Occasion", "Who answered", .number("Total")],
            rows: records.assessments.sorted { $0.completedOn < $1.completedOn }.map { item in
                let total = definitions.total(item.instrument, scores[item.id] ?? [], item.informant)
                return [
                    .text(item.completedOn.short), .text(definitions.instrumentTitle(item.instrument)),
                    .text(item.occasion.replacing("_", with: " ")), .text(item.informant.label),
                    .text(total?.plain ?? ""),
                ]
            },
            whenEmpty: "There are no assessments."
        )
    }

    /// The rows of the SSDA903 return that are kept as they came.
    private var returnRows: DataTable {
        DataTable(
            caption: "From the SSDA903 return",
            columns: ["Table", "Child", "What it says"],
            rows: returns.map { row in
                let columns = ReturnTable(rawValue: row.table)?.columns.dropFirst() ?? []
                let words = columns.compactMap { name in row.values[name].map { "\(name) \($0)" } }
                return [.text(row.table), .text(name(Identifier(row.personID))), .text(words.joined(separator: ", "))]
            }
        )
    }

    private var followUps: DataTable {
        DataTable(
            caption: "Follow-up after closure",
            columns: ["Child", "Milestone", "Seen on", "Living"],
            rows: records.followUps.sorted { $0.observedOn < $1.observedOn }.map { item in
                let milestone = item.milestoneMonths == 0 ? "At closure" : "\(item.milestoneMonths) months"
                return [
                    .text(name(item.personID)), .text(milestone), .text(item.observedOn.short),
                    .text(item.living.label),
                ]
            },
            hasRowHeadings: false,
            whenEmpty: "There are no follow-ups."
        )
    }
}
