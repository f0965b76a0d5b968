/// A chart of a spreadsheet's own, over columns of its sheet.
package struct SheetChart: Sendable {
    package enum Kind: Sendable {
        case lines, bars, columns, stackedBars
    }

    package let kind: Kind
    /// The columns that are drawn; the first column of the sheet names the places.
    package let series: [Int]
    package let title: String
    package let placeTitle: String
    package let valueTitle: String
    /// What it shows, for who cannot see it.
    package let description: String
}

/// How a spreadsheet draws a picture: its kind, and numbers at full precision, one for each row of the picture's table.
package struct NativeChart: Sendable {
    package struct Series: Sendable {
        let title: String
        let values: [Double?]

        init?(_ title: String, _ values: [Double?]) {
            guard values.contains(where: { $0 != nil }) else { return nil }
            self.title = title
            self.values = values
        }
    }

    let kind: SheetChart.Kind
    let unit: ChartUnit
    let series: [Series]

    init(_ kind: SheetChart.Kind, _ unit: ChartUnit, _ series: [Series?]) {
        self.kind = kind
        self.unit = unit
        self.series = series.compactMap(\.self)
    }
}

extension Chart {
    /// The picture's table on a sheet with a chart of the spreadsheet's own; without one where it has no such chart.
    var sheet: Sheet {
        let names = table.rows.map { $0.first?.words ?? "" }
        let series = native?.series ?? []
        let drawn = native == nil ? [] : Set(table.columns.indices.filter { table.columns[$0].kind == .number })
        let kept = table.columns.indices.dropFirst().filter { !drawn.contains($0) }
        return Sheet(
            name: "Chart",
            title: words.headline,
            notes: [words.subtitle, words.summary, "Source: \(words.source)"],
            columns: [table.columns[0].title] + series.map(\.title) + kept.map { table.columns[$0].title },
            rows: table.rows.enumerated().map { index, row in
                [SheetCell(rowHeading: names[index])]
                    + series.map { series in
                        let value = index < series.values.count ? series.values[index] : nil
                        return value.map { SheetCell.number($0, native?.unit.sheetFormat ?? .decimal(2)) } ?? .blank
                    } + kept.map { SheetCell(reading: row[$0].words) }
            },
            chart: series.isEmpty || table.rows.isEmpty
                ? nil
                : native.map { native in
                    SheetChart(
                        kind: native.kind,
                        series: native.kind == .bars ? [1] : Array(1...series.count),
                        title: words.headline,
                        placeTitle: table.columns[0].title,
                        valueTitle: native.unit.axisTitle ?? series[0].title,
                        description: words.summary
                    )
                }
        )
    }
}

extension DataTable {
    /// The table on a sheet: the first column names the rows, and the others are numbers where they are written as such.
    var sheet: Sheet {
        Sheet(
            name: caption,
            title: caption,
            columns: columns.map(\.title),
            rows: rows.map { row in
                row.enumerated().map { index, cell in
                    index == 0 ? SheetCell(rowHeading: cell.words) : SheetCell(reading: cell.words)
                }
            }
        )
    }
}

extension CellContent {
    /// Its words alone.
    var words: String {
        switch self {
        case .text(let words), .tag(let words, _): words
        case .link(let link): link.words
        case .html: ""
        }
    }
}

extension ChartUnit {
    var sheetFormat: SheetFormat {
        switch self {
        case .count: .decimal(0)
        case .share: .percent(1)
        case .pounds: .pounds(0)
        case .number(_, let places): .decimal(places)
        }
    }
}
