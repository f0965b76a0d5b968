import Exchange
import Records
import Register
import Synchronization
import Values

/// The keys the register holds, each table's read once, when a row first refers to it.
final class KeysOfRegister: Sendable {
    private let register: Register
    private let tables: Set<String>
    private let read = Mutex<[String: Set<String>]>([:])
    /// The people by CHILD; read when a return first asks for a child.
    private let children = Mutex<[String: Person]?>(nil)

    init(_ register: Register) throws {
        self.register = register
        tables = Set(try RecordSet.tables.map(\.name).filter { try register.hasRecords(inTable: $0) })
    }

    var known: KnownKeys {
        // A table that cannot be read has no keys; recording says what is wrong with the register.
        KnownKeys(tables: tables) { child in
            (try? self.person(child: child)) != nil
        } contains: { table, key in
            self.read.withLock { read in
                if let keys = read[table] { return keys.contains(key) }
                let keys = (try? self.register.keys(ofTable: table)) ?? []
                read[table] = keys
                return keys.contains(key)
            }
        }
    }

    /// Who this child is: the person with the `child_id`, else the one under that very reference.
    func person(child: String) throws -> Person? {
        guard tables.contains(Person.table.name) else { return nil }
        return try children.withLock { children in
            if let children { return children[child] }
            let read = try byChild()
            children = read
            return read[child]
        }
    }

    private func byChild() throws -> [String: Person] {
        let people = try register.records().people
        var found = Dictionary(people.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
        for person in people {
            if let child = person.childID { found[child] = person }
        }
        return found
    }
}
