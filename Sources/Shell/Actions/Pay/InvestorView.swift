import Documents
package import Pay
import Records
package import Report
import Statistics
package import Values

/// What investors may know of a contract: counts and payments of quarters that are over, rounded, small ones hidden.
package struct InvestorView {
    /// The end of the last quarter that is over.
    package let day: Day
    private let contract: Contract
    private let statement: Statement
    private let started: Int
    private let reached: [Int]
    private let claims: [Claim]

    package init(_ keeper: Keeper, _ contract: Contract, asAt today: Day) throws {
        let last = Quarter(containing: today).period.from - 1
        let reader = try keeper.cohort(of: contract, asAt: last)
        day = last
        self.contract = contract
        statement = Statement(contract, reader.facts(), asAt: last)
        started = reader.members.count
        reached = contract.outcomes.indices.map { outcome in
            reader.members.count { reader.finding(of: outcome, $0) != nil }
        }
        claims = try keeper.claims(of: contract.id).filter(\.stands)
    }

    /// Members, and how many reached each outcome, to the nearest five.
    package var outcomeTable: ReportTable {
        ReportTable(
            id: "outcomes",
            title: "Members and outcomes",
            columns: ["", "Number, to the nearest 5"],
            rows: [["Started", InvestorView.rounded(started, of: nil)]]
                + zip(contract.outcomes, reached).map { [$0.label, InvestorView.rounded($1, of: started)] }
        )
    }

    /// What was paid in each financial year; hidden where so few results were paid that an amount would tell of one.
    package var paymentTable: ReportTable {
        var paid: [FinancialYear: (results: Int, amount: Money)] = [:]
        for claim in claims {
            for step in claim.steps where step.state == .paid && step.on <= day {
                let year = FinancialYear(containing: step.on)
                let known = paid[year] ?? (0, .zero)
                paid[year] = (known.results + claim.results.count, known.amount + step.amount)
            }
        }
        return ReportTable(
            id: "payments",
            title: "Paid for outcomes by financial year",
            columns: ["Financial year", "Paid"],
            rows: paid.sorted { $0.key < $1.key }.map { year, item in
                [year.long, DisclosureControl().isSmall(item.results, of: nil) ? "hidden" : item.amount.long]
            }
        )
    }

    /// A count as it may be shown: to the nearest five, and hidden where it is small or leaves few.
    static func rounded(_ count: Int, of most: Int?) -> String {
        guard !DisclosureControl().isSmall(count, of: most) else { return "hidden" }
        return NumberText.count((count + 2) / 5 * 5)
    }
}
