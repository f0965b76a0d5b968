import Records

extension PathwayTables {
    /// Answers of families, audits and who may see a restricted family.
    static let measure: [Table] = []
}
