package import Records

/// One record that is not the same at two changes.
package struct RecordDifference: Hashable, Sendable {
    package let table: String
    /// As `Table.keyText` makes it.
    package let key: String
    /// The row at the first change; nil where the record was not there.
    package let before: [Cell]?
    /// The row at the second change; nil where the record was no more.
    package let after: [Cell]?
    /// The last change between them that touched it.
    package let change: Int
}

extension Register {
    /// What is not the same at two changes, at most so many records: by table, then by key.
    ///
    /// A record that changed and changed back is not among them.
    package func differences(from first: Int, to second: Int, limit: Int) throws -> [RecordDifference] {
        guard first <= second else {
            return try differences(from: second, to: first, limit: limit).map(\.reversed)
        }
        return try store.read { connection in
            var differences: [RecordDifference] = []
            for table in StoredTable.all.prefix(RecordSet.tables.count) {
                try gather(table, first, second, limit: limit, into: &differences, connection)
            }
            return differences
        }
    }

    private func gather(
        _ table: StoredTable,
        _ first: Int,
        _ second: Int,
        limit: Int,
        into differences: inout [RecordDifference],
        _ connection: any Connection
    ) throws {
        let order = table.key.map { SQL("\($0)") }.joined(by: ", ")
        let statement = try connection.prepare(
            """
            SELECT \(table.versionColumns) FROM \(table.name) WHERE tenant = \(tenant) \
            AND ((from_change > \(first) AND from_change <= \(second)) \
            OR (to_change > \(first) AND to_change <= \(second))) ORDER BY \(order), from_change
            """
        )
        defer { statement.reset() }
        var version = VersionRow()
        var touched: Touched?
        while differences.count < limit, try statement.step() {
            table.readVersion(statement, into: &version)
            let key = table.table.keyText(of: version.cells)
            if touched?.key != key {
                if let difference = touched?.difference(in: table) { differences.append(difference) }
                touched = Touched(key: key)
            }
            touched?.add(version, between: first, and: second)
        }
        if differences.count < limit, let difference = touched?.difference(in: table) {
            differences.append(difference)
        }
    }
}

extension RecordDifference {
    fileprivate var reversed: RecordDifference {
        RecordDifference(table: table, key: key, before: after, after: before, change: change)
    }
}

/// The versions of one record that began or ended between two changes.
private struct Touched {
    let key: String
    private var before: [Cell]?
    private var after: [Cell]?
    private var change: Int64 = 0

    init(key: String) {
        self.key = key
    }

    mutating func add(_ version: VersionRow, between first: Int, and second: Int) {
        if version.fromChange <= first { before = version.cells } else { change = max(change, version.fromChange) }
        guard let end = version.toChange, end <= second else {
            after = version.cells
            return
        }
        change = max(change, end)
    }

    func difference(in table: StoredTable) -> RecordDifference? {
        guard before != after else { return nil }
        return RecordDifference(
            table: table.table.name,
            key: key,
            before: before,
            after: after,
            change: Int(change)
        )
    }
}
