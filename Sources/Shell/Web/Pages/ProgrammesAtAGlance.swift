import Actions
import Definitions
import Documents
import Report
import Values

/// The figures of the home page: the last 12 months of every programme, and the quarters before.
struct ProgrammesAtAGlance {
    /// One programme, or all of them.
    private struct Row {
        /// The programme's code, or `all`.
        let code: String
        let title: String
        let programme: Programme?
    }

    private let keeper: Keeper
    private let day: Day
    private let year: AskedPeriod
    private let rows: [Row]
    /// The at-home share at six months of each of the last eight quarters.
    private let quarters: [(quarter: Quarter, answer: ReportAnswer?)]
    private let keyInformation: [String: ReportAnswer]

    private struct AskedPeriod {
        let period: Period
        let answer: ReportAnswer?
        let before: ReportAnswer?
    }

    private static let quartersShown = 8

    init(_ keeper: Keeper, asAt day: Day) throws {
        self.keeper = keeper
        self.day = day
        let period = Period.last(months: 12, asAt: day)
        let before = Period.last(months: 12, asAt: period.from - 1)
        year = AskedPeriod(
            period: period,
            answer: try keeper.answer(.performance(during: period)),
            before: try keeper.answer(.performance(during: before))
        )
        quarters = try ProgrammesAtAGlance.quarters(keeper, endingAt: day)
        let codes = try keeper.picture().programmes
        rows = codes.map {
            Row(code: $0, title: keeper.definitions.programmeTitle($0), programme: keeper.definitions.programme($0))
        }
        var keyInformation: [String: ReportAnswer] = [:]
        for code in codes { keyInformation[code] = try keeper.answer(.keyInformation(asAt: day, programme: code)) }
        keyInformation["all"] = try keeper.answer(.keyInformation(asAt: day, programme: nil))
        self.keyInformation = keyInformation
    }

    /// The last whole quarters up to the day.
    private static func quarters(_ keeper: Keeper, endingAt day: Day) throws -> [(Quarter, ReportAnswer?)] {
        var quarter = Quarter(containing: day)
        if quarter.period.to > day { quarter = Quarter(containing: quarter.period.from - 1) }
        var list: [(Quarter, ReportAnswer?)] = []
        for _ in 0..<quartersShown {
            list.append((quarter, try keeper.answer(.performance(during: quarter.period))))
            quarter = Quarter(containing: quarter.period.from - 1)
        }
        return list.reversed()
    }

    private func opens(_ figure: String) -> Address {
        Address("figures", "performance", figure).with("from", year.period.from.iso).with("to", year.period.to.iso)
    }

    /// Four numbers over all programmes.
    var tiles: [FigureTile] {
        let wanted = [
            ("all.families.served", "Families served"), ("all.home.6.share", "At home at 6 months"),
            ("all.completed.share", "Cases completed"), ("all.referral_to_start.median_days", "Days from referral"),
        ]
        return wanted.compactMap { id, label in
            guard let figure = year.answer?[id: id] else { return nil }
            return FigureTile(
                label: label,
                number: FigureText.value(of: figure),
                details: FigureText.details(of: figure).first ?? "in the last 12 months",
                verdict: figure.unit == .share ? verdict(id) : nil,
                comparedWith: "on the year before",
                sparkline: Sparkline(quarters.map { $0.answer?[id: id]?.value }),
                opens: opens(id)
            )
        }
    }

    private func verdict(_ id: String) -> Verdict {
        Verdict.change(from: year.before?[id: id]?.range, to: year.answer?[id: id]?.range)
    }

    /// A programme a row.
    var table: DataTable {
        DataTable(
            caption: "Programmes, \(year.period.long)",
            columns: [
                "Programme", .number("Families"), .number("At home at 6 months"), .number("95% interval"), "Trend",
                .number("Care days"), .number("Care proportion"), .number("Baseline"), .number("Days below baseline"),
            ],
            rows: (rows + [Row(code: "all", title: "All programmes", programme: nil)]).map(cells)
        )
    }

