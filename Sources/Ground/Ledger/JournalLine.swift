package import Values

/// One side of a posting, as a council's finance system takes it in: a date, a code, and a debit or a credit.
package struct JournalLine: Hashable, Sendable {
    package let entry: Int
    package let on: Day
    package let reference: String
    package let account: Account
    /// Nought on the credit side.
    package let debit: Money
    /// Nought on the debit side.
    package let credit: Money
    package let text: String

    /// The columns of `cells`, as their headings.
    package static let columns = [
        "entry", "date", "reference", "contract", "party", "financial_year", "heading", "debit", "credit", "text",
    ]

    /// The line's cells; amounts in pounds with two decimals, and empty on the other side.
    package var cells: [String] {
        [
            "\(entry)", on.iso, reference, account.contract, account.party, account.year.code,
            account.heading.rawValue, debit == .zero ? "" : debit.plain, credit == .zero ? "" : credit.plain, text,
        ]
    }
}

extension Journal {
    /// Every posting as a debit line and a credit line, in order.
    package var lines: [JournalLine] {
        entries.flatMap { entry in
            entry.postings.flatMap { posting in
                [
                    entry.line(posting.debit, debit: posting.amount, credit: .zero),
                    entry.line(posting.credit, debit: .zero, credit: posting.amount),
                ]
            }
        }
    }
}

extension Entry {
    fileprivate func line(_ account: Account, debit: Money, credit: Money) -> JournalLine {
        JournalLine(
            entry: number,
            on: on,
            reference: reference,
            account: account,
            debit: debit,
            credit: credit,
            text: text
        )
    }
}

extension FinancialYear {
    /// `2012/13`, as finance systems and the programmes write a year.
    package var code: String {
        let end = (startYear + 1) % 100
        return "\(startYear)/\(end < 10 ? "0" : "")\(end)"
    }
}
