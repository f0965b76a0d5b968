import Documents
import Foundation
import Testing
import Values

@Suite struct `A chart` {
    @Test(arguments: 0..<100)
    func `keeps its words inside the picture, apart from each other, large and readable`(seed: UInt64) {
        var random = Seeded(seed)
        for (name, picture) in pictures(&random) {
            #expect(faultsOfLabels(picture.drawing()) == [], "\(name)")
        }
    }

    @Test(arguments: 0..<100)
    func `draws everything inside the picture, in colours that stand out`(seed: UInt64) {
        var random = Seeded(seed &+ 1000)
        for (name, picture) in pictures(&random) {
            let drawing = picture.drawing()
            #expect(drawing.width == 600)
            #expect(faultsOfShapes(drawing) == [], "\(name)")
        }
    }

    @Test(arguments: 0..<20)
    func `can be read as a table and is named for those who hear it`(seed: UInt64) {
        var random = Seeded(seed)
        for (name, picture) in pictures(&random) {
            let words = ChartWords(headline: "A & B", subtitle: "What", summary: "A sentence.", source: "Register")
            let html = HTML { $0.chart(Chart(name, words, picture)) }
            let tags = Tags(html)
            #expect(tags.fault == nil)
            #expect(Set(tags.ids).count == tags.ids.count)
            let svg = tags.all("svg", ["role": "img", "aria-labelledby": "\(name)-title \(name)-description"])
            #expect(svg.count == 1 && svg[0].attributes["font-family"] != nil)
            #expect(tags.ids.contains("\(name)-title") && tags.ids.contains("\(name)-description"))
            let rows = picture.table(caption: "What").rows.count
            #expect(tags.all("tr").count == (rows == 0 ? 0 : rows + 1))
            #expect(tags.all("div", ["aria-label": "Chart: A &amp; B", "role": "region", "tabindex": "0"]).count == 1)
            #expect(!html.string.contains("style=") && !html.string.contains("nan") && !html.string.contains("inf,"))
        }
    }

    @Test func `of every kind is among those that are measured here`() throws {
        let charts = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Documents/Charts")
        var random = Seeded(1)
        let measured = pictures(&random).map { "\(type(of: $0.picture))" }
        let files = try FileManager.default.contentsOfDirectory(at: charts, includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == "swift" {
            let kinds = try String(contentsOf: file, encoding: .utf8).matches(of: /struct (\w+): ChartPicture/)
            for kind in kinds { #expect(measured.contains(String(kind.1)), "\(kind.1)") }
        }
    }

    @Test(arguments: 0..<100) func `the size of a word stays inside its picture`(seed: UInt64) {
        var random = Seeded(seed)
        let values = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            Int.random(in: 0...5, using: &random) == 0 ? nil : Double.random(in: -1e6...1e6, using: &random)
        }
        #expect(faultsOfShapes(Sparkline(values).drawing()) == [])
    }

    @Test func `palette stands out from white, and says black or white on each colour`() {
        let fills: [Colour] = [.darkBlue, .turquoise, .darkPink, .orange, .darkGrey, .grey, .blue]
        for fill in fills {
            #expect(contrast(fill, .white) >= 3, "\(fill.hex)")
        }
        #expect(contrast(.ink, .white) > 15)
        #expect(contrast(.softInk, .white) >= 4.5)
        let neighbours: [Colour] = [.darkBlue, .turquoise, .darkPink, .orange]
        for (one, other) in zip(neighbours, neighbours.dropFirst()) {
            #expect(contrast(one, other) >= 3, "\(one.hex) beside \(other.hex)")
        }
    }

    @Test func `of values that are no numbers is drawn without them`() {
        let nan = Double.nan
        let pictures: [any ChartPicture] = [
            IntervalChart(
                [.init("a", value: nan, low: nan, high: .infinity, words: "none")],
                target: nan,
                rowTitle: "Row",
                valueTitle: "Value"
            ),
            TrendChart([.init("a", nan, low: nan, high: 1e300)], unit: .pounds, placeTitle: "Year", valueTitle: "Cost"),
            ChangeChart([.init("a", start: nan, latest: 1)], unit: .share, range: 0...1, rowTitle: "Area"),
            ColumnChart([.init("a", 1e300), .init("b", nan)], unit: .pounds, columnTitle: "Year", valueTitle: "Cost"),
        ]
        for picture in pictures {
            let svg = HTML { $0.svg(picture.drawing(), id: "x", title: "Title", description: "Words") }.string
            #expect(!svg.contains("=\"nan") && !svg.contains(",nan") && !svg.contains("=\"inf"))
        }
    }

    @Test func `of change stands in the order of the change`() {
        let chart = ChangeChart(
            [
                .init("a", start: 3, latest: 3), .init("b", start: 5, latest: 4), .init("c", start: 1, latest: 6),
                .init("d", start: 2, latest: 2),
            ],
            unit: .number("Score", places: 0),
            range: 0...10,
            rowTitle: "Area"
        )
        #expect(chart.rows.map(\.name) == ["c", "a", "d", "b"])
        let words = chart.drawing().labels.map(\.text)
        #expect(
            words.contains("1 to 6, up 5") && words.contains("3 to 3, no change") && words.contains("5 to 4, down 1")
        )
    }

