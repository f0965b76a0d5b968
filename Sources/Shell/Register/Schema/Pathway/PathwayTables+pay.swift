import Records

extension PathwayTables {
    /// Claims under outcomes contracts.
    static let pay: [Table] = [
        ClaimRecord.table,
        ClaimResultRecord.table,
        ClaimCriterionRecord.table,
        ClaimFindingRecord.table,
        ClaimComparisonRecord.table,
        ClaimStepRecord.table,
        LedgerPostingRecord.table,
    ]
}
