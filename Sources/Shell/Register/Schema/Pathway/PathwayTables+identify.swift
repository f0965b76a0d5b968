import Records

extension PathwayTables {
    /// Objections of families to being looked for.
    static let identify: [Table] = [Objection.table]
}
