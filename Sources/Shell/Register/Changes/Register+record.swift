package import Records

extension Register {
    /// Records facts in one change: all of them or, where it throws, none.
    ///
    /// Each row is compared with the current version under its key. What is the same writes nothing, what differs ends
    /// the old version and starts a new one; where nothing differs there is no change at all. The order of the rows
    /// does not matter. What is said of somebody who was merged into another is recorded of the one who was kept.
    ///
    /// - Parameters:
    ///   - records: the facts.
    ///   - returns: rows of returns to keep as they came.
    ///   - draft: who records them and why.
    ///   - time: when.
    ///   - replaced: a period whose records are ended unless they are given again.
    ///   - entry: what the import history is to say.
    ///   - progress: told how many of how many rows are done.
    /// - Returns: the change made, and what became of the rows of each table.
    /// - Throws: `RegisterError`, for two rows with one key, for a record that is named but not there, and for what can
    ///   go wrong with a file.
    @discardableResult
    package func record(
        _ records: RecordSet,
        returns: [ReturnEntry] = [],
        as draft: ChangeDraft,
        at time: Timestamp,
        replacing replaced: ReplacedPeriod? = nil,
        import entry: ImportEntry? = nil,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> ChangeOutcome {
        try store.write { connection in
            let merged = try MergedPeople(merges(connection), connection, tenant: tenant)
            let records = merged.isEmpty ? records : try merged.translated(records)
            let returnRows = try ReturnEntry.rows(of: merged.isEmpty ? returns : merged.translated(returns))
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            var recorder = Recorder(writer: writer, records: records, returns: returnRows, replaced: replaced)
            try recorder.run(progress)
            let change = try writer.close(as: draft, at: time)
            if let entry {
                try log(entry, change == nil ? .unchanged : .recorded, change: change, by: draft, at: time, connection)
            }
            return ChangeOutcome(change: change, tables: writer.tallies)
        }
    }
}

/// Takes the rows of an import through the writer of a change.
private struct Recorder {
    let writer: ChangeWriter
    let records: RecordSet
    let returns: [[Cell]]
    let replaced: ReplacedPeriod?
    private var done = 0
    /// Versions of a replaced table that were given again as they are.
    private var kept: [Int: Set<Int64>] = [:]

    /// From so many rows into an empty table on, its indexes are dropped and made again.
    private static let bulk = 10_000

    init(writer: ChangeWriter, records: RecordSet, returns: [[Cell]], replaced: ReplacedPeriod?) {
        self.writer = writer
        self.records = records
        self.returns = returns
        self.replaced = replaced
    }

    private func count(_ table: StoredTable) -> Int {
        if table.position < RecordSet.tables.count { return records.count(ofTableAt: table.position) }
        return table.position == StoredTable.returns.position ? returns.count : 0
    }

    private func row(_ index: Int, of table: StoredTable) -> [Cell] {
        table.position < RecordSet.tables.count ? records.row(index, ofTableAt: table.position) : returns[index]
    }

    mutating func run(_ progress: (Int, Int) -> Void) throws {
        let total = StoredTable.all.reduce(0) { $0 + count($1) }
        for table in StoredTable.all where count(table) > 0 {
            if try count(table) >= Recorder.bulk && isEmpty(table) {
                try fill(table, total: total, progress)
            } else {
                try save(table, total: total, progress)
            }
        }
        if let replaced { try endMissing(replaced) }
        progress(total, total)
    }

    private func isEmpty(_ table: StoredTable) throws -> Bool {
        try writer.connection.number("SELECT COUNT(*) FROM (SELECT 1 FROM \(table.name) LIMIT 1) t") == 0
    }

    private mutating func tick(_ total: Int, _ progress: (Int, Int) -> Void) {
        done += 1
        if done.isMultiple(of: 4096) { progress(done, total) }
    }

    private mutating func save(_ table: StoredTable, total: Int, _ progress: (Int, Int) -> Void) throws {
        let tableWriter = try writer.writer(of: table)
        for index in 0..<count(table) {
            if case .same(let version) = try tableWriter.save(row(index, of: table)), replaced != nil {
                kept[table.position, default: []].insert(version)
            }
            tick(total, progress)
        }
    }

    /// The first rows of a table: nothing to compare with, and its indexes are made once they are all there.
    private mutating func fill(_ table: StoredTable, total: Int, _ progress: (Int, Int) -> Void) throws {
        let tableWriter = try writer.writer(of: table)
        for index in table.indexes { try writer.connection.run("DROP INDEX \(SQL.Name(index.name))") }
        for index in 0..<count(table) {
            try tableWriter.insert(row(index, of: table))
            tick(total, progress)
        }
        tableWriter.tally.new = count(table)
        do {
            for index in table.indexes { try writer.connection.run(index.create(on: table)) }
        } catch is NotUnique {
            throw RegisterError.duplicateKeys(table: table.table.name)
        }
    }

    private func endMissing(_ replaced: ReplacedPeriod) throws {
        let present = Set(StoredTable.all.filter { count($0) > 0 }.map(\.table.name))
        let tables = replaced.tables ?? present
        for table in StoredTable.all {
            guard let inPeriod = table.falls(in: replaced.period, tables: tables, change: writer.number)
            else { continue }
            let kept = kept[table.position] ?? []
            let missing = try writer.connection.all(
                """
                SELECT v.id FROM \(table.name) v WHERE v.tenant = \(writer.tenant) AND v.to_change IS NULL \
                AND v.from_change < \(writer.number) AND \(inPeriod) ORDER BY v.id
                """
            ) { $0.integer(0) }
            .filter { !kept.contains($0) }
            if missing.isEmpty { continue }
            let tableWriter = try writer.writer(of: table)
            for version in missing { try tableWriter.end(version) }
            tableWriter.tally.ended += missing.count
        }
    }
}
