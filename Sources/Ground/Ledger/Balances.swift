package import Values

/// What accounts come to: debits less credits, in pence, in 128 bits so that no sum can run over.
package struct Balances: Hashable, Sendable {
    /// Debit above nought, credit below; accounts that come to nothing are left out.
    package private(set) var byAccount: [Account: Int128] = [:]

    package init() {}

    mutating func add(_ posting: Posting) {
        add(Int128(posting.amount.pence), to: posting.debit)
        add(-Int128(posting.amount.pence), to: posting.credit)
    }

    private mutating func add(_ pence: Int128, to account: Account) {
        let sum = (byAccount[account] ?? 0) + pence
        byAccount[account] = sum == 0 ? nil : sum
    }

    package static func + (one: Balances, other: Balances) -> Balances {
        var sum = one
        for (account, pence) in other.byAccount { sum.add(pence, to: account) }
        return sum
    }

    package var accounts: [Account] { byAccount.keys.sorted() }

    /// Nought in every set of books, since each posting adds the same to both sides.
    package var total: Int128 { byAccount.values.reduce(0, +) }

    /// A heading's balance on its usual side, over the accounts that the question leaves in.
    package func balance(
        _ heading: Heading,
        contract: String? = nil,
        party: String? = nil,
        year: FinancialYear? = nil
    ) -> Int128 {
        let debit = byAccount.reduce(Int128.zero) { sum, item in
            let (account, pence) = item
            guard account.heading == heading, contract.map({ $0 == account.contract }) ?? true,
                party.map({ $0 == account.party }) ?? true, year.map({ $0 == account.year }) ?? true
            else { return sum }
            return sum + pence
        }
        return heading.isDebit ? debit : -debit
    }
}
