import Identify
import Records
package import Values

extension Register {
    /// Undoes a merge, in one change: both people are again as they were, and so is every record the merge touched.
    ///
    /// A record that somebody changed since keeps what they changed; only whose it is is put back. A record that is no
    /// more, or that was given to a third person, is left; records added since stay with the person who was kept. All of
    /// them are listed. The two are decided to be different, so that the next matching does not join them.
    ///
    /// - Throws: `MergeRefusal` where the merge was undone before, where a later merge stands on it, where the other person
    ///   has been recorded again, or where somebody has been erased since.
    package func unmerge(
        _ id: String,
        on day: Day,
        as draft: ChangeDraft,
        at time: Timestamp
    ) throws -> UnmergeAccount {
        try store.write { try undo(id, on: day, as: draft, at: time, $0) }
    }

    /// What undoing a merge would do; nothing is changed.
    ///
    /// - Throws: as `unmerge` does.
    package func planUnmerge(_ id: String) throws -> UnmergeAccount {
        let draft = ChangeDraft(actor: "", purpose: "", summary: "")
        do {
            return try store.write { connection in
                // What is thrown takes the work with it.
                throw Rehearsal(
                    account: try undo(id, on: .earliest, as: draft, at: Timestamp(seconds: 0), connection)
                )
            }
        } catch let rehearsal as Rehearsal {
            return rehearsal.account
        }
    }

    private struct Rehearsal: Error {
        let account: UnmergeAccount
    }

    private func undo(
        _ id: String,
        on day: Day,
        as draft: ChangeDraft,
        at time: Timestamp,
        _ connection: any Connection
    ) throws -> UnmergeAccount {
        let all = try merges(connection)
        guard let merge = all.first(where: { $0.id == id }) else {
            throw MergeRefusal("There is no merge \(id). Check the reference.")
        }
        try checkMayUndo(merge, among: all, connection)
        let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
        var undoing = Unmerging(merge, writer: writer)
        try undoing.run()
        _ = try writer.writer(of: .merges).save(merge.undone(on: day, by: draft.actor).cells)
        let one = RecordName(source: RecordName.register, id: merge.kept.text)
        if let pair = RecordPair(one, RecordName(source: RecordName.register, id: merge.other.text)) {
            let opinion = PairOpinion(pair, .different, reason: "Merge \(id) was undone")
            try writer.decide(opinion, by: draft, newID: random(12).hex)
        }
        undoing.account.change = try writer.close(as: draft, at: time) ?? writer.number
        return undoing.account
    }

    private func checkMayUndo(_ merge: Merge, among all: [Merge], _ connection: any Connection) throws {
        guard merge.stands else { throw MergeRefusal("Merge \(merge.id) was undone before. Nothing was changed.") }
        let people = [merge.kept, merge.other]
        let later = all.first { other in
            other.stands && other.change > merge.change
                && (people.contains(other.kept) || people.contains(other.other))
        }
        if let later {
            throw MergeRefusal("Merge \(later.id) came after and is about the same person. Undo it first.")
        }
        let table = try StoredTable.named(Person.table.name)
        guard try connection.version(of: table, keyed: [.text(merge.kept.text)], tenant: tenant) != nil else {
            throw MergeRefusal("Person \(merge.kept.text) is no longer in the register. Nothing was changed.")
        }
        guard try connection.version(of: table, keyed: [.text(merge.other.text)], tenant: tenant) == nil else {
            throw MergeRefusal(
                "Person \(merge.other.text) has been recorded again since, so there is nobody to restore. Nothing was changed."
            )
        }
        for table in StoredTable.all where table.isPersonal && table.position != StoredTable.linkDecisions.position {
            let erased = try connection.number(
                "SELECT COUNT(*) FROM \(table.name) WHERE to_change = \(merge.change) AND salt IS NULL"
            )
            guard erased == 0 else {
                throw MergeRefusal("One of the two has been erased since, and cannot be restored. Nothing was changed.")
            }
        }
    }
}

/// Puts back what a merge did.
private struct Unmerging {
    let merge: Merge
    let writer: ChangeWriter
    var account = UnmergeAccount(change: 0)
    private var connection: any Connection { writer.connection }

    init(_ merge: Merge, writer: ChangeWriter) {
        self.merge = merge
        self.writer = writer
    }

    mutating func run() throws {
        for table in StoredTable.all {
            if table.table.name == Person.table.name {
                try restorePeople(table)
            } else if !table.personFields.isEmpty {
                try restore(table)
                try noteAdded(table)
            }
        }
    }

