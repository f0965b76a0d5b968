import Records

extension PathwayTables {
    /// Referrals, the gateway, waiting and places in homes.
    static let refer: [Table] = []
}
