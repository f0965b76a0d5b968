package import Records

extension Register {
    /// Every record of a kind as known at a change, with the number of its version; nil for the latest.
    package func known<Kept: Record>(_ kind: Kept.Type, at change: Int? = nil) throws -> [Held<Kept>] {
        let table = try StoredTable.named(Kept.table.name)
        return try store.read { connection in
            try connection.all(
                """
                SELECT id, \(table.fieldColumns) FROM \(table.name) \
                WHERE \(Known(at: change).condition(tenant: tenant)) ORDER BY id
                """
            ) { Held(record: try Kept(row: table.row($0, from: 1)), version: $0.integer(0)) }
        }
    }
}
