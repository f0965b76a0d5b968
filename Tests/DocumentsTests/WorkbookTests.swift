import Report
import Testing
import Values

@testable import Documents

@Suite struct `A cell of a spreadsheet` {
    @Test(arguments: [
        ("12", SheetCell.number(12, .decimal(0))), ("12,450", .number(12_450, .decimal(0))),
        ("2019", .number(2019, .digits)), ("91.0%", .number(0.91, .percent(1))), ("57.9%", .number(0.579, .percent(1))),
        ("£12,000", .number(12_000, .pounds(0))), ("£75.50", .number(75.5, .pounds(2))),
        ("\u{2212}£1,204.50", .number(-1204.5, .pounds(2))), ("\u{2212}3.5", .number(-3.5, .decimal(1))),
        ("c", .symbol(.hidden)), ("z", .symbol(.nothingToMeasure)), ("x", .symbol(.notAvailable)), ("k", .symbol(.low)),
        ("not available", .symbol(.nothingToMeasure)), ("", .blank),
        ("0012", .words("0012")), ("1,23", .words("1,23")), ("=1+1", .words("=1+1")), ("12 of 30", .words("12 of 30")),
        ("-", .words("-")), ("£", .words("£")), ("1.", .words("1.")), (".5", .words(".5")), ("1.2.3", .words("1.2.3")),
        ("1234567890123456", .words("1234567890123456")), ("£5%", .words("£5%")), ("inf", .words("inf")),
    ])
    func `is what a page writes there, as a number where it is one`(text: String, cell: SheetCell) {
        #expect(SheetCell(reading: text) == cell)
    }

    @Test func `is a day where a page writes one`() throws {
        let day = try #require(Day(iso: "2025-03-31"))
        for text in [day.iso, day.long, day.short] { #expect(SheetCell(reading: text) == .day(day)) }
        #expect(SheetCell(reading: "31 February 2025") == .words("31 February 2025"))
    }
}

@Suite struct `A spreadsheet` {
    @Test func `has contents and notes before its tables, each under a name of its own`() throws {
        let long = "A title that is much longer than the name of a tab may be: all of it"
        let table = ReportTable(
            id: "a",
            title: long,
            columns: ["Row", "Value", "Value", ""],
            rows: [["a", "1", "c", ""]]
        )
        let document = TableDocument(title: "T", lines: ["As at"], findings: ["So."], tables: [table, table])
        let book = document.workbook()
        #expect(book.sheets.map(\.name).count == Set(book.sheets.map { $0.name.lowercased() }).count)
        #expect(book.sheets.prefix(Workbook.before).map(\.name) == ["Contents", "Notes"])
        #expect(book.sheets.allSatisfy { $0.name.utf16.count <= 31 && !$0.name.contains(where: "[]:*?/\\".contains) })
        #expect(book.sheets[2].columns.map(\.title) == ["Row", "Value", "Value (2)", "Column 4"])
        let notes = book.sheets[1].rows.map { $0[0] }
        #expect(notes == [.words("[note 1]"), .words("[c]")])
    }

    @Test func `of a report has values at full precision and its charts as the spreadsheet's own`() throws {
        let book = try sampleAnswer().workbook(imprint: sampleImprint)
        let figures = try #require(book.sheets.first { $0.name == "Figures" })
        #expect(figures.rows[1][1] == .number(353.0 / 388, .percent(1)))
        #expect(figures.rows[1][2] == .number(353, .decimal(0)))
        #expect(figures.rows[2][1] == .symbol(.nothingToMeasure))
        #expect(figures.columns[1].format == nil)
        #expect(book.lines == sampleImprint.lines(time: try sampleAnswer().time, knownAt: 12))
    }

    @Test func `draws a picture with numbers beside its table`() throws {
        let picture = TrendChart(
            [.init("Q1", 0.5, low: 0.25, high: 0.75), .init("Q2", nil)],
            unit: .share,
            target: 0.8,
            placeTitle: "Quarter",
            valueTitle: "At home"
        )
        let words = ChartWords(headline: "H", subtitle: "S", summary: "Sum", source: "Register")
        let sheet = Chart("id", words, picture).sheet
        #expect(sheet.columns.map(\.title) == ["Quarter", "At home", "95% interval from", "to", "Target"])
        #expect(sheet.rows[0][1] == .number(0.5, .percent(1)))
        #expect(sheet.rows[1][1] == .blank)
        #expect(sheet.chart?.series == [1, 2, 3, 4])
    }

    @Test func `of nothing still has a row`() {
        let sheet = Sheet(name: "n", title: "t", columns: ["A", "B"], rows: [])
        #expect(sheet.rows == [[.words("There is nothing to show."), .blank]])
    }
}
