package import Values

/// What an amount is, in the books of whoever pays under an outcomes contract.
package enum Heading: String, CaseIterable, Comparable, Sendable {
    /// Promised under a signed contract and not yet owed; a memorandum, outside the accounts proper.
    case commitments
    /// The other side of commitments.
    case commitmentsReserve = "commitments_reserve"
    /// Fees and outcome payments charged to the year in which they were delivered, proven or not.
    case expenditure
    /// Charges, and their undoing, because the record of a year was corrected after it was charged.
    case adjustments
    /// Delivered and charged, and not yet proven.
    case provisions
    /// Proven and owed, and not yet paid.
    case creditors
    /// Earned, and held back until the contract lets it go.
    case retentions
    /// Value added tax on what is owed, to be recovered.
    case vat
    /// A grant funder's share of what is owed, not yet received.
    case grantDebtors = "grant_debtors"
    /// A grant funder's share of what is owed.
    case grantIncome = "grant_income"
    /// Money paid out and received.
    case bank

    /// Whether the heading usually stands on the debit side; otherwise on the credit side.
    package var isDebit: Bool {
        switch self {
        case .commitments, .expenditure, .adjustments, .vat, .grantDebtors: true
        case .commitmentsReserve, .provisions, .creditors, .retentions, .grantIncome, .bank: false
        }
    }

    package static func < (one: Heading, other: Heading) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int { Heading.allCases.firstIndex(of: self) ?? 0 }
}

/// Where an amount is booked: under a heading, for a contract, with a party, in a financial year.
package struct Account: Hashable, Comparable, Sendable {
    package let heading: Heading
    /// The contract's id.
    package let contract: String
    /// The party the amount is owed to or due from: the provider, the grant funder.
    package let party: String
    /// The year in which it was earned, which is not always that in which it was posted.
    package let year: FinancialYear

    package init(_ heading: Heading, contract: String, party: String, year: FinancialYear) {
        self.heading = heading
        self.contract = contract
        self.party = party
        self.year = year
    }

    package static func < (one: Account, other: Account) -> Bool {
        (one.contract, one.year, one.party, one.heading) < (other.contract, other.year, other.party, other.heading)
    }
}
