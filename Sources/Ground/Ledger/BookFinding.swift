/// What cannot be right in a set of books although it balances.
package struct BookFinding: Hashable, Sendable {
    package let account: Account
    package let fault: Fault

    package enum Fault: Hashable, Sendable {
        /// More was paid than was owed.
        case overpaid
        /// More was proven than had been charged.
        case provenBeyondCharge
        /// More was let go than had been held back.
        case releasedBeyondRetention
        /// More is owed than the contract commits.
        case beyondCommitment
    }

    /// For the person who keeps the books.
    package var words: String {
        switch fault {
        case .overpaid: "more has been paid than is owed"
        case .provenBeyondCharge: "more has been proven than was charged"
        case .releasedBeyondRetention: "more has been released than was held back"
        case .beyondCommitment: "more is owed than the contract commits"
        }
    }
}

extension Balances {
    /// Every account that stands on the wrong side.
    ///
    /// A year may be overpaid when later care undid its savings: then the books of the contract as a whole decide, so
    /// the years of one contract and party are taken together.
    package func findings() -> [BookFinding] {
        var sums: [Account: Int128] = [:]
        for (account, pence) in byAccount {
            let whole = Account(
                account.heading,
                contract: account.contract,
                party: account.party,
                year: accounts.first { $0.contract == account.contract }?.year ?? account.year
            )
            sums[whole, default: 0] += account.heading.isDebit ? pence : -pence
        }
        return sums.sorted { $0.key < $1.key }.compactMap { account, balance in
            guard balance < 0, let fault = account.heading.fault else { return nil }
            return BookFinding(account: account, fault: fault)
        }
    }
}

extension Heading {
    fileprivate var fault: BookFinding.Fault? {
        switch self {
        case .creditors: .overpaid
        case .provisions: .provenBeyondCharge
        case .retentions: .releasedBeyondRetention
        case .commitments: .beyondCommitment
        default: nil
        }
    }
}
