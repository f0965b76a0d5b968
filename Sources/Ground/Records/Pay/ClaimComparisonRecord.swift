package import Values

/// What a partner's feed said of one criterion of a claimed result when the claim was verified.
///
/// It is kept because the feed's own rows go when their agreement says so.
package struct ClaimComparisonRecord: Record, Equatable {
    /// The claim.
    package var claimID: Identifier<ClaimRecord>
    /// The result within the claim.
    package var line: Int
    /// The criterion within the result.
    package var criterion: Int
    /// Whose facts it was compared with.
    package var source: String
    /// What they say.
    package var verdict: ComparisonVerdict
    /// The figures of both, or why there are none, without a name.
    package var words: String
    /// The partner's rows under names that tell nothing, separated by semicolons.
    package var evidence: String?
    /// Account of the person who asked for it.
    package var comparedBy: String
    /// Day it was compared.
    package var comparedOn: Day

    package init(
        claimID: Identifier<ClaimRecord>,
        line: Int,
        criterion: Int,
        source: String,
        verdict: ComparisonVerdict,
        words: String,
        evidence: String? = nil,
        comparedBy: String,
        comparedOn: Day
    ) {
        self.claimID = claimID
        self.line = line
        self.criterion = criterion
        self.source = source
        self.verdict = verdict
        self.words = words
        self.evidence = evidence
        self.comparedBy = comparedBy
        self.comparedOn = comparedOn
    }

    package static let table = Table(
        "claim_comparisons",
        "What a partner's feed said of one criterion of a claimed result when the claim was verified.",
        [
            Field("claim_id", .text, key: true, required: true, refersTo: "claims", "The claim."),
            Field("line", .integer, key: true, required: true, "The result within the claim."),
            Field("criterion", .integer, key: true, required: true, "The criterion within the result."),
            Field("source", .text, required: true, "Whose facts it was compared with."),
            Field("verdict", .code(ComparisonVerdict.codes), required: true, "What they say."),
            Field("words", .text, required: true, "The figures of both, or why there are none, without a name."),
            Field(
                "evidence",
                .text,
                "The partner's rows under names that tell nothing, separated by semicolons."
            ),
            Field("compared_by", .text, required: true, "Account of the person who asked for it."),
            Field("compared_on", .day, required: true, "Day it was compared."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        claimID = try row.identifier()
        line = try row.integer()
        criterion = try row.integer()
        source = try row.text()
        verdict = try row.code()
        words = try row.text()
        evidence = try row.optionalText()
        comparedBy = try row.text()
        comparedOn = try row.day()
    }

    package func write(to row: inout RowWriter) {
        row.append(claimID)
        row.append(line)
        row.append(criterion)
        row.append(source)
        row.append(verdict)
        row.append(words)
        row.append(evidence)
        row.append(comparedBy)
        row.append(comparedOn)
    }
}
