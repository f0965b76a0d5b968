import Definitions
import Pay
import Values

extension PlanReport {
    /// The plan for a terminal, at most 100 characters wide.
    func text(_ imprint: Imprint) -> String {
        var text = [title, String(repeating: "=", count: min(title.count, pageWidth))]
        text += lines(imprint).flatMap { wrap($0, width: pageWidth) }
        text += [""] + summary.flatMap { wrap($0, width: pageWidth) }
        for section in PlanLine.Section.allCases {
            text += heading("\(section.heading), in £") + tableLines(dataTable(section))
        }
        text += heading("Ways to pay for it, whole plan, in £") + tableLines(optionTable)
        for table in [sensitivityTable, bedTable, twoWayTable].compactMap(\.self) {
            text += heading(table.caption) + tableLines(table)
        }
        if let trialSentence { text += [""] + wrap(trialSentence, width: pageWidth) }
        text += heading("What was tried") + findings.flatMap(finding)
        text += heading("What is taken for granted")
        text += plan.assumptions.flatMap { bullet("\($0.what) (\($0.evidence.rawValue)). \($0.why)") }
        return text.joined(separator: "\n") + "\n"
    }

    private func heading(_ words: String) -> [String] {
        ["", words, ""]
    }

    /// How wide the first column may be: enough is left for six columns of tens of millions.
    private static let firstWidth = 22
    private static let columnsAtOnce = 6

    /// A table for a page as lines for a terminal; one with many columns stands in several parts below each other.
    private func tableLines(_ table: DataTable) -> [String] {
        let others = Array(table.columns.indices.dropFirst())
        let parts = stride(from: 0, to: others.count, by: PlanReport.columnsAtOnce).map { start in
            [0] + others[start..<min(start + PlanReport.columnsAtOnce, others.count)]
        }
        return Array(parts.map { part(table, columns: $0).lines() }.joined(separator: [""]))
    }

    private func part(_ table: DataTable, columns: [Int]) -> TextTable {
        let others = (pageWidth - PlanReport.firstWidth) / PlanReport.columnsAtOnce - 2
        let first = pageWidth - (others + 2) * (columns.count - 1)
        return TextTable(
            columns: columns.enumerated().map { place, column in
                TextTable.Column(
                    title: table.columns[column].title,
                    isNumeric: place > 0,
                    limit: place == 0 ? min(first, 44) : others
                )
            },
            rows: table.rows.map { row in columns.map { PlanReport.words(row[$0]) } }
        )
    }

    private static func words(_ cell: CellContent) -> String {
        switch cell {
        case .text(let words), .tag(let words, _): words
        case .link(let link): link.words
        case .html: ""
        }
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
