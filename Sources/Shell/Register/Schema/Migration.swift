/// A step from one schema to the next.
///
/// Once it has shipped it is never changed: a later one corrects it.
struct Migration: Sendable {
    let number: Int
    /// Statements, each with a semicolon and the end of the line after it.
    let text: String

    static let all = [
        logs, work, outcomes, feeds, matching, access,
        entering,
        measuring,
        referring,
        casework,
        claims,
        objections,
        publishing,
        openID,
        programs,
        listing,
        narratives,
        voices,
        issuing,
        comparisons,
        assessing,
        correcting,
    ].sorted { $0.number < $1.number }

    /// The newest schema this program knows.
    static var newest: Int { all.last?.number ?? 0 }
}

extension Register {
    /// The newest schema this program knows.
    package static var newestSchema: Int { Migration.newest }

    /// Number of the last migration the database has had; nil where it is no register.
    static func schema(of connection: any Connection) throws -> Int? {
        guard try connection.hasTable(named: "migrations") else { return nil }
        return try connection.number("SELECT MAX(number) FROM migrations")
    }

    /// Brings the schema up to what this program knows, creating it in an empty database.
    ///
    /// - Throws: `RegisterError.newer` where a newer program wrote it; nothing is touched then.
    package static func migrate(_ store: some Store, at time: Timestamp) throws {
        let version = try store.read { try schema(of: $0) }
        if version == Migration.newest { return }
        try store.write { connection in
            let version = try schema(of: connection) ?? 0
            guard version <= Migration.newest else {
                throw RegisterError.newer(version: version, known: Migration.newest)
            }
            for migration in Migration.all where migration.number > version {
                for statement in migration.text.split(separator: ";\n") {
                    try connection.statement(connection.dialect.migration(String(statement))).run()
                }
                try connection.run("INSERT INTO migrations (number, at) VALUES (\(migration.number), \(time.iso))")
            }
        }
    }
}
