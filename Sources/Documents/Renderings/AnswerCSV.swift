package import Report
import Values

extension ReportAnswer {
    /// One row a figure; what the report covers and what it stands on is repeated in each, so that rows of several
    /// reports can be put together.
    package func csv(imprint: Imprint) -> [UInt8] {
        var csv = CSVText(columns: headingColumns + figureColumns + ["definition"], imprint: imprint)
        for figure in figures {
            csv.append(headingCells + figure.cells + [.words(figure.definition)])
        }
        return csv.bytes
    }

    fileprivate var headingCells: [CSVText.Cell] {
        switch time {
        case .asAt(let day): [.words(report), .words(day.iso), "", "", .whole(knownAt)]
        case .during(let period):
            [.words(report), "", .words(period.from.iso), .words(period.to.iso), .whole(knownAt)]
        }
    }
}

extension OpenedFigure {
    /// One row a record behind the figure.
    package func csv(imprint: Imprint) -> [UInt8] {
        let columns = ["figure", "table", "key", "standing", "because"]
        var csv = CSVText(columns: headingColumns + columns, imprint: imprint)
        for member in members {
            csv.append(
                answer.headingCells
                    + [
                        .words(figure.id), .words(member.record.table), .words(member.record.key),
                        .words(member.standing.rawValue), .words(member.because),
                    ]
            )
        }
        return csv.bytes
    }
}

private let headingColumns = ["report", "as_at", "from", "to", "known_at"]
private let figureColumns = [
    "id", "label", "value", "unit", "numerator", "denominator", "low", "high", "unknown",
]

extension Figure {
    fileprivate var cells: [CSVText.Cell] {
        [
            .words(id), .words(label), .number(value), .words(unit.rawValue),
            .number(share.map { Double($0.numerator) } ?? quotient?.numerator),
            .number(share.map { Double($0.denominator) } ?? quotient?.denominator),
            .number(low), .number(high), .whole(unknown),
        ]
    }
}

extension Imprint {
    /// What a row of a document ends with.
    package static let columns = ["definitions", "made", "made_by", "completeness", "part", "link"]

    /// Every document has the same columns, so what one puts right stands with when it was made.
    private var madeWithCorrection: String { correction.map { "\(made). \($0)" } ?? made }

    /// In the order of the columns.
    var cells: [CSVText.Cell] {
        [
            .words(definitions), .words(madeWithCorrection), .words(maker), .words(completeness), .words(part),
            .words(again),
        ]
    }
}
