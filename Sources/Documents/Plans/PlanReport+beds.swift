import Pay
import Values

extension PlanReport {
    /// The plan with each number of beds in its range, side by side; nil where the plan does not leave the beds open.
    package var bedTable: DataTable? {
        guard let range = plan.ranges.first(where: { $0.input == .beds }), range.high - range.low < 10 else {
            return nil
        }
        let scenario = PlanScenario(plan, table.option)
        return DataTable(
            caption: "By the number of beds, children by the cohort's rules",
            columns: [
                "Beds", .number("Children"), .number("Go home"), .number("Cost, £"), .number("Saved in cash, £"),
                .number("A year costs less by the end, £"),
            ],
            rows: (Int(range.low)...Int(range.high)).map { beds in
                let changed = scenario.with(.beds, Double(beds))
                let made = PlanTable(changed.plan, option: changed.option)
                let gross = (made.line("gross")?.amounts ?? []).total
                let cash = (made.line("cash")?.amounts ?? []).total
                let rate = made.line("run-rate")?.amounts.last ?? .zero
                return [
                    .text("\(beds)"), .text(NumberText.count(made.children.count)),
                    .text(NumberText.count(made.children.count(where: \.returns))), .text(PlanText.whole(gross)),
                    .text(PlanText.whole(-cash)), .text(PlanText.whole(-rate)),
                ]
            }
        )
    }
}
