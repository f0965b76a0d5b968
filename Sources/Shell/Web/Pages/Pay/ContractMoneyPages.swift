import Access
import Actions
import Documents
import Ledger
import Pay
import Report
import Values

extension Pages {
    /// The books of a contract as they were kept with its claims.
    func contractLedger(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request) else { return notFound() }
        let books = try keeper.books(of: contract)
        if request.asked("format") == "csv" {
            return try download(.finished(books.csv), .csv, named: "\(contract.id)-ledger")
        }
        let balances = books.journal.balances()
        return page(head(contract, "Books")) { html in
            html.lead(
                "Debits and credits, posted when a claim is approved, paid or reversed. An entry is never changed."
            )
            for finding in balances.findings() {
                html.warning("\(finding.account.party): \(finding.words).")
            }
            html.table(
                DataTable(
                    caption: "Balances",
                    columns: ["Party", "Year earned", "Heading", .number("Balance")],
                    rows: balances.accounts.map { account in
                        let pence = balances.byAccount[account] ?? 0
                        let own = account.heading.isDebit ? pence : -pence
                        return [
                            .text(account.party), .text(account.year.code), .text(account.heading.label),
                            .text(Money(pence: Int64(clamping: own)).long),
                        ]
                    },
                    whenEmpty: "Nothing has been posted yet: approve a claim first."
                )
            )
            html.table(
                DataTable(
                    caption: "Entries",
                    columns: [
                        .number("Entry"), .date("Date"), "Reference", "Heading", "Party", .number("Debit"),
                        .number("Credit"), "What",
                    ],
                    rows: books.journal.lines.map { line in
                        [
                            .text("\(line.entry)"), .text(line.on.short), .text(line.reference),
                            .text(line.account.heading.label), .text(line.account.party),
                            .text(line.debit == .zero ? "" : line.debit.long),
                            .text(line.credit == .zero ? "" : line.credit.long), .text(line.text),
                        ]
                    },
                    whenEmpty: "There are no entries."
                )
            )
            html.links([
                Link(
                    "Download as CSV for the finance system",
                    Address("contracts", contract.id, "ledger").with("format", "csv")
                )
            ])
        }
    }

    /// What an investor may know: published figures alone.
    func contractInvestors(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request), mayInvest(contract) else { return notFound() }
        let view = try InvestorView(keeper, contract, asAt: keeper.today())
        return page(head(contract, "Performance for investors")) { html in
            html.lead("As at \(view.day.long), the end of the last quarter. Counts are rounded, and small ones hidden.")
            html.table(view.outcomeTable.dataTable)
            html.table(view.paymentTable.dataTable)
            investorReturns(contract, &html)
            html.heading("What had to be assumed")
            html.bullets(contract.assumed)
        }
    }

    /// An investor sees the contracts their role was given for; those who see contracts see them all.
    private func mayInvest(_ contract: Contract) -> Bool {
        viewer.permissions.allow(.seeContracts, on: .noRecord)
            || viewer.permissions.assignments.contains { $0.role == .investor && $0.scope == .contract(contract.id) }
    }

    func head(_ contract: Contract, _ words: String, errors: [FormError] = []) -> Page {
        Page(
            words,
            caption: contract.title,
            title: "\(words), \(contract.title)",
            section: Address("contracts"),
            way: way(Link("Contracts", Address("contracts")), Link(contract.title, Address("contracts", contract.id))),
            errors: errors
        )
    }
}
