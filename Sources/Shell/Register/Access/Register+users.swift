import Access
import Records

extension Register {
    /// Everyone who may or might sign in, in the order of their references.
    package func users() throws -> [User] {
        try store.read { try users(where: "TRUE", $0) }
    }

    /// The user with this reference; nil where there is none.
    package func user(_ id: String) throws -> User? {
        try store.read { try users(where: "user_id = \(id)", $0).first }
    }

    /// The user who signs in under this name; nil where there is none.
    package func user(signInName: String) throws -> User? {
        try store.read { try users(where: "sign_in_name = \(signInName)", $0).first }
    }

    /// References of the workers who have accounts and whose every account is disabled.
    package func workersShutOut() throws -> Set<String> {
        var (shutOut, letIn): (Set<String>, Set<String>) = ([], [])
        try store.read { connection in
            try connection.each(
                """
                SELECT worker_id, is_disabled FROM users \
                WHERE tenant = \(tenant) AND to_change IS NULL AND worker_id IS NOT NULL
                """
            ) { row in
                if row.integer(1) == 0 { letIn.insert(row.text(0)) } else { shutOut.insert(row.text(0)) }
            }
        }
        return shutOut.subtracting(letIn)
    }

    /// Whether nobody has ever been given an account.
    package func hasNoUsers() throws -> Bool {
        try store.read { try $0.number("SELECT COUNT(*) FROM (SELECT 1 FROM users LIMIT 1) u") == 0 }
    }

    /// Adds a user, under the next reference.
    ///
    /// - Parameters:
    ///   - user: makes the user from their reference.
    ///   - draft: who adds them and why.
    ///   - time: when.
    ///   - first: whether it must be the first of all: the set-up page makes one administrator, once.
    /// - Returns: the user, with the reference.
    /// - Throws: `RegisterError.signInNameTaken`; `.movedOn` where the first was to be made and there is one.
    package func addUser(
        _ user: (_ id: String) -> User,
        as draft: (User) -> ChangeDraft,
        at time: Timestamp,
        asFirst first: Bool = false
    ) throws -> User {
        try store.write { connection in
            let number = try connection.number("SELECT COUNT(DISTINCT user_id) FROM users WHERE tenant = \(tenant)")
            guard !first || number == 0 else { throw RegisterError.movedOn(table: "users") }
            let user = user("U\(number + 1)")
            try save(user, as: draft(user), at: time, connection)
            return user
        }
    }

    /// Saves a user as they are to be from now on; gives the change, nil where nothing differs.
    ///
    /// - Throws: `RegisterError.signInNameTaken`; `.lastAdministrator` where nobody could keep the accounts any more.
    @discardableResult
    package func save(_ user: User, as draft: ChangeDraft, at time: Timestamp) throws -> Int? {
        try store.write { connection in
            let others = try users(where: "user_id <> \(user.id)", connection)
            let before = try users(where: "user_id = \(user.id)", connection).first
            if before?.isAdministrator == true, !user.isAdministrator, !others.contains(where: \.isAdministrator) {
                throw RegisterError.lastAdministrator
            }
            return try save(user, as: draft, at: time, connection)
        }
    }

    @discardableResult
    private func save(
        _ user: User,
        as draft: ChangeDraft,
        at time: Timestamp,
        _ connection: any Connection
    ) throws -> Int? {
        let taken = try connection.number(
            """
            SELECT COUNT(*) FROM users WHERE tenant = \(tenant) AND sign_in_name = \(user.signInName) \
            AND user_id <> \(user.id) AND to_change IS NULL
            """
        )
        guard taken == 0 else { throw RegisterError.signInNameTaken }
        let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
        _ = try writer.writer(of: .users).save(user.cells)
        let roles = try writer.writer(of: .userRoles)
        for row in user.roleCells { _ = try roles.save(row) }
        for (_, version, assignment) in try assignments(where: "user_id = \(user.id)", connection)
        where !assignment.map(user.roles.contains, default: true) {
            try roles.end(version)
            roles.tally.ended += 1
        }
        return try writer.close(as: draft, at: time)
    }

    private func assignments(
        where condition: SQL,
        _ connection: any Connection
    ) throws -> [(user: String, version: Int64, assignment: Assignment?)] {
        try connection.all(
            """
            SELECT id, \(StoredTable.userRoles.fieldColumns) FROM user_roles \
            WHERE tenant = \(tenant) AND to_change IS NULL AND \(condition) ORDER BY id
            """
        ) { row in
            let cells = StoredTable.userRoles.row(row, from: 1)
            return (cells[0].plain, row.integer(0), Assignment(cells: cells))
        }
    }

    func users(where condition: SQL, _ connection: any Connection) throws -> [User] {
        let rows = try connection.all(
            """
            SELECT \(StoredTable.users.fieldColumns) FROM users \
            WHERE tenant = \(tenant) AND to_change IS NULL AND \(condition) ORDER BY id
            """
        ) { StoredTable.users.row($0, from: 0) }
        let named = SQL.lists(of: rows.map(\.[0].plain))
        let roles = Dictionary(
            grouping: try named.flatMap { try assignments(where: "user_id IN (\($0))", connection) },
            by: \.user
        )
        return rows.map { row in
            User(
                id: row[0].plain,
                name: row[1].plain,
                signInName: row[2].plain,
                workerID: row[3] == .missing ? nil : row[3].plain,
                isDisabled: row[4] == .boolean(true),
                roles: roles[row[0].plain]?.compactMap(\.assignment) ?? []
            )
        }
        .sorted { ($0.id.utf8.count, $0.id) < ($1.id.utf8.count, $1.id) }
    }
}

extension Optional {
    fileprivate func map(_ test: (Wrapped) -> Bool, default value: Bool) -> Bool {
        map(test) ?? value
    }
}
