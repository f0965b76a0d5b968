/// The keys of records that are already in the register, so that a file may refer to them.
package struct KnownKeys: Sendable {
    private let tables: Set<String>
    private let holds: @Sendable (_ table: String, _ key: String) -> Bool
    private let holdsChild: @Sendable (_ child: String) -> Bool

    /// Asks for each key; `tables` are those that have any record, and `child` tells whom a return may be about.
    package init(
        tables: Set<String>,
        child: @escaping @Sendable (_ child: String) -> Bool = { _ in false },
        contains: @escaping @Sendable (_ table: String, _ key: String) -> Bool
    ) {
        self.tables = tables
        holds = contains
        holdsChild = child
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

    /// Whether somebody in the register has this CHILD.
    package func contains(child: String) -> Bool { holdsChild(child) }
}