    /// The versions that the merge ended, or those it wrote.
    private func versions(of table: StoredTable, where condition: SQL) throws -> [VersionRow] {
        try connection.all(
            """
            SELECT \(table.versionColumns) FROM \(table.name) WHERE tenant = \(writer.tenant) AND \(condition) ORDER BY id
            """
        ) { row in
            var version = VersionRow()
            table.readVersion(row, into: &version)
            return version
        }
    }

    private func reference(_ table: StoredTable, _ cells: [Cell]) -> UnmergeAccount.RecordReference {
        let key = table.table.key.map { cells[$0].plain }.joined(separator: " ")
        return UnmergeAccount.RecordReference(table: table.table.name, key: key)
    }

    private mutating func note(restored: Int, of table: StoredTable) {
        guard restored > 0 else { return }
        account.restored.append(MergeAccount.TableCount(table: table.table.name, records: restored))
    }

    private mutating func restorePeople(_ table: StoredTable) throws {
        let rows = try writer.writer(of: table)
        let ended = try versions(of: table, where: "to_change = \(merge.change)")
        let written = try versions(of: table, where: "from_change = \(merge.change)")
        for before in ended {
            guard before.cells[0] == .text(merge.kept.text) else {
                try rows.insert(before.cells)
                rows.tally.new += 1
                continue
            }
            let now = try connection.version(of: table, keyed: [before.cells[0]], tenant: writer.tenant)
            guard let now, let filled = written.first else { continue }
            var cells = now.cells
            // What the merge filled in goes; what somebody wrote since stays.
            for field in cells.indices where before.cells[field] != filled.cells[field] {
                if cells[field] == filled.cells[field] { cells[field] = before.cells[field] }
            }
            if now.id != filled.id { account.changedSince.append(reference(table, now.cells)) }
            try replace(now, by: cells, rows)
        }
        note(restored: ended.count, of: table)
    }

    private func replace(_ version: VersionRow, by cells: [Cell], _ rows: TableWriter) throws {
        guard cells != version.cells else { return }
        try rows.end(version.id)
        try rows.insert(cells)
        rows.tally.revised += 1
    }

    private mutating func restore(_ table: StoredTable) throws {
        let rows = try writer.writer(of: table)
        var written = try versions(of: table, where: "from_change = \(merge.change)")
        var restored = 0
        for before in try versions(of: table, where: "to_change = \(merge.change)") {
            guard let place = written.firstIndex(where: { isSuccessor($0.cells, of: before.cells, table) }) else {
                // The person who was kept had the same record.
                try rows.insert(before.cells)
                rows.tally.new += 1
                restored += 1
                continue
            }
            let after = written.remove(at: place)
            let key = table.table.key.map { table.stored(after.cells[$0], field: $0) }
            let now = try connection.version(of: table, keyed: key, tenant: writer.tenant)
            guard let now, table.personFields.allSatisfy({ now.cells[$0] == after.cells[$0] }) else {
                account.left.append(reference(table, after.cells))
                continue
            }
            var cells = now.id == after.id ? before.cells : now.cells
            for field in table.personFields { cells[field] = before.cells[field] }
            if let place = table.place { cells[place] = before.cells[place] }
            if now.id == after.id { restored += 1 } else { account.changedSince.append(reference(table, cells)) }
            try replace(now, by: cells, rows)
        }
        note(restored: restored, of: table)
    }

    /// Whether the merge made the one row of the other.
    private func isSuccessor(_ after: [Cell], of before: [Cell], _ table: StoredTable) -> Bool {
        let expected = table.named(merge.kept.text, insteadOf: merge.other.text, in: before)
        return expected.indices.allSatisfy { $0 == table.place || expected[$0] == after[$0] }
    }

    /// Lists what came to the person who was kept since the merge.
    private mutating func noteAdded(_ table: StoredTable) throws {
        let named = table.personFields.map { SQL("c.\(table.columns[$0]) = \(merge.kept.text)") }.joined(by: " OR ")
        let sameKey = table.key.map { SQL("o.\($0) = c.\($0)") }.joined(by: " AND ")
        let found = try versions(
            of: table,
            where: """
                id IN (SELECT c.id FROM \(table.name) c WHERE c.tenant = \(writer.tenant) AND c.to_change IS NULL \
                AND c.from_change > \(merge.change) AND c.from_change < \(writer.number) AND (\(named)) \
                AND NOT EXISTS (SELECT 1 FROM \(table.name) o WHERE o.tenant = c.tenant AND \(sameKey) \
                AND o.from_change <= \(merge.change)))
                """
        )
        account.added += found.map { reference(table, $0.cells) }
    }
}
