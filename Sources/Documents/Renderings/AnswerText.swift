package import Report
import Values

extension ReportAnswer {
    /// The report for a terminal, at most 100 characters wide.
    package func text(imprint: Imprint) -> String {
        var lines = heading(imprint)
        lines += figureTable.lines()
        for table in tables {
            lines += ["", table.title, ""]
            lines += table.textTable.lines()
        }
        return lines.joined(separator: "\n") + "\n"
    }

    fileprivate func heading(_ imprint: Imprint) -> [String] {
        [title, String(repeating: "=", count: min(title.count, pageWidth)), Marking.officialSensitive.rawValue]
            + imprint.lines(time: time, knownAt: knownAt).flatMap { wrap($0, width: pageWidth) } + [""]
    }

    private var figureTable: TextTable {
        TextTable(
            columns: [
                .init(title: "Figure", isNumeric: false, limit: 32),
                .init(title: "What it counts", isNumeric: false, limit: 28),
                .init(title: "Value", isNumeric: true, limit: 14),
                .init(title: "Of", isNumeric: false, limit: nil),
            ],
            rows: figures.map { figure in
                [
                    figure.id, figure.label, FigureText.shortValue(of: figure),
                    FigureText.details(of: figure).joined(separator: ", "),
                ]
            }
        )
    }
}

extension OpenedFigure {
    /// The figure, what it means, and its records by standing, for a terminal.
    package func text(imprint: Imprint) -> String {
        var lines = answer.heading(imprint)
        lines += wrap("\(figure.label): \(FigureText.value(of: figure))", width: pageWidth)
        lines += FigureText.details(of: figure)
        lines += wrap("Definition: \(figure.definition)", width: pageWidth)
        for group in groups {
            lines += [
                "", "\(group.standing.heading): \(NumberText.plural(group.members.count, "record", "records"))", "",
            ]
            lines += table(of: group.members).lines()
        }
        if members.isEmpty { lines += ["", "No records stand behind this figure."] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func table(of members: [Member]) -> TextTable {
        TextTable(
            columns: [
                .init(title: "Table", isNumeric: false, limit: 16),
                .init(title: "Record", isNumeric: false, limit: 24),
                .init(title: "Why", isNumeric: false, limit: nil),
            ],
            rows: members.map { [$0.record.table, $0.record.key, $0.because] }
        )
    }
}

extension ReportTable {
    var textTable: TextTable {
        // What the gaps between columns leave, shared out evenly.
        let limit = max(4, (pageWidth - 2 * max(0, columns.count - 1)) / max(1, columns.count))
        let complete = rows.map { row in
            columns.indices.map { $0 < row.count ? row[$0] : "" }
        }
        return TextTable(
            columns: columns.indices.map { column in
                .init(
                    title: columns[column],
                    isNumeric: isNumeric(column: column),
                    limit: limit
                )
            },
            rows: complete
        )
    }

    /// Whether a column holds numbers: every cell that is not empty begins with a digit, a minus or a pound sign.
    package func isNumeric(column: Int) -> Bool {
        let cells = rows.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
        return column > 0 && !cells.isEmpty
            && cells.allSatisfy { cell in
                let first = cell.unicodeScalars.first.map { Character($0) } ?? " "
                return first.isNumber || "\u{2212}-£".contains(first)
            }
    }
}
