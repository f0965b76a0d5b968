package import Values

/// A claim for results under an outcomes contract.
package struct ClaimRecord: Record, Equatable {
    /// Number of the claim: its contract, and its place among its claims.
    package var id: Identifier<ClaimRecord>
    /// The contract.
    package var contractID: String
    /// Version of the contract it is made under.
    package var contractVersion: String
    /// The change of the register it was made from.
    package var knownAt: Int
    /// The day of its statement.
    package var asAt: Day
    /// Drawn at random when it was entered; the sample follows from it.
    package var sampleKey: String
    /// Part of its members looked up at the source, in per cent.
    package var samplePercent: Int

    package init(
        id: Identifier<ClaimRecord>,
        contractID: String,
        contractVersion: String,
        knownAt: Int,
        asAt: Day,
        sampleKey: String,
        samplePercent: Int
    ) {
        self.id = id
        self.contractID = contractID
        self.contractVersion = contractVersion
        self.knownAt = knownAt
        self.asAt = asAt
        self.sampleKey = sampleKey
        self.samplePercent = samplePercent
    }

    package static let table = Table(
        "claims",
        "A claim for results under an outcomes contract.",
        [
            Field(
                "claim_id",
                .text,
                key: true,
                required: true,
                "Number of the claim: its contract, and its place among its claims."
            ),
            Field("contract_id", .text, required: true, "The contract."),
            Field("contract_version", .text, required: true, "Version of the contract it is made under."),
            Field("known_at", .integer, required: true, "The change of the register it was made from."),
            Field("as_at", .day, required: true, "The day of its statement."),
            Field(
                "sample_key",
                .text,
                required: true,
                "Drawn at random when it was entered; the sample follows from it."
            ),
            Field(
                "sample_percent",
                .integer,
                required: true,
                "Part of its members looked up at the source, in per cent."
            ),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        contractID = try row.text()
        contractVersion = try row.text()
        knownAt = try row.integer()
        asAt = try row.day()
        sampleKey = try row.text()
        samplePercent = try row.integer()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(contractID)
        row.append(contractVersion)
        row.append(knownAt)
        row.append(asAt)
        row.append(sampleKey)
        row.append(samplePercent)
    }

    package var refusal: RecordRefusal? {
        (0...100).contains(samplePercent)
            ? nil : RecordRefusal(field: "sample_percent", message: "sample_percent must be from 0 to 100")
    }
}
