import Documents
package import Pay
import Records
package import Report
import Statistics
package import Values

/// What may be published of a contract, and so what investors know: counts and payments of quarters that are over, counts
/// to the nearest five, small ones hidden.
package struct InvestorView {
    /// The end of the last quarter that is over.
    package let day: Day
    /// Members that started; nil where the count is hidden.
    package let started: Int?
    /// Members that reached each outcome, by position; nil where the count is hidden.
    package let reached: [Int?]
    /// What was paid in each financial year; nil where so few results were paid that an amount would tell of one.
    package let paid: [(year: FinancialYear, amount: Money?)]
    private let contract: Contract

    package init(_ keeper: Keeper, _ contract: Contract, asAt today: Day) throws {
        let last = Quarter(containing: today).period.from - 1
        let reader = try keeper.cohort(of: contract, asAt: last)
        let members = reader.members
        day = last
        self.contract = contract
        started = InvestorView.shown(members.count, of: nil)
        reached = contract.outcomes.indices.map { outcome in
            InvestorView.shown(members.count { reader.finding(of: outcome, $0) != nil }, of: members.count)
        }
        paid = InvestorView.paid(try keeper.claims(of: contract.id).filter(\.stands), until: last)
    }

    private static let policy = DisclosurePolicy(rounding: 5)

    private static func paid(_ claims: [Claim], until day: Day) -> [(year: FinancialYear, amount: Money?)] {
        var paid: [FinancialYear: (results: Int, amount: Money)] = [:]
        for claim in claims {
            for step in claim.steps where step.state == .paid && step.on <= day {
                let year = FinancialYear(containing: step.on)
                let known = paid[year] ?? (0, .zero)
                paid[year] = (known.results + claim.results.count, known.amount + step.amount)
            }
        }
        return paid.sorted { $0.key < $1.key }.map { year, item in
            (year, policy.isSmall(item.results) ? nil : item.amount)
        }
    }

    /// A count as it may be shown: to the nearest five, and hidden where it is small or leaves few.
    private static func shown(_ count: Int, of most: Int?) -> Int? {
        policy.isSmall(count, of: most) ? nil : policy.rounded(count)
    }
}

extension InvestorView {
    /// Members, and how many reached each outcome.
    package var outcomeTable: ReportTable {
        let words = { (count: Int?) in count.map { NumberText.count($0) } ?? "hidden" }
        return ReportTable(
            id: "outcomes",
            title: "Members and outcomes",
            columns: ["What", "Number, to the nearest 5"],
            rows: [["Started", words(started)]] + zip(contract.outcomes, reached).map { [$0.label, words($1)] }
        )
    }

    /// What was paid in each financial year.
    package var paymentTable: ReportTable {
        ReportTable(
            id: "payments",
            title: "Paid for outcomes by financial year",
            columns: ["Financial year", "Paid"],
            rows: paid.map { [$0.year.long, $0.amount?.long ?? "hidden"] }
        )
    }
}
