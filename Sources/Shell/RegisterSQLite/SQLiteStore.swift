import GRDB
import GRDBSQLite
package import Register

/// A register's database in one SQLite file: one writer and many readers at a time, in write-ahead mode.
///
/// A change that has been acknowledged is on the disk, also after a power cut.
package final class SQLiteStore: Store {
    private let writer: DatabaseQueue
    let readers: Readers
    package let path: String

    /// Seconds a writer waits for another to finish.
    package static let patience = 10.0

    /// Opens the file, or creates it.
    init(path: String, patience: Double = SQLiteStore.patience) throws {
        var configuration = Configuration()
        configuration.label = "Homeward"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            // What is deleted or erased is overwritten in the file, not only marked as free.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // In kibibytes: there is one writer, which keeps every index up, and there are many readers.
            try database.execute(
                sql: database.configuration.readonly ? "PRAGMA cache_size = -16384" : "PRAGMA cache_size = -65536"
            )
        }
        self.path = path
        var writing = configuration
        writing.journalMode = .wal
        writer = try translated(path) {
            let writer = try DatabaseQueue(path: path, configuration: writing)
            // Only now: the library asks for less when it turns write-ahead logging on.
            try writer.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return writer
        }
        configuration.readonly = true
        readers = Readers(path: path, configuration: configuration)
    }

    package func read<Value>(_ work: (any Connection) throws -> Value) throws -> Value {
        try translated(path) { try readers.read { try work(SQLiteConnection(database: $0)) } }
    }

    package func write<Value>(_ work: (any Connection) throws -> Value) throws -> Value {
        try translated(path) {
            try writer.writeWithoutTransaction { database in
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

    /// Readers go first: the last one on the file brings everything into it, which only the writer may.
    deinit { try? close() }

    /// Ends the use of the file.
    func close() throws {
        try translated(path) {
            try readers.close()
            try writer.close()
        }
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
