package import Pay
package import Report
package import Values

/// How many children will be in care, by age and kind of placement, and how well that would have been known before.
package struct DemandReport: Sendable {
    package let method: DemandMethod
    package let reference: Period
    package let forecast: CareForecast
    /// The same where a programme brings children home; nil where that was not asked for.
    package let scenario: (goingHome: GoingHome, forecast: CareForecast)?
    package let backTest: BackTest?
    /// Episodes that could not be counted by age.
    package let withoutBirth: Int
    /// What a week in each kind of placement costs; kinds without a price have no cost.
    package let weeklyPrices: [PlacementCategory: Money]

    package init(
        _ counts: CareCounts,
        method: DemandMethod,
        reference: Period,
        days: Int,
        backTest: BackTest?,
        withoutBirth: Int,
        weeklyPrices: [PlacementCategory: Money] = [:],
        goingHome: GoingHome? = nil
    ) {
        self.method = method
        self.reference = reference
        forecast = method.forecast(counts, reference: reference, days: days)
        scenario = goingHome.map { ($0, method.forecast(counts, reference: reference, days: days, goingHome: $0)) }
        self.backTest = backTest
        self.withoutBirth = withoutBirth
        self.weeklyPrices = weeklyPrices
    }

    /// The forecast as a document; `change` is the state of the register it stands on, nil where it was made from files.
    package func document(_ format: DocumentFormat, imprint: Imprint, knownAt change: Int? = nil) -> Document {
        format.document(of: tables(imprint, change), csv: { csv(imprint) }, json: { json(imprint, change) })
    }

    /// The tables of the answer, those that have anything in them.
    package var tables: [ReportTable] {
        [totalTable, stateTable] + [costTable, backTestTable].compactMap(\.self)
    }

    private func tables(_ imprint: Imprint, _ change: Int?) -> TableDocument {
        TableDocument(
            title: "Children in care to come",
            lines: [
                "Rates of \(reference.long)", "Method: \(method.label)",
                withoutBirth == 0
                    ? "Every child has a date of birth"
                    : "\(NumberText.plural(withoutBirth, "episode", "episodes")) of children without a date of birth left out",
            ] + imprint.lines(covers: covers, knownAt: change),
            findings: findings,
            tables: tables
        )
    }

    private var covers: String {
        "As at \(forecast.origin.long), \(NumberText.plural(forecast.days.count - 1, "day", "days")) ahead"
    }

    /// What is to come, in sentences.
    package var findings: [String] {
        guard let now = forecast.days.first, let last = forecast.days.last else { return [] }
        let band = method.band(last.total, variance: last.totalVariance)
        let day = forecast.origin + (forecast.days.count - 1)
        return [
            "\(NumberText.decimal(now.total, places: 0)) children are in care on \(forecast.origin.long), and "
                + "\(NumberText.decimal(last.total, places: 0)) are expected on \(day.long), between "
                + "\(NumberText.decimal(band.lowerBound, places: 0)) and \(NumberText.decimal(band.upperBound, places: 0)).",
            "This is what would come of the rates of the past; it knows of no change of policy, price or practice.",
        ] + scenarioFindings
    }

    private var scenarioFindings: [String] {
        guard let scenario, let without = forecast.days.last, let with = scenario.forecast.days.last else { return [] }
        let home = scenario.goingHome
        let fewer = NumberText.decimal(without.total - with.total, places: 1)
        let saved = costs(of: forecast).map(\.cost).total - costs(of: scenario.forecast).map(\.cost).total
        return [
            "With \(NumberText.trimmed(home.eachQuarter, places: 2)) more children a quarter going home from residential care "
                + "at \(home.state.age.label.lowercased()), \(fewer) fewer would be in care on the last day"
                + (weeklyPrices.isEmpty ? "." : ", and £\(PlanText.whole(saved)) less would be spent by then.")
        ]
    }

    /// Children in care over the days shown, with the band they are expected within; nil where nothing is forecast.
    package var chart: Chart? {
        guard let finding = findings.first, forecast.days.count > 1 else { return nil }
        let places = shownDays.compactMap { day -> TrendChart.Place? in
            guard let expected = forecast.expected(day) else { return nil }
            let band = method.band(expected.total, variance: expected.totalVariance)
            return TrendChart.Place(day.short, expected.total, low: band.lowerBound, high: band.upperBound)
        }
        return Chart(
            "demand",
            ChartWords(
                headline: "How many children are expected in care",
                subtitle: "All children in care, expected and the band of 95 in 100, by quarter's end",
                summary: finding,
                source: "Placements of the register, rates of \(reference.long). Method: \(method.label.lowercased())."
            ),
            TrendChart(
                places,
                unit: .number("Children", places: 1),
                placeTitle: "Day",
                valueTitle: "Children in care, expected"
            )
        )
    }

    // MARK: Tables

    /// The origin and every quarter's end after it that the forecast reaches, and its last day.
    private var shownDays: [Day] {
        let last = forecast.origin + (forecast.days.count - 1)
        var days = [forecast.origin]
        var quarter = FinancialQuarter(containing: forecast.origin + 1)
        while (quarter + 1).firstDay - 1 < last {
            if (quarter + 1).firstDay - 1 > forecast.origin { days.append((quarter + 1).firstDay - 1) }
            quarter = quarter + 1
        }
        return last > forecast.origin ? days + [last] : days
    }

    private var totalTable: ReportTable {
        ReportTable(
            id: "total",
            title: "All children in care",
            columns: ["Day", "Expected", "Low", "High"],
            rows: shownDays.compactMap { day in
                forecast.expected(day).map { expected in
                    let band = method.band(expected.total, variance: expected.totalVariance)
                    return [day.long] + [expected.total, band.lowerBound, band.upperBound].map(DemandReport.number)
                }
            }
        )
    }

    private var stateTable: ReportTable {
        let last = forecast.days.last
        return ReportTable(
            id: "states",
            title: "By age and kind of placement, now and on the last day",
            columns: ["Age and placement", "Now", "Expected", "Low", "High"],
            rows: CareState.all.compactMap { state in
                guard let now = forecast.days.first?.mean[state.index], let last else { return nil }
                let mean = last.mean[state.index]
                guard now > 0 || mean >= 0.05 else { return nil }
                let band = method.band(mean, variance: last.variance[state.index])
                return [state.label] + [now, mean, band.lowerBound, band.upperBound].map(DemandReport.number)
            }
        )
    }

    private static func number(_ value: Double) -> String {
        NumberText.decimal(value, places: 1)
    }

    /// What the days of each quarter cost; children are not rounded.
    private func costs(of forecast: CareForecast) -> [(quarter: FinancialQuarter, cost: Money)] {
        var pence: [FinancialQuarter: Double] = [:]
        for (index, expected) in forecast.days.enumerated().dropFirst() {
            let quarter = FinancialQuarter(containing: forecast.origin + index)
            for state in CareState.all {
                guard let price = weeklyPrices[state.placement] else { continue }
                pence[quarter, default: 0] += expected.mean[state.index] * Double(price.pence) / 7
            }
        }
        return pence.sorted { $0.key < $1.key }.map { ($0.key, Money(pence: Int64($0.value.rounded()))) }
    }

    private var costTable: ReportTable? {
        guard !weeklyPrices.isEmpty else { return nil }
        return ReportTable(
            id: "costs",
            title: "What it costs at the weekly prices given",
            columns: ["Quarter", "Cost"],
            rows: costs(of: forecast).map { [$0.quarter.text, "£\(PlanText.whole($0.cost))"] }
        )
    }

    private var backTestTable: ReportTable? {
        backTest.map { test in
            ReportTable(
                id: "back_test",
                title:
                    "Forecasts from \(NumberText.plural(test.origins.count, "quarter's end", "quarters' ends")) of the past "
                    + "against what came; inside is the share within the band, which should hold 95%",
                columns: [
                    "Method", "Days ahead", "Error, all", "Bias, all", "Inside, all", "Error, by state",
                    "Inside, by state",
                ],
                rows: test.results.map { result in
                    [
                        result.method.label, "\(result.ahead)", DemandReport.number(result.total.meanError),
                        DemandReport.number(result.total.bias), NumberText.percent(result.total.coverage) ?? "none",
                        DemandReport.number(result.states.meanError),
                        NumberText.percent(result.states.coverage) ?? "none",
                    ]
                }
            )
        }
    }

    private static func number(_ value: Double?) -> String {
        value.map { NumberText.decimal($0, places: 1) } ?? "none"
    }

    // MARK: Data

    /// One row a state and day.
    private func csv(_ imprint: Imprint) -> [UInt8] {
        let columns = ["method", "day", "age", "placement", "expected", "variance", "low", "high"]
        var csv = CSVText(columns: columns, imprint: imprint)
        for (index, expected) in forecast.days.enumerated() {
            for state in CareState.all {
                let (mean, variance) = (expected.mean[state.index], expected.variance[state.index])
                guard mean > 0 || variance > 0 else { continue }
                let band = method.band(mean, variance: variance)
                csv.append([
                    .words(method.rawValue), .words((forecast.origin + index).iso), .words(state.age.label),
                    .words(state.placement.label), .number(mean), .number(variance), .number(band.lowerBound),
                    .number(band.upperBound),
                ])
            }
        }
        return csv.bytes
    }

    private func json(_ imprint: Imprint, _ change: Int?) -> [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("method", method.rawValue)
            json.field("reference_from", reference.from.iso)
            json.field("reference_to", reference.to.iso)
            json.field("episodes_without_birth", withoutBirth)
            json.field("known_at", change)
            imprint.write(to: &json)
            json.key("days")
            json.array { json in
                for day in shownDays {
                    guard let expected = forecast.expected(day) else { continue }
                    json.object { json in
                        json.field("day", day.iso)
                        json.field("expected", expected.total)
                        json.field("variance", expected.totalVariance)
                    }
                }
            }
            if let scenario, let last = scenario.forecast.days.last {
                json.field("going_home_each_quarter", scenario.goingHome.eachQuarter)
                json.field("expected_with_them_home", last.total)
            }
            json.key("costs")
            json.object { json in
                for cost in costs(of: forecast) { json.field(cost.quarter.text, Int(cost.cost.pence)) }
            }
            json.objects("back_test", backTest?.results ?? []) { result, json in
                json.field("method", result.method.rawValue)
                json.field("days_ahead", result.ahead)
                json.field("forecasts", result.total.forecasts)
                json.field("mean_error", result.total.meanError)
                json.field("bias", result.total.bias)
                json.field("inside", result.total.coverage.value)
                json.field("mean_error_by_state", result.states.meanError)
                json.field("inside_by_state", result.states.coverage.value)
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
