/// A token by which a program acts for a user; the secret itself is nowhere kept.
package struct APIToken: Hashable, Sendable {
    package let id: Int
    package let userID: String
    /// What it is for, in words of whoever made it.
    package let name: String
    package let madeAt: Timestamp
    package let endsAt: Timestamp
    package let withdrawnAt: Timestamp?

    /// Whether it may be used at a time.
    package func holds(at time: Timestamp) -> Bool { withdrawnAt == nil && time < endsAt }
}

extension Register {
    /// Keeps the digest of a new token.
    package func keepToken(
        _ digest: [UInt8],
        of user: String,
        named name: String,
        at time: Timestamp,
        until end: Timestamp
    ) throws {
        try store.write { connection in
            try connection.run(
                """
                INSERT INTO api_tokens (tenant, digest, user_id, name, made_at, ends_at) \
                VALUES (\(tenant), \(digest), \(user), \(name), \(time.iso), \(end.iso))
                """
            )
        }
    }

    /// The token with this digest; nil where there is none.
    package func token(digest: [UInt8]) throws -> APIToken? {
        try tokens(where: "digest = \(digest)").first
    }

    /// The tokens of a user, those that no longer hold included, the oldest first.
    package func tokens(of user: String) throws -> [APIToken] {
        try tokens(where: "user_id = \(user)")
    }

    /// Withdraws a token of a user, for good.
    package func withdrawToken(_ id: Int, of user: String, at time: Timestamp) throws {
        try store.write { connection in
            try connection.run(
                """
                UPDATE api_tokens SET withdrawn_at = \(time.iso) \
                WHERE tenant = \(tenant) AND id = \(id) AND user_id = \(user) AND withdrawn_at IS NULL
                """
            )
        }
    }

    private func tokens(where condition: SQL) throws -> [APIToken] {
        try store.read { connection in
            try connection.all(
                """
                SELECT id, user_id, name, made_at, ends_at, withdrawn_at FROM api_tokens \
                WHERE tenant = \(tenant) AND \(condition) ORDER BY id
                """
            ) { row in
                APIToken(
                    id: Int(row.integer(0)),
                    userID: row.text(1),
                    name: row.text(2),
                    madeAt: Timestamp(iso: row.text(3)) ?? Timestamp(seconds: 0),
                    endsAt: Timestamp(iso: row.text(4)) ?? Timestamp(seconds: 0),
                    withdrawnAt: row.optionalText(5).flatMap { Timestamp(iso: $0) }
                )
            }
        }
    }
}