    @Test func `of bars begins at nought and grows with the value`() {
        let chart = BarChart(
            [.init("a", 10), .init("b", 20)],
            unit: .count("Cases"),
            rowTitle: "Row",
            valueTitle: "Cases"
        )
        let bars = chart.drawing().shapes.compactMap { shape in
            if case .bar(let box, _, _) = shape { box } else { nil }
        }
        #expect(bars.count == 2 && bars[0].left == bars[1].left)
        #expect(abs(bars[1].width - 2 * bars[0].width) < 0.001)
    }

    @Test func `of parts gives each part its share of the row`() {
        let chart = StackedBarChart(
            parts: StackedBarChart.worseSameBetter,
            rows: [.init("MST", [10, 30, 60])],
            rowTitle: "Programme",
            things: "cases"
        )
        let bars = chart.drawing().shapes.compactMap { shape in
            if case .bar(let box, _, .some) = shape { box } else { nil }
        }
        #expect(bars.count == 3)
        #expect(abs(bars[1].width - 3 * bars[0].width) < 0.001 && abs(bars[2].width - 6 * bars[0].width) < 0.001)
        #expect(bars[0].right == bars[1].left && bars[1].right == bars[2].left)
    }

    @Test func `of a population has a bar for every age, those of nobody included`() {
        let chart = ColumnChart.population([3: 2, 16: 5, 40: 9], ages: 0...17, people: "Children")
        #expect(chart.columns.count == 18)
        #expect(chart.columns[3].value == 2 && chart.columns[4].value == 0)
    }

    @Test func `of spreads has no line for what is off its axis`() throws {
        func labels(_ mark: Double) throws -> [String] {
            let histogram = Histogram(
                edges: [0, 1, 2],
                counts: [1, 2],
                marks: [Histogram.Mark(mark, "The mark")],
                valueUnit: .number("Score", places: 0),
                valueTitle: "Score",
                things: "Cases"
            )
            return try #require(histogram).drawing().labels.map(\.text)
        }
        #expect(try labels(2).contains("The mark"))
        #expect(try !labels(2.1).contains("The mark") && !labels(-0.1).contains("The mark"))
    }

    @Test func `of a sum ends where its steps lead`() {
        let chart = WaterfallChart(
            [.init("a", finding: "one", 4), .init("b", finding: "two", -6.5)],
            mark: Histogram.Mark(3, "Threshold"),
            unit: .number("Weight", places: 1),
            stepTitle: "Step",
            totalTitle: "Whole"
        )
        let words = chart.drawing().labels.map(\.text)
        #expect(words.contains("+4.0") && words.contains("−6.5") && words.contains("−2.5"))
        let rows = chart.table(caption: "Steps").rows.map { row in
            row.map { if case .text(let words) = $0 { words } else { "" } }
        }
        #expect(rows == [["a", "one", "+4.0", "+4.0"], ["b", "two", "−6.5", "−2.5"]])
    }

    @Test func `of spreads needs edges that rise`() {
        func histogram(_ edges: [Double], _ counts: [Int]) -> Histogram? {
            Histogram(
                edges: edges,
                counts: counts,
                valueUnit: .number("Score", places: 0),
                valueTitle: "Score",
                things: "Cases"
            )
        }
        #expect(histogram([0, 1, 2], [1, 2]) != nil)
        #expect(histogram([0, 2, 1], [1, 2]) == nil)
        #expect(histogram([0, 1], [1, 2]) == nil)
        #expect(histogram([0], []) == nil)
    }
}
