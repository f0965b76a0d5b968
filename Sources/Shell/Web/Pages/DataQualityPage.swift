import Actions
import Documents
import Exchange

extension Pages {
    /// What looks wrong in the register as it stands.
    func dataQuality(_ request: PageRequest) throws -> PageAnswer {
        let picture = try keeper.picture()
        let rule = request.asked("rule")
        let problems = picture.quality.filter { rule == nil || $0.rule == rule }
        if let format = request.asked("format") { return qualityFile(problems, format) }
        let title = rule.map { "Data quality: \($0)" }
        return page(Page("Data quality", title: title, section: Address("data-quality"), way: way())) { html in
            html.lead(
                "What the register accepted but what looks wrong. Mend it in the system it came from and import again."
            )
            records(picture, &html)
            if let rule {
                list(problems, rule, &html)
            } else {
                rules(picture.quality, &html)
            }
        }
    }

    private func records(_ picture: Picture, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Records at change \(picture.change)",
                columns: ["Table", .number("Records"), .number("Looks wrong")],
                rows: picture.counts.filter { $0.records > 0 }.map { table in
                    [
                        .text(table.table.replacing("_", with: " ")), .text(NumberText.count(table.records)),
                        .text(NumberText.count(picture.quality.count { $0.table == table.table })),
                    ]
                },
                whenEmpty: "The register is empty."
            )
        )
    }

    private func rules(_ problems: [Problem], _ html: inout HTML) {
        let groups = Dictionary(grouping: problems, by: \.rule).sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        html.table(
            DataTable(
                caption: "What looks wrong",
                columns: ["Check", "Table", .number("Records"), "What looks wrong"],
                rows: groups.map { rule, members in
                    [
                        .link(rule.replacing("-", with: " "), Address("data-quality").with("rule", rule)),
                        .text(members[0].table.replacing("_", with: " ")), .text(NumberText.count(members.count)),
                        .text(members[0].message),
                    ]
                },
                whenEmpty: "Nothing looks wrong."
            )
        )
        html.links([
            Link("Download as CSV", Address("data-quality").with("format", "csv")),
            Link("Download as JSON", Address("data-quality").with("format", "json")),
        ])
    }

    private func list(_ problems: [Problem], _ rule: String, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "\(rule.replacing("-", with: " ")): \(NumberText.plural(problems.count, "record", "records"))",
                columns: ["Record", "Column", "What looks wrong"],
                rows: problems.prefix(200).map { [.text($0.place), .text($0.field ?? ""), .text($0.message)] }
            )
        )
        html.paragraph { $0.link(Link("All checks", Address("data-quality"))) }
    }

    private func qualityFile(_ problems: [Problem], _ format: String) -> PageAnswer {
        format == "json"
            ? PageAnswer(
                contentType: "application/json",
                bytes: ProblemList.json(problems),
                fileName: "data-quality.json"
            )
            : PageAnswer(
                contentType: "text/csv; charset=utf-8",
                bytes: ProblemList.csv(problems),
                fileName: "data-quality.csv"
            )
    }
}
