import Ledger
import Pay
import Records
import Values

extension WorkClaims {
    /// What a step pays: never more than the statement leaves due after caps and what is held back.
    func moved(by state: ClaimState, _ claim: Claim, _ contract: Contract) throws -> Money {
        switch state {
        case .paid:
            let paid = try keeper.claims(of: contract.id).reduce(Money.zero) { $0 + $1.paid }
            let statement = try keeper.statement(of: contract, asAt: claim.asAt, knownAt: claim.change)
            return min(claim.amount, try statement.settle(paid: paid).due)
        case .reversed: return .zero - claim.paid
        default: return .zero
        }
    }

    /// What a step posts: on approval all that was delivered and proven by then, and what corrections changed of what was
    /// posted before; on payment the payment.
    func postings(
        _ state: ClaimState,
        _ claim: Claim,
        _ contract: Contract,
        _ amount: Money
    ) throws -> [LedgerPostingRecord] {
        guard [.approved, .paid, .reversed].contains(state) else { return [] }
        var books = try keeper.books(of: contract)
        let known = books.journal.entries.count
        if state == .approved {
            try accrue(claim, &books)
        } else {
            books.pay(amount, on: Clock.today, reference: "claim \(claim.number)")
        }
        return books.journal.entries.dropFirst(known).flatMap { LedgerPostingRecord.all($0, of: contract.id) }
    }

    private func accrue(_ claim: Claim, _ books: inout ContractBooks) throws {
        let contract = books.contract
        if books.journal.entries.isEmpty { books.sign() }
        let booked = try keeper.claims(of: contract.id).filter { other in
            other.number != claim.number && other.steps.contains { $0.state == .approved }
        }
        let day = booked.reduce(claim.asAt) { max($0, $1.asAt) }
        let change = booked.reduce(claim.change) { max($0, $1.change) }
        var last: ContractBooks.Position?
        if let bookedDay = booked.map(\.asAt).max(), let bookedChange = booked.map(\.change).max() {
            let old = try position(contract, bookedDay, bookedChange)
            let corrected = try position(contract, bookedDay, change)
            books.book(corrected, since: old, correcting: true)
            last = corrected
        }
        books.book(try position(contract, day, change), since: last)
    }

    private func position(_ contract: Contract, _ day: Day, _ change: Int) throws -> ContractBooks.Position {
        let facts = try keeper.cohort(of: contract, asAt: day, knownAt: change).facts()
        return ContractBooks.Position(contract, facts, asAt: day)
    }
}
