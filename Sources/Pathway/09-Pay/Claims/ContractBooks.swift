package import Ledger
package import Values

/// The books of whoever pays under a contract: what its statements, payments and grants come to in a journal.
package struct ContractBooks: Sendable {
    package let contract: Contract
    package private(set) var journal = Journal()

    /// The books of a contract, new or as they were kept.
    package init(_ contract: Contract, _ journal: Journal = Journal()) {
        self.contract = contract
        self.journal = journal
    }

    /// What is booked for one day: all that was delivered, and the part of it that is proven.
    package struct Position: Sendable {
        package let delivered: Statement
        package let proven: Statement

        /// Evaluates the contract on both counts.
        package init(_ contract: Contract, _ facts: CohortFacts, asAt day: Day) {
            delivered = Statement(contract, facts, asAt: day, counting: .delivered)
            proven = Statement(contract, facts, asAt: day, counting: .proven)
        }

        /// Delivered and not yet proven: what a council provides for.
        package var provision: Money { delivered.charged - proven.charged }
    }

    /// Books the most the contract can pay as committed; nothing where it has no cap.
    package mutating func sign() {
        let day = contract.term.starts.from
        guard let cap = contract.cap else { return }
        let year = FinancialYear(containing: day)
        move(cap, .commitments, .commitmentsReserve, contract.recipient, year).map {
            journal.post([$0], on: day, reference: "contract \(contract.version)", text: "Committed up to the cap")
        }
    }

    /// Books what a position adds to an earlier one, by the year in which it was earned.
    ///
    /// Each account's balance is a sum over statements, so booking two periods one after the other comes to the same as
    /// booking both at once. A correction is charged to adjustments instead of expenditure.
    package mutating func book(_ position: Position, since earlier: Position?, correcting: Bool = false) {
        let now = Sums(position)
        let before = earlier.map(Sums.init) ?? Sums()
        var postings: [Posting?] = []
        for year in Set(now.years).union(before.years).sorted() {
            let change = now[year] - before[year]
            let recipient = contract.recipient
            let expense: Heading = correcting ? .adjustments : .expenditure
            postings.append(move(change.delivered, expense, .provisions, recipient, year))
            postings.append(move(change.proven, .provisions, .creditors, recipient, year))
            postings.append(move(change.retained, .creditors, .retentions, recipient, year))
            postings.append(move(change.vat, .vat, .creditors, recipient, year))
            postings.append(move(change.grant, .grantDebtors, .grantIncome, contract.grantFunder, year))
            if contract.cap != nil {
                let signed = FinancialYear(containing: contract.term.starts.from)
                postings.append(move(change.delivered, .commitmentsReserve, .commitments, recipient, signed))
            }
        }
        let text = correcting ? "Corrected" : "Delivered and proven"
        let day = position.proven.day
        journal.post(postings.compactMap(\.self), on: day, reference: "statement \(day.iso)", text: text)
    }

    /// Books a payment to whoever is paid; one below nought is money paid back.
    package mutating func pay(_ amount: Money, on day: Day, reference: String) {
        let year = FinancialYear(containing: day)
        let posting = move(amount, .creditors, .bank, contract.recipient, year)
        journal.post(posting.map { [$0] } ?? [], on: day, reference: reference, text: "Paid")
    }

    /// Books a grant received.
    package mutating func receiveGrant(_ amount: Money, on day: Day, reference: String) {
        let year = FinancialYear(containing: day)
        let posting = move(amount, .bank, .grantDebtors, contract.grantFunder, year)
        journal.post(posting.map { [$0] } ?? [], on: day, reference: reference, text: "Grant received")
    }

    private func move(
        _ amount: Money,
        _ debit: Heading,
        _ credit: Heading,
        _ party: String,
        _ year: FinancialYear
    ) -> Posting? {
        Posting(
            amount,
            debit: Account(debit, contract: contract.id, party: party, year: year),
            credit: Account(credit, contract: contract.id, party: party, year: year)
        )
    }
}

extension Statement {
    /// What is charged to the payer: the net amount before anything is held back.
    package var charged: Money { sum { $0 <= .cap } }
}

/// A position's sums by financial year.
private struct Sums {
    struct Year {
        var delivered = Money.zero
        var proven = Money.zero
        var retained = Money.zero
        var vat = Money.zero
        var grant = Money.zero

        static func - (one: Year, other: Year) -> Year {
            Year(
                delivered: one.delivered - other.delivered,
                proven: one.proven - other.proven,
                retained: one.retained - other.retained,
                vat: one.vat - other.vat,
                grant: one.grant - other.grant
            )
        }
    }

    private var byYear: [FinancialYear: Year] = [:]

    init() {}

    init(_ position: ContractBooks.Position) {
        for line in position.delivered.lines where position.delivered.kind(of: line) <= .cap {
            byYear[line.year, default: Year()].delivered = self[line.year].delivered + line.amount
        }
        for line in position.proven.lines {
            var sums = self[line.year]
            switch position.proven.kind(of: line) {
            case .retention: sums.retained = sums.retained - line.amount
            case .vat: sums.vat = sums.vat + line.amount
            case .grant: sums.grant = sums.grant + line.amount
            default: sums.proven = sums.proven + line.amount
            }
            byYear[line.year] = sums
        }
    }

    var years: [FinancialYear] { Array(byYear.keys) }

    subscript(year: FinancialYear) -> Year { byYear[year] ?? Year() }
}

extension Statement {
    /// The kind of the clause a line comes from.
    package func kind(of line: StatementLine) -> ClauseKind { contract.clauses[Int(line.clause)].rule.kind }
}
