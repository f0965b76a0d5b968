package import Report
import Values

extension ReportAnswer {
    /// The report for a spreadsheet: its figures at full precision, its tables, and its charts as the spreadsheet's own.
    package func workbook(imprint: Imprint) -> Workbook {
        Workbook(
            title: title,
            marking: .officialSensitive,
            lines: imprint.lines(time: time, knownAt: knownAt),
            notes: ["Shares are of those known; intervals are 95% intervals. Values are at full precision."],
            sheets: [figureSheet] + tables.map(\.sheet) + ReportCharts(self).charts.map(\.sheet)
        )
    }

    private var figureSheet: Sheet {
        Sheet(
            name: "Figures",
            title: "\(title): figures",
            columns: [
                "Figure", "Value", "Numerator", "Denominator", "95% interval from", "to", "Not known", "Unit",
                "Name to cite", "Meaning",
            ],
            rows: figures.map(\.cells)
        )
    }
}

extension Figure {
    fileprivate var cells: [SheetCell] {
        let parts =
            share.map { (Double($0.numerator), Double($0.denominator)) }
            ?? quotient.map { ($0.numerator, $0.denominator) }
        return [
            .words(label), SheetCell(value, of: unit), SheetCell(part: parts?.0), SheetCell(part: parts?.1),
            low.map { SheetCell($0, of: unit) } ?? .blank, high.map { SheetCell($0, of: unit) } ?? .blank,
            unknown.map { .number(Double($0), .decimal(0)) } ?? .blank, .words(unit.rawValue), .words(id),
            .words(definition),
        ]
    }
}

extension SheetCell {
    fileprivate init(part number: Double?) {
        self = number.map { .number($0, .decimal($0 == $0.rounded() ? 0 : 2)) } ?? .blank
    }
}

extension OpenedFigure {
    /// The figure and its records for a spreadsheet.
    package func workbook(imprint: Imprint) -> Workbook {
        Workbook(
            title: "\(answer.title): \(figure.label)",
            marking: .officialSensitive,
            lines: imprint.lines(time: answer.time, knownAt: answer.knownAt),
            notes: ["\(figure.label): \(FigureText.value(of: figure))"] + FigureText.details(of: figure)
                + ["Definition: \(figure.definition)"],
            sheets: [
                Sheet(
                    name: "Records",
                    title: "Records behind the figure",
                    columns: ["Record", "Table", "Standing", "Why"],
                    rows: members.map { member in
                        [
                            .words(member.record.key), .words(member.record.table), .words(member.standing.heading),
                            .words(member.because),
                        ]
                    }
                )
            ]
        )
    }
}
