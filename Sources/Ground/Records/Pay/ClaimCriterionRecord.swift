package import Values

/// How one criterion of a claimed result stood on the day it was reached.
package struct ClaimCriterionRecord: Record, Equatable {
    /// The claim.
    package var claimID: Identifier<ClaimRecord>
    /// The result within the claim.
    package var line: Int
    /// Its number within the result, from 1.
    package var criterion: Int
    /// What was measured, in words.
    package var measure: String
    /// Whether it was met.
    package var standing: CriterionStanding
    /// Why it was met or did not apply, without a name.
    package var reason: String
    /// The records it rests on: table and reference, separated by semicolons.
    package var evidence: String?

    package init(
        claimID: Identifier<ClaimRecord>,
        line: Int,
        criterion: Int,
        measure: String,
        standing: CriterionStanding,
        reason: String,
        evidence: String? = nil
    ) {
        self.claimID = claimID
        self.line = line
        self.criterion = criterion
        self.measure = measure
        self.standing = standing
        self.reason = reason
        self.evidence = evidence
    }

    package static let table = Table(
        "claim_criteria",
        "How one criterion of a claimed result stood on the day it was reached.",
        [
            Field("claim_id", .text, key: true, required: true, refersTo: "claims", "The claim."),
            Field("line", .integer, key: true, required: true, "The result within the claim."),
            Field("criterion", .integer, key: true, required: true, "Its number within the result, from 1."),
            Field("measure", .text, required: true, "What was measured, in words."),
            Field("standing", .code(CriterionStanding.codes), required: true, "Whether it was met."),
            Field("reason", .text, required: true, "Why it was met or did not apply, without a name."),
            Field("evidence", .text, "The records it rests on: table and reference, separated by semicolons."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        claimID = try row.identifier()
        line = try row.integer()
        criterion = try row.integer()
        measure = try row.text()
        standing = try row.code()
        reason = try row.text()
        evidence = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(claimID)
        row.append(line)
        row.append(criterion)
        row.append(measure)
        row.append(standing)
        row.append(reason)
        row.append(evidence)
    }
}
