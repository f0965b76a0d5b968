import Records

extension PathwayTables {
    /// Answers of families, audits and who may see a restricted family.
    static let measure = [AssessmentNote.table, FamilyLink.table, Restriction.table, BrokenGlass.table]
}
