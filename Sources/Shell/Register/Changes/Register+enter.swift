import Records

extension Register {
    /// Saves what a form says in one change: all of it or, where it throws, nothing.
    ///
    /// What is said of somebody who was merged into another is recorded of the one who was kept.
    ///
    /// - Parameters:
    ///   - entry: the records, each with what it expects to find.
    ///   - draft: who saves them and why.
    ///   - time: when.
    /// - Returns: the change made; nil where the register already says the same.
    /// - Throws: `RegisterError.movedOn` where a record has another version by now, or none, or where a new record's key
    ///   is taken; `RecordRefusal` where a record is impossible; `RegisterError` for a record that is named but not there.
    @discardableResult
    package func enter(_ entry: Entry, as draft: ChangeDraft, at time: Timestamp) throws -> Int? {
        for part in entry.parts {
            if let refusal = part.refusal { throw refusal }
        }
        return try store.write { connection in
            let kept = try merges(connection).personKept
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            for part in entry.parts {
                let table = try StoredTable.named(part.table)
                try writer.enter(part, table.naming(kept, in: part.row), into: writer.writer(of: table))
            }
            return try writer.close(as: draft, at: time)
        }
    }
}

extension ChangeWriter {
    fileprivate func enter(_ part: Entry.Part, _ row: [Cell], into writer: TableWriter) throws {
        let current: Int64? =
            switch try writer.standing(of: row) {
            case .none: nil
            case .same(let version), .differs(let version): version
            }
        switch part.expectation {
        case .nothing: guard current == nil else { throw RegisterError.movedOn(table: part.table) }
        case .version(let version): guard current == version else { throw RegisterError.movedOn(table: part.table) }
        case .anything: break
        }
        switch part.act {
        case .save: _ = try writer.save(row)
        case .end:
            guard let current else { return }
            try writer.end(current)
            writer.tally.ended += 1
        }
    }
}

extension StoredTable {
    /// The row with everybody who was merged into another named as the one who was kept.
    func naming(_ kept: [String: String], in row: [Cell]) -> [Cell] {
        guard !kept.isEmpty else { return row }
        var row = row
        for field in personFields { row[field] = kept[row[field].plain].map { .text($0) } ?? row[field] }
        return row
    }
}
