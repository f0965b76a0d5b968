import Records

extension PathwayTables {
    /// Claims under outcomes contracts.
    static let pay: [Table] = []
}
