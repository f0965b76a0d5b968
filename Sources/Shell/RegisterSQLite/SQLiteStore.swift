import GRDB
import GRDBSQLite
package import Register

/// A register's database in one SQLite file: one writer and many readers at a time, in write-ahead mode.
///
/// A change that has been acknowledged is on the disk, also after a power cut.
package struct SQLiteStore: Store {
    let pool: DatabasePool
    package let path: String

    /// Seconds a writer waits for another to finish.
    package static let patience = 10.0

    /// Opens the file, or creates it.
    init(path: String, patience: Double = SQLiteStore.patience) throws {
        var configuration = Configuration()
        configuration.label = "Homeward"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // What is deleted or erased is overwritten in the file, not only marked as free.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA cache_size = -65536")
        }
        self.path = path
        pool = try translated(path) { try DatabasePool(path: path, configuration: configuration) }
    }

    package func read<Value>(_ work: (any Connection) throws -> Value) throws -> Value {
        try translated(path) {
            try pool.unsafeReentrantRead { database in
                // A read within another is of the same picture.
                if database.isInsideTransaction { return try work(SQLiteConnection(database: database)) }
                var value: Value?
                try database.inTransaction(.deferred) {
                    value = try work(SQLiteConnection(database: database))
                    return .commit
                }
                guard let value else { throw RegisterError.storage(detail: "a read gave no answer") }
                return value
            }
        }
    }

    package func write<Value>(_ work: (any Connection) throws -> Value) throws -> Value {
        try translated(path) {
            try pool.writeWithoutTransaction { database in
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try work(SQLiteConnection(database: database))
                    return .commit
                }
                guard let value else { throw RegisterError.storage(detail: "a write gave no answer") }
                return value
            }
        }
    }

    package func damage() throws -> [String] {
        try read { connection in
            try connection.all("PRAGMA quick_check(20)") { $0.text(0) }.filter { $0 != "ok" }
        }
    }

    /// Ends the use of the file.
    func close() throws {
        try translated(path) { try pool.close() }
    }
}

/// One access to the database, while it lasts.
final class SQLiteConnection: Connection {
    private let database: Database
    let dialect = Dialect.sqlite

    init(database: Database) {
        self.database = database
    }

    func statement(_ text: String) throws -> any PreparedStatement {
        SQLiteStatement(try database.cachedStatement(sql: text))
    }

    func hasTable(named name: String) throws -> Bool {
        try number("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = \(name)") > 0
    }
}

extension Dialect {
    /// SQLite 3.35 or later.
    package static let sqlite = Dialect(
        placeholder: .questionMark,
        identity: "INTEGER PRIMARY KEY",
        bytes: "BLOB",
        // About a thousand rows of each index are enough to tell a column with one value from one with many.
        stocktaking: ["PRAGMA analysis_limit = 1000", "ANALYZE"]
    )
}
