import Records

extension PathwayTables {
    /// Work on a case beside its contacts, goals and reviews.
    static let casework: [Table] = []
}
