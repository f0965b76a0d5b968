import Records

extension Register {
    /// The user who is this at a provider; nil where there is none.
    package func user(of subject: OpenIDSubject) throws -> User? {
        try store.read { try user(of: subject, $0) }
    }

    /// Who a user is at the providers there are or were.
    package func subjects(of user: String) throws -> [OpenIDSubject] {
        try store.read { try versions(of: user, $0).map(\.subject) }
    }

    /// Notes who a user is at a provider.
    ///
    /// - Returns: whether it holds now; false where the user is somebody else there, or the subject somebody else here.
    /// - Throws: `RegisterError` where the register cannot be written.
    package func bind(
        _ subject: OpenIDSubject,
        to user: String,
        as draft: ChangeDraft,
        at time: Timestamp
    ) throws -> Bool {
        try store.write { connection in
            if let bound = try self.user(of: subject, connection) { return bound.id == user }
            guard try versions(of: user, connection).allSatisfy({ $0.subject.issuer != subject.issuer }) else {
                return false
            }
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            _ = try writer.writer(of: .openIDSubjects)
                .save([.text(user), .text(subject.issuer), .text(subject.subject)])
            _ = try writer.close(as: draft, at: time)
            return true
        }
    }

    /// Forgets who a user is at every provider.
    package func unbind(_ user: String, as draft: ChangeDraft, at time: Timestamp) throws {
        try store.write { connection in
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            let subjects = try writer.writer(of: .openIDSubjects)
            for (version, _) in try versions(of: user, connection) {
                try subjects.end(version)
                subjects.tally.ended += 1
            }
            _ = try writer.close(as: draft, at: time)
        }
    }

    private func user(of subject: OpenIDSubject, _ connection: any Connection) throws -> User? {
        try users(
            where: """
                user_id IN (SELECT user_id FROM openid_subjects WHERE tenant = \(tenant) \
                AND issuer = \(subject.issuer) AND subject = \(subject.subject) AND to_change IS NULL)
                """,
            connection
        ).first
    }

    private func versions(
        of user: String,
        _ connection: any Connection
    ) throws -> [(version: Int64, subject: OpenIDSubject)] {
        try connection.all(
            """
            SELECT id, issuer, subject FROM openid_subjects \
            WHERE tenant = \(tenant) AND user_id = \(user) AND to_change IS NULL ORDER BY id
            """
        ) { ($0.integer(0), OpenIDSubject(issuer: $0.text(1), subject: $0.text(2))) }
    }
}