    private func cells(_ row: Row) -> [CellContent] {
        let home = year.answer?[id: "\(row.code).home.6.share"]
        let families = year.answer?[id: "\(row.code).families.served"]
        let care = keyInformation[row.code]
        let days = care?[id: "care.days"]
        let proportion = care?[id: "care.proportion"]
        let key = { (id: String) in
            Address("figures", "key-information", id).with("as-at", self.day.iso).with(
                "programme",
                row.code == "all" ? nil : row.code
            )
        }
        return [
            .text(row.title),
            families.map { .link(FigureText.value(of: $0), opens($0.id)) } ?? "",
            home.map { .link($0.value == nil ? "none due" : FigureText.value(of: $0), opens($0.id)) } ?? "",
            .text(home.flatMap(FigureText.interval) ?? ""),
            .text(verdict("\(row.code).home.6.share").words),
            days.map { .link(NumberText.count(Int($0.value ?? 0)), key($0.id)) } ?? "",
            proportion.map { .link($0.value == nil ? "none" : FigureText.value(of: $0), key($0.id)) } ?? "",
            .text(row.programme?.careBaselinePercent.map { "\($0.plain)%" } ?? "None set"),
            .text(belowBaseline(row.programme, proportion) ?? ""),
        ]
    }

    /// Care days fewer than the baseline would lead one to expect of the same child days, rounded to whole days.
    private func belowBaseline(_ programme: Programme?, _ proportion: Figure?) -> String? {
        guard let percent = programme?.careBaselinePercent, let share = proportion?.share else { return nil }
        let expected = percent.double / 100 * Double(share.denominator)
        return NumberText.count(Int((expected - Double(share.numerator)).rounded()))
    }

    /// Children at home six months after closure, quarter by quarter.
    var homeTrend: Chart {
        let places = quarters.map { item in
            let figure = item.answer?[id: "all.home.6.share"]
            return TrendChart.Place(item.quarter.short, figure?.value, low: figure?.low, high: figure?.high)
        }
        let known = places.compactMap(\.value)
        let first = known.first.map(NumberText.percent) ?? "not available"
        let last = known.last.map(NumberText.percent) ?? "not available"
        return Chart(
            "home-trend",
            ChartWords(
                headline: "\(last) of children are at home six months after closure",
                subtitle: "Share of children at home at 6 months, all programmes, by quarter",
                summary: "\(first) in the first quarter shown, \(last) in the last. The band is the 95% interval.",
                source: "The register, as known now."
            ),
            TrendChart(places, unit: .share, placeTitle: "Quarter", valueTitle: "At home at 6 months")
        )
    }

    /// Where the children of each programme are now.
    var homeNow: Chart {
        let chartRows = rows.compactMap { row in
            keyInformation[row.code]?[id: "home.now"].map { IntervalChart.Row(row.title, $0) }
        }
        let all = keyInformation["all"]?[id: "home.now"]
        return Chart(
            "home-now",
            ChartWords(
                headline: "\(all.map(FigureText.value) ?? "") of index children are not in care now",
                subtitle: "Share of all cases opened whose child is not in care, as at \(day.long)",
                summary: "Each line is a programme's share with its 95% interval.",
                source: "The register, as known now."
            ),
            IntervalChart(chartRows, rowTitle: "Programme", valueTitle: "Not in care")
        )
    }
}

extension Figure {
    /// The interval, where there is one.
    var range: ClosedRange<Double>? {
        guard let low, let high, low <= high else { return nil }
        return low...high
    }
}

extension Quarter {
    /// `Jul to Sep 26`, for an axis.
    fileprivate var short: String {
        let names = ["Jan to Mar", "Apr to Jun", "Jul to Sep", "Oct to Dec"]
        return "\(names[number - 1]) \(year % 100 < 10 ? "0" : "")\(year % 100)"
    }
}
