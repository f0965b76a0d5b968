import Exchange
import Records
import Register
import Synchronization

/// The keys the register holds, each table's read once, when a row first refers to it.
final class KeysOfRegister: Sendable {
    private let register: Register
    private let tables: Set<String>
    private let read = Mutex<[String: Set<String>]>([:])

    init(_ register: Register) throws {
        self.register = register
        tables = Set(try RecordSet.tables.map(\.name).filter { try register.hasRecords(inTable: $0) })
    }

    var known: KnownKeys {
        KnownKeys(tables: tables) { table, key in
            self.read.withLock { read in
                if let keys = read[table] { return keys.contains(key) }
                // A table that cannot be read has no keys; recording says what is wrong with the register.
                let keys = (try? self.register.keys(ofTable: table)) ?? []
                read[table] = keys
                return keys.contains(key)
            }
        }
    }
}
