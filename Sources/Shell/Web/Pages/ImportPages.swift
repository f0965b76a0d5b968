import Actions
import Documents
import Exchange
import Register

extension Pages {
    private static var importsShown: Int { 50 }

    /// What was imported, when, by whom, and how it ended.
    func imports(_ request: PageRequest) throws -> PageAnswer {
        let before = request.asked("before").flatMap(Int.init)
        let list = try keeper.register.imports(before: before, limit: Pages.importsShown + 1)
        let shown = list.prefix(Pages.importsShown)
        let title = before.map { "Imports before number \($0)" }
        return page(Page("Imports", title: title, section: Address("imports"), way: way())) { html in
            html.lead("Each import is one change of the register, all or nothing. Import files with homeward import.")
            html.table(
                DataTable(
                    caption: "Imports, the latest first",
                    columns: [
                        "Import", "When", "By", "Outcome", .number("Rows"), .number("Errors"), .number("Warnings"),
                    ],
                    rows: shown.map { item in
                        [
                            .link("Import \(item.number)", Address("imports", "\(item.number)")), .text(item.at.words),
                            .text(item.actor), item.outcome.tag,
                            .text(NumberText.count(item.entry.files.reduce(0) { $0 + $1.rows })),
                            .text(NumberText.count(item.entry.errors)), .text(NumberText.count(item.entry.warnings)),
                        ]
                    },
                    whenEmpty: "Nothing has been imported yet."
                )
            )
            if list.count > shown.count, let last = shown.last {
                html.links([Link("Earlier imports", Address("imports").with("before", "\(last.number)"))])
            }
        }
    }

    /// One import: its files, its problems, its repairs.
    func importEntry(_ request: PageRequest) throws -> PageAnswer {
        guard let number = Int(request.parameters["id"] ?? ""), let item = try keeper.register.recordedImport(number)
        else {
            return notFound()
        }
        let head = Page("Import \(number)", section: Address("imports"), way: way(Link("Imports", Address("imports"))))
        return page(head) { html in
            html.summaryList([
                SummaryRow("Outcome", item.outcome.tag),
                SummaryRow("When", item.at.words),
                SummaryRow("By", item.actor),
                SummaryRow("Change", item.change.map { "Change \($0)" } ?? "None"),
                SummaryRow("Errors", NumberText.count(item.entry.errors)),
                SummaryRow("Warnings", NumberText.count(item.entry.warnings)),
            ])
            html.table(
                DataTable(
                    caption: "What was in it",
                    columns: ["File", "Table", .number("Rows")],
                    rows: item.entry.files.map { [.text($0.file), .text($0.table), .text(NumberText.count($0.rows))] }
                )
            )
            problems(ImportedProblem.read(item.entry.problems), &html)
        }
    }

    private func problems(_ problems: [ImportedProblem], _ html: inout HTML) {
        html.heading("Problems")
        guard !problems.isEmpty else { return html.paragraph("No problems were found.") }
        let groups = Dictionary(grouping: problems) { $0.rule }.sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        for (rule, members) in groups {
            html.table(
                DataTable(
                    caption: "Rule \(rule): \(NumberText.plural(members.count, "row", "rows"))",
                    columns: ["Where", "Column", "What is wrong and what to do"],
                    rows: members.prefix(20).map { [.text($0.place), .text($0.field ?? ""), .text($0.message)] },
                    hasRowHeadings: false
                )
            )
            if members.count > 20 { html.note("The first 20 are shown. homeward check lists them all.") }
        }
    }
}

extension RecordedImport.Outcome {
    var tag: CellContent {
        switch self {
        case .recorded: .tag("Recorded", .green)
        case .unchanged: .tag("Nothing new", .grey)
        case .refused: .tag("Refused", .red)
        }
    }
}
