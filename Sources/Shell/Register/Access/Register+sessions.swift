/// A stay in the service, from sign-in on; the browser holds its secret and the register only the digest of that.
package struct Session: Hashable, Sendable {
    /// How far the sign-in has come.
    package enum Stage: String, Sendable {
        /// The password was right; the code of the second step is still to come.
        case code
        /// The password was given by an administrator: one's own is to be chosen first.
        case newPassword
        case signedIn
    }

    /// Its number, which is no secret.
    package let id: Int
    package let userID: String
    package let stage: Stage
    /// The browser, as it says itself.
    package let device: String
    package let startedAt: Timestamp
    package let seenAt: Timestamp
    /// When it was ended by sign-out; nil where it was not.
    package let endedAt: Timestamp?

    package init(
        id: Int,
        userID: String,
        stage: Stage,
        device: String,
        startedAt: Timestamp,
        seenAt: Timestamp,
        endedAt: Timestamp?
    ) {
        self.id = id
        self.userID = userID
        self.stage = stage
        self.device = device
        self.startedAt = startedAt
        self.seenAt = seenAt
        self.endedAt = endedAt
    }

    /// Seconds without a request after which it ends.
    package static let idleLimit: Int64 = 30 * 60
    /// Seconds after which it ends in any case.
    package static let absoluteLimit: Int64 = 12 * 3600
    /// Seconds for which an ended one is remembered, so that what was typed under it can be kept for its user.
    static let remembered: Int64 = 36 * 3600

    /// Whether it holds at this time.
    package func isOpen(at time: Timestamp) -> Bool {
        endedAt == nil && time.seconds - seenAt.seconds < Session.idleLimit
            && time.seconds - startedAt.seconds < Session.absoluteLimit
    }
}

extension Register {
    /// Starts a session under the digest of its secret, and gives its number.
    ///
    /// Those long ended are forgotten.
    @discardableResult
    package func startSession(
        _ digest: [UInt8],
        of user: String,
        stage: Session.Stage,
        device: String,
        at time: Timestamp
    ) throws -> Int {
        let forgotten = Timestamp(seconds: time.seconds - Session.remembered)
        return try store.write { connection in
            try connection.run("DELETE FROM sessions WHERE tenant = \(tenant) AND seen_at < \(forgotten.iso)")
            return try connection.number(
                """
                INSERT INTO sessions (tenant, digest, user_id, stage, device, started_at, seen_at) \
                VALUES (\(tenant), \(digest), \(user), \(stage.rawValue), \(device), \(time.iso), \(time.iso)) \
                RETURNING id
                """
            )
        }
    }

    /// The session whose secret has this digest, open or not; nil where there is none.
    package func session(_ digest: [UInt8]) throws -> Session? {
        try store.read { connection in
            try connection.first(
                "\(Session.columns) WHERE tenant = \(tenant) AND digest = \(digest)",
                Session.init(reading:)
            )
        }
    }

    /// The session with this number, open or not; nil where there is none, or it is forgotten.
    package func session(number: Int) throws -> Session? {
        try store.read { connection in
            try connection.first(
                "\(Session.columns) WHERE tenant = \(tenant) AND id = \(number)",
                Session.init(reading:)
            )
        }
    }

    /// The sessions of a user, the latest seen first.
    package func sessions(of user: String) throws -> [Session] {
        try store.read { connection in
            try connection.all(
                "\(Session.columns) WHERE tenant = \(tenant) AND user_id = \(user) ORDER BY seen_at DESC, id DESC",
                Session.init(reading:)
            )
        }
    }

    /// Notes that a session was used.
    package func noteSeen(_ session: Int, at time: Timestamp) throws {
        try store.write { connection in
            try connection.run("UPDATE sessions SET seen_at = \(time.iso) WHERE id = \(session) AND ended_at IS NULL")
        }
    }

    /// Ends sessions of a user: one, or all but one.
    ///
    /// - Parameters:
    ///   - user: whose.
    ///   - only: the one to end; nil ends all.
    ///   - kept: one that stays.
    ///   - time: when.
    /// - Throws: where the register cannot be written.
    package func endSessions(of user: String, only: Int? = nil, except kept: Int? = nil, at time: Timestamp) throws {
        let one: SQL = only.map { "AND id = \($0)" } ?? ""
        let other: SQL = kept.map { "AND id <> \($0)" } ?? ""
        try store.write { connection in
            try connection.run(
                """
                UPDATE sessions SET ended_at = \(time.iso) \
                WHERE tenant = \(tenant) AND user_id = \(user) AND ended_at IS NULL \(one) \(other)
                """
            )
        }
    }
}

extension Session {
    fileprivate static let columns: SQL = """
        SELECT id, user_id, stage, device, started_at, seen_at, ended_at FROM sessions
        """

    fileprivate init(reading row: any PreparedStatement) throws {
        guard let started = Timestamp(iso: row.text(4)), let seen = Timestamp(iso: row.text(5)),
            let stage = Stage(rawValue: row.text(2))
        else { throw RegisterError.corrupt(detail: "session \(row.integer(0)) cannot be read") }
        self.init(
            id: Int(row.integer(0)),
            userID: row.text(1),
            stage: stage,
            device: row.text(3),
            startedAt: started,
            seenAt: seen,
            endedAt: row.optionalText(6).flatMap { Timestamp(iso: $0) }
        )
    }
}
