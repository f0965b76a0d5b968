/// The keys of records that are already in the register, so that a file may refer to them.
package struct KnownKeys: Sendable {
    private let tables: Set<String>
    private let holds: @Sendable (_ table: String, _ key: String) -> Bool

    /// Asks for each key; `tables` are those that have any record.
    package init(tables: Set<String>, contains: @escaping @Sendable (_ table: String, _ key: String) -> Bool) {
        self.tables = tables
        holds = contains
    }

    /// The keys of each table, by its name.
    package init(_ keys: [String: Set<String>]) {
        self.init(tables: Set(keys.filter { !$0.value.isEmpty }.keys)) { keys[$0]?.contains($1) ?? false }
    }

    /// An empty register.
    package static let none = KnownKeys([:])

    /// Whether the table has any record.
    package func knows(table: String) -> Bool { tables.contains(table) }

    /// Whether the table has a record with this key.
    package func contains(table: String, key: String) -> Bool { holds(table, key) }
}
