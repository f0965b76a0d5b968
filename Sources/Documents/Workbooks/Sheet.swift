import Report

/// One table of a spreadsheet, on a sheet of its own, with its chart beside it where it has one.
package struct Sheet: Sendable {
    package struct Column: Sendable {
        package let title: String
        /// How its numbers are written, where all are written alike.
        package let format: SheetFormat?
        /// In characters.
        package let width: Int
    }

    /// On the tab.
    package private(set) var name: String
    /// Above the table.
    package let title: String
    /// Under the title, one a line.
    package let notes: [String]
    package private(set) var columns: [Column]
    /// As many cells in each as there are columns.
    package let rows: [[SheetCell]]
    package let chart: SheetChart?

    package init(
        name: String,
        title: String,
        notes: [String] = [],
        columns: [String],
        rows: [[SheetCell]],
        chart: SheetChart? = nil
    ) {
        self.name = name
        self.title = title
        self.notes = notes
        self.chart = chart
        let whole = rows.map { row in columns.indices.map { $0 < row.count ? row[$0] : .blank } }
        let nothing = [SheetCell.words("There is nothing to show.")] + columns.dropFirst().map { _ in .blank }
        self.rows = whole.isEmpty ? [nothing] : whole
        self.columns = Sheet.columns(columns, self.rows)
    }

    /// The same under another name on its tab.
    func named(_ name: String) -> Sheet {
        var sheet = self
        sheet.name = name
        return sheet
    }

    /// Symbols that stand for numbers in it.
    var symbols: Set<SheetCell.Symbol> {
        rows.reduce(into: []) { found, row in
            for case .symbol(let symbol) in row { found.insert(symbol) }
        }
    }

    /// Headings are what a table's columns are known by: there is one of each, and none is empty.
    private static func columns(_ titles: [String], _ rows: [[SheetCell]]) -> [Column] {
        var taken: Set<String> = []
        return titles.enumerated().map { index, written in
            let title = written.isEmpty ? "Column \(index + 1)" : String(written.prefix(200))
            var unique = title
            var number = 2
            while !taken.insert(unique.lowercased()).inserted {
                unique = "\(title) (\(number))"
                number += 1
            }
            let formats = Set(rows.compactMap { $0[index].format })
            let longest = rows.reduce(title.count) { max($0, $1[index].length) }
            return Column(title: unique, format: formats.count == 1 ? formats.first : nil, width: min(60, longest + 3))
        }
    }
}

extension SheetCell {
    /// How its number is written; nil where it is none.
    fileprivate var format: SheetFormat? {
        switch self {
        case .number(_, let format): format
        case .day: .day
        case .blank, .words, .symbol: nil
        }
    }

    /// About how many characters wide it is.
    fileprivate var length: Int {
        switch self {
        case .blank: 0
        case .words(let words): words.count
        case .number(let number, let format): "\(Int(clamping: number))".count + format.pattern.count / 2
        case .day: 17
        case .symbol: 3
        }
    }
}

extension Int {
    /// The whole part, as far as it can be held.
    fileprivate init(clamping number: Double) {
        self = Int(exactly: number.rounded(.towardZero)) ?? Int.max
    }
}

extension ReportTable {
    /// The table on a sheet: the first column names the rows, and the others are numbers where they are written as such.
    var sheet: Sheet {
        Sheet(
            name: title,
            title: title,
            columns: columns,
            rows: rows.map { row in
                row.enumerated().map { index, text in
                    index == 0 ? SheetCell(rowHeading: text) : SheetCell(reading: text)
                }
            }
        )
    }
}

extension SheetCell {
    /// What names a row stands as words, whatever it looks like.
    init(rowHeading text: String) {
        self = text.isEmpty ? .blank : .words(text)
    }
}
