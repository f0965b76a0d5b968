/// A form that came after its session had ended, sealed.
package struct KeptForm: Hashable, Sendable {
    package let id: Int
    package let keptAt: Timestamp
    package let sealed: [UInt8]

    /// Seconds for which it is kept.
    package static let limit: Int64 = 24 * 3600
    /// So many are kept of one user; the oldest go.
    static let most = 20
}

extension Register {
    /// Keeps a sealed form for a user, and forgets what was kept long enough.
    package func keepForm(_ sealed: [UInt8], for user: String, at time: Timestamp) throws {
        let oldest = Timestamp(seconds: time.seconds - KeptForm.limit)
        try store.write { connection in
            try connection.run("DELETE FROM kept_forms WHERE tenant = \(tenant) AND kept_at < \(oldest.iso)")
            try connection.run(
                """
                INSERT INTO kept_forms (tenant, user_id, kept_at, sealed) \
                VALUES (\(tenant), \(user), \(time.iso), \(sealed))
                """
            )
            try connection.run(
                """
                DELETE FROM kept_forms WHERE tenant = \(tenant) AND user_id = \(user) AND id NOT IN \
                (SELECT id FROM kept_forms WHERE tenant = \(tenant) AND user_id = \(user) \
                ORDER BY id DESC LIMIT \(KeptForm.most))
                """
            )
        }
    }

    /// What is kept for a user, the latest first.
    package func keptForms(of user: String, at time: Timestamp) throws -> [KeptForm] {
        let oldest = Timestamp(seconds: time.seconds - KeptForm.limit)
        return try store.read { connection in
            try connection.all(
                """
                SELECT id, kept_at, sealed FROM kept_forms \
                WHERE tenant = \(tenant) AND user_id = \(user) AND kept_at >= \(oldest.iso) ORDER BY id DESC
                """
            ) { row in
                KeptForm(
                    id: Int(row.integer(0)),
                    keptAt: Timestamp(iso: row.text(1)) ?? Timestamp(seconds: 0),
                    sealed: row.bytes(2)
                )
            }
        }
    }

    /// Forgets one form of a user.
    package func forgetForm(_ id: Int, of user: String) throws {
        try store.write { connection in
            try connection.run(
                "DELETE FROM kept_forms WHERE tenant = \(tenant) AND user_id = \(user) AND id = \(id)"
            )
        }
    }
}
