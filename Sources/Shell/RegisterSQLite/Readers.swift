import GRDB
import Synchronization

/// Connections that read one file, each for one thread at a time.
///
/// In the library's own pool, whoever takes a reader or gives it back makes all others wait: eight threads at once spent
/// three quarters of their time so. Here a reader is taken from a list.
final class Readers: Sendable {
    private let path: String
    private let configuration: Configuration
    private let idle = Mutex<[DatabaseQueue]>([])

    /// Idle connections that are kept; each holds pages of the file in memory.
    private static let mostIdle = 16

    /// What a thread reads by, while it does.
    private struct Reading: @unchecked Sendable {
        let readers: Readers
        // Only for the thread that has it: the local value ends before the reader is given back.
        let database: Database
    }

    @TaskLocal private static var current: Reading?

    init(path: String, configuration: Configuration) {
        self.path = path
        self.configuration = configuration
    }

    /// Runs the work on one picture of the file; within another read, on the same.
    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        if let current = Readers.current, current.readers === self { return try work(current.database) }
        let reader = try take()
        defer { giveBack(reader) }
        var value: Value?
        try reader.inTransaction(.deferred) { database in
            value = try Readers.$current.withValue(Reading(readers: self, database: database)) { try work(database) }
            return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "a read gave no answer") }
        return value
    }

    /// Copies one moment of the file into another, while others go on.
    func copy(to other: DatabaseQueue) throws {
        let reader = try take()
        defer { giveBack(reader) }
        try reader.backup(to: other)
    }

    private func take() throws -> DatabaseQueue {
        try idle.withLock { $0.popLast() } ?? DatabaseQueue(path: path, configuration: configuration)
    }

    private func giveBack(_ reader: DatabaseQueue) {
        idle.withLock { if $0.count < Readers.mostIdle { $0.append(reader) } }
    }

    /// Ends all connections that are not in use.
    func close() throws {
        for reader in idle.withLock({ idle in
            defer { idle = [] }
            return idle
        }) {
            try reader.close()
        }
    }
}
