import Records

extension PathwayTables {
    /// What was published, and narratives with their versions.
    static let publish: [Table] = []
}
