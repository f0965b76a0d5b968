/// A look at personal records, as the audit keeps it.
package struct LoggedRead: Hashable, Sendable {
    package var at: Timestamp
    package var actor: String
    /// What was done, such as `opened the family's page`.
    package var what: String
    /// The table and the key of the record looked at.
    package var table: String
    package var key: String

    package init(at: Timestamp, actor: String, what: String, table: String, key: String) {
        self.at = at
        self.actor = actor
        self.what = what
        self.table = table
        self.key = key
    }
}

extension Register {
    /// Notes who looked at which personal record.
    package func logRead(_ read: LoggedRead) throws {
        try store.write { connection in
            try connection.run(
                """
                INSERT INTO reads (tenant, at, actor, what, table_name, record_key) \
                VALUES (\(tenant), \(read.at.iso), \(read.actor), \(read.what), \(read.table), \(read.key))
                """
            )
        }
    }

    /// Who looked at a record, the latest first.
    package func reads(ofRecord key: String, in table: String, limit: Int) throws -> [LoggedRead] {
        try store.read { connection in
            try connection.all(
                """
                SELECT at, actor, what, table_name, record_key FROM reads \
                WHERE tenant = \(tenant) AND table_name = \(table) AND record_key = \(key) ORDER BY id DESC LIMIT \(limit)
                """
            ) {
                LoggedRead(
                    at: Timestamp(iso: $0.text(0)) ?? Timestamp(seconds: 0),
                    actor: $0.text(1),
                    what: $0.text(2),
                    table: $0.text(3),
                    key: $0.text(4)
                )
            }
        }
    }
}
