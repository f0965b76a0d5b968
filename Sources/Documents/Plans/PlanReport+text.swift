import Definitions
import Pay
import Values

extension PlanReport {
    /// The plan for a terminal, at most 100 characters wide.
    func text(made: String) -> String {
        var text = [title, String(repeating: "=", count: min(title.count, pageWidth))]
        text += lines(made: made).flatMap { wrap($0, width: pageWidth) }
        text += [""] + summary.flatMap { wrap($0, width: pageWidth) }
        for section in PlanLine.Section.allCases {
            text += heading("\(section.heading), in £") + lineTable(section).lines()
        }
        text += heading("Ways to pay for it, whole plan, in £") + textTable(optionTable, first: 40).lines()
        if let sensitivityTable {
            text += heading(sensitivityTable.caption) + textTable(sensitivityTable, first: 40).lines()
        }
        if let twoWayTable { text += heading(twoWayTable.caption) + textTable(twoWayTable, first: 20).lines() }
        if let trialSentence { text += [""] + wrap(trialSentence, width: pageWidth) }
        text += heading("What was tried") + findings.flatMap(finding)
        text += heading("What is taken for granted")
        text += plan.assumptions.flatMap { bullet("\($0.what) (\($0.evidence.rawValue)). \($0.why)") }
        return text.joined(separator: "\n") + "\n"
    }

    private func heading(_ words: String) -> [String] {
        ["", words, ""]
    }

    private func lineTable(_ section: PlanLine.Section) -> TextTable {
        textTable(dataTable(section), first: 34)
    }

    /// A table for a page as one for a terminal: the first column wraps, the others are as wide as they need be.
    private func textTable(_ table: DataTable, first: Int) -> TextTable {
        let others = max(8, (pageWidth - first - 2 * (table.columns.count - 1)) / max(1, table.columns.count - 1))
        return TextTable(
            columns: table.columns.enumerated().map { index, column in
                TextTable.Column(title: column.title, isNumeric: index > 0, limit: index == 0 ? first : others)
            },
            rows: table.rows.map { row in
                row.map { cell in
                    switch cell {
                    case .text(let words): words
                    case .link(let link): link.words
                    case .tag(let words, _): words
                    case .html: ""
                    }
                }
            }
        )
    }

    private func finding(_ finding: PlanFinding) -> [String] {
        bullet("\(finding.standing.words): \(finding.sentence)")
            + finding.evidence.flatMap { evidence in
                wrap("\(evidence.words): \(evidence.text)", width: pageWidth - 4).map { "    " + $0 }
            }
    }

    /// Words after a hyphen, wrapped below each other.
    private func bullet(_ words: String) -> [String] {
        wrap(words, width: pageWidth - 2).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    }
}
