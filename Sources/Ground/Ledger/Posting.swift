package import Values

/// An amount moved from one account to another: what is debited to the one is credited to the other.
///
/// A posting cannot be out of balance, since it has one amount for both sides, and the amount is never negative.
package struct Posting: Hashable, Sendable {
    package let debit: Account
    package let credit: Account
    /// Above nought.
    package let amount: Money

    /// Moves an amount; a negative one moves the other way, and of nothing there is no posting.
    package init?(_ amount: Money, debit: Account, credit: Account) {
        guard amount != .zero, debit != credit, let size = Int64(exactly: amount.pence.magnitude) else { return nil }
        self.debit = amount > .zero ? debit : credit
        self.credit = amount > .zero ? credit : debit
        self.amount = Money(pence: size)
    }

    private init(debit: Account, credit: Account, amount: Money) {
        self.debit = debit
        self.credit = credit
        self.amount = amount
    }

    /// The posting that undoes this one.
    package var reversed: Posting { Posting(debit: credit, credit: debit, amount: amount) }
}

/// One entry of a journal: what happened on a day, why, and the amounts it moved.
package struct Entry: Hashable, Sendable {
    /// Its place in the journal, counted from 1.
    package let number: Int
    package let on: Day
    /// What it rests on: a claim, a statement, an entry it undoes.
    package let reference: String
    /// For people, without anybody's name.
    package let text: String
    package let postings: [Posting]
}
