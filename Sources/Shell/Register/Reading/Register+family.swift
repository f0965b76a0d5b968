package import Records
package import Values

extension Register {
    /// Every fact about one family known at a change: its people, their cases with everything in them, placements,
    /// events, and the workers and organisations these name.
    package func records(ofFamily family: Identifier<Family>, knownAt change: Int? = nil) throws -> RecordSet {
        try store.read { connection in
            var gathering = Gathering(known: Known(at: change), tenant: tenant, connection: connection)
            return try gathering.run(from: "families", key: family.text)
        }
    }

    /// Every fact about one person known at a change, whether they belong to a family or not.
    package func records(ofPerson person: Identifier<Person>, knownAt change: Int? = nil) throws -> RecordSet {
        try store.read { connection in
            var gathering = Gathering(known: Known(at: change), tenant: tenant, connection: connection)
            return try gathering.run(from: "people", key: person.text)
        }
    }
}

/// Follows from a record to those that name it, and from those to the ones that name them.
private struct Gathering {
    let known: Known
    let tenant: Int64
    let connection: any Connection
    /// Rows of each table by the number of their version.
    private var found: [[Int64: [Cell]]]

    init(known: Known, tenant: Int64, connection: any Connection) {
        self.known = known
        self.tenant = tenant
        self.connection = connection
        found = Array(repeating: [:], count: RecordSet.tables.count)
    }

    mutating func run(from name: String, key: String) throws -> RecordSet {
        let root = try StoredTable.named(name)
        guard let keyField = root.table.key.first else { return RecordSet() }
        try gather(root, where: keyField, is: .text(key))
        let tables = StoredTable.all.prefix(RecordSet.tables.count)
        for table in tables {
            for field in table.followed {
                guard let parent = table.table.fields[field].refersTo else { continue }
                for value in try keys(of: StoredTable.named(parent)) {
                    try gather(table, where: field, is: value)
                }
            }
        }
        try addNamed("workers", by: tables)
        try addNamed("organisations", by: tables)
        return try recordSet(tables)
    }

    /// The keys found so far of a table whose key is one field.
    private func keys(of table: StoredTable) -> Set<Cell> {
        guard let key = table.table.key.first else { return [] }
        return Set(found[table.position].values.map { $0[key] })
    }

    private mutating func gather(_ table: StoredTable, where field: Int, is value: Cell) throws {
        for condition in known.conditions(tenant: tenant) {
            try connection.each(
                """
                SELECT id, \(table.fieldColumns) FROM \(table.name) \
                WHERE \(condition) AND \(table.columns[field]) = \(value)
                """
            ) { found[table.position][$0.integer(0)] = table.row($0, from: 1) }
        }
    }

    /// Adds the records of a table that the rows found name.
    private mutating func addNamed(_ name: String, by tables: ArraySlice<StoredTable>) throws {
        let named = try StoredTable.named(name)
        guard let key = named.table.key.first else { return }
        var values: Set<Cell> = []
        for table in tables {
            for field in table.table.fields.indices where table.table.fields[field].refersTo == name {
                values.formUnion(found[table.position].values.map { $0[field] })
            }
        }
        for value in values where value != .missing { try gather(named, where: key, is: value) }
    }

    private func recordSet(_ tables: ArraySlice<StoredTable>) throws -> RecordSet {
        var records = RecordSet()
        for table in tables {
            for (_, row) in found[table.position].sorted(by: { $0.key < $1.key }) {
                try records.add(row, to: table)
            }
        }
        return records
    }
}
