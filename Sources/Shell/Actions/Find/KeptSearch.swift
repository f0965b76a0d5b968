import Records
import Register
import Synchronization

/// The index of people as it stands, kept while nobody and no family changes.
final class KeptSearch: Sendable {
    private let kept = Mutex<(change: Int, index: SearchIndex)?>(nil)

    /// The index over a register; whoever asks while it is made waits for it.
    func index(of register: Register) throws -> SearchIndex {
        let tables = [Person.table, Family.table]
        return try kept.withLock { kept in
            try register.atOnce {
                let change = try register.latestChange(in: tables)
                if let kept, kept.change == change { return kept.index }
                let index = SearchIndex(try register.records(of: tables))
                kept = (change, index)
                return index
            }
        }
    }
}

extension Keeper {
    /// People by what they are found by, as the register stands now.
    package func search() throws -> SearchIndex { try keptSearch.index(of: register) }
}
