package import Values

/// An amount moved from one account to another in the books of a contract; never changed.
package struct LedgerPostingRecord: Record, Equatable {
    /// The contract.
    package var contractID: String
    /// Number of the entry within the books of the contract, from 1.
    package var entry: Int
    /// Its number within the entry, from 1.
    package var posting: Int
    /// Day it was posted.
    package var postedOn: Day
    /// What it rests on: a claim, a statement, an entry it undoes.
    package var reference: String
    /// What happened, without a name.
    package var text: String
    /// Heading of the account debited.
    package var debitHeading: String
    /// Party of the account debited.
    package var debitParty: String
    /// Year in which the financial year of the account debited begins.
    package var debitYear: Int
    /// Heading of the account credited.
    package var creditHeading: String
    /// Party of the account credited.
    package var creditParty: String
    /// Year in which the financial year of the account credited begins.
    package var creditYear: Int
    /// The amount, above 0.
    package var amount: Money

    package init(
        contractID: String,
        entry: Int,
        posting: Int,
        postedOn: Day,
        reference: String,
        text: String,
        debitHeading: String,
        debitParty: String,
        debitYear: Int,
        creditHeading: String,
        creditParty: String,
        creditYear: Int,
        amount: Money
    ) {
        self.contractID = contractID
        self.entry = entry
        self.posting = posting
        self.postedOn = postedOn
        self.reference = reference
        self.text = text
        self.debitHeading = debitHeading
        self.debitParty = debitParty
        self.debitYear = debitYear
        self.creditHeading = creditHeading
        self.creditParty = creditParty
        self.creditYear = creditYear
        self.amount = amount
    }

    package static let table = Table(
        "ledger_postings",
        "An amount moved from one account to another in the books of a contract; never changed.",
        [
            Field("contract_id", .text, key: true, required: true, "The contract."),
            Field(
                "entry",
                .integer,
                key: true,
                required: true,
                "Number of the entry within the books of the contract, from 1."
            ),
            Field("posting", .integer, key: true, required: true, "Its number within the entry, from 1."),
            Field("posted_on", .day, required: true, "Day it was posted."),
            Field("reference", .text, required: true, "What it rests on: a claim, a statement, an entry it undoes."),
            Field("text", .text, required: true, "What happened, without a name."),
            Field("debit_heading", .text, required: true, "Heading of the account debited."),
            Field("debit_party", .text, required: true, "Party of the account debited."),
            Field(
                "debit_year",
                .integer,
                required: true,
                "Year in which the financial year of the account debited begins."
            ),
            Field("credit_heading", .text, required: true, "Heading of the account credited."),
            Field("credit_party", .text, required: true, "Party of the account credited."),
            Field(
                "credit_year",
                .integer,
                required: true,
                "Year in which the financial year of the account credited begins."
            ),
            Field("amount", .money, required: true, "The amount, above 0."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        contractID = try row.text()
        entry = try row.integer()
        posting = try row.integer()
        postedOn = try row.day()
        reference = try row.text()
        text = try row.text()
        debitHeading = try row.text()
        debitParty = try row.text()
        debitYear = try row.integer()
        creditHeading = try row.text()
        creditParty = try row.text()
        creditYear = try row.integer()
        amount = try row.money()
    }

    package func write(to row: inout RowWriter) {
        row.append(contractID)
        row.append(entry)
        row.append(posting)
        row.append(postedOn)
        row.append(reference)
        row.append(text)
        row.append(debitHeading)
        row.append(debitParty)
        row.append(debitYear)
        row.append(creditHeading)
        row.append(creditParty)
        row.append(creditYear)
        row.append(amount)
    }

    package var refusal: RecordRefusal? {
        amount > .zero ? nil : RecordRefusal(field: "amount", message: "amount must be more than 0")
    }
}
