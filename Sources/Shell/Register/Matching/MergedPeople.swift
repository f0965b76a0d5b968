import Records
import Values

/// Who was merged into whom: what a source still says of two people is recorded of the one who was kept.
struct MergedPeople {
    /// Who is kept, by who was merged into them.
    private let kept: [String: String]
    /// What merges filled in of people who were kept, by their reference: a source that leaves it empty does not empty it.
    private let filled: [String: [Int: Cell]]

    var isEmpty: Bool { kept.isEmpty }

    init(_ merges: [Merge], _ connection: any Connection, tenant: Int64) throws {
        let standing = merges.filter(\.stands)
        kept = standing.personKept
        var filled: [String: [Int: Cell]] = [:]
        let people = try StoredTable.named(Person.table.name)
        for merge in standing {
            let versions = try connection.all(
                """
                SELECT \(people.fieldColumns) FROM \(people.name) WHERE tenant = \(tenant) \
                AND person_id = \(merge.kept.text) AND (to_change = \(merge.change) OR from_change = \(merge.change)) \
                ORDER BY id
                """
            ) { people.row($0, from: 0) }
            guard versions.count == 2 else { continue }
            for field in versions[0].indices where versions[0][field] != versions[1][field] {
                filled[merge.kept.text, default: [:]][field] = versions[1][field]
            }
        }
        self.filled = filled
    }

    /// The records as they are to be recorded: each person once, and of records that two have under one key the one of
    /// the person who was kept.
    func translated(_ records: RecordSet) throws -> RecordSet {
        var translated = RecordSet()
        for (index, table) in StoredTable.all.prefix(RecordSet.tables.count).enumerated() {
            let rows = (0..<records.count(ofTableAt: index)).map { records.row($0, ofTableAt: index) }
            for row in table.table.name == Person.table.name ? people(rows) : self.rows(rows, of: table) {
                try translated.append(row, toTableAt: index)
            }
        }
        return translated
    }

    /// Rows of returns, each of the child who was kept.
    func translated(_ returns: [ReturnEntry]) -> [ReturnEntry] {
        returns.map { entry in
            var entry = entry
            entry.personID = kept[entry.personID] ?? entry.personID
            return entry
        }
    }

    private func people(_ rows: [[Cell]]) -> [[Cell]] {
        rows.filter { kept[$0[0].plain] == nil }.map { row in
            guard let filled = filled[row[0].plain] else { return row }
            return row.indices.map { row[$0] == .missing ? filled[$0] ?? .missing : row[$0] }
        }
    }

    private func rows(_ rows: [[Cell]], of table: StoredTable) -> [[Cell]] {
        let fields = table.personFields
        guard !fields.isEmpty else { return rows }
        let moved = rows.map { row in fields.contains { kept[row[$0].plain] != nil } }
        var taken = Set(rows.indices.filter { !moved[$0] }.map { table.table.keyText(of: rows[$0]) })
        return rows.indices.compactMap { index in
            guard moved[index] else { return rows[index] }
            var row = rows[index]
            for field in fields { row[field] = kept[row[field].plain].map { .text($0) } ?? row[field] }
            return taken.insert(table.table.keyText(of: row)).inserted ? row : nil
        }
    }
}
