import Documents
import Pay
package import Report
import Values

extension WorkedSimulation {
    /// The contract under the usual scenarios side by side.
    package var scenarioTable: ReportTable {
        ReportTable(
            id: "scenarios",
            title: "Scenarios: payment less cost for the investors, and the return of the middle course",
            columns: ["Scenario", "Paid, P50", "P10", "P50", "P90", "Multiple", "Rate a year", "Courses with a loss"],
            rows: scenarios.map { scenario, simulation in
                let middle = simulation.returns[1]
                return [
                    scenario.label, simulation.payment.p50.long, simulation.investor.p10.long,
                    simulation.investor.p50.long, simulation.investor.p90.long,
                    middle.multiple.map { NumberText.decimal($0, places: 2) } ?? "",
                    middle.internalRate.rate.map { NumberText.percent($0) } ?? "none",
                    NumberText.percent(simulation.investorLoss.courses) ?? "",
                ]
            }
        )
    }
}
