import Identify
package import Records
package import Values

extension Register {
    /// What merging two people of the register would do; nothing is changed.
    ///
    /// - Throws: `MergeRefusal` where they cannot be merged.
    package func planMerge(
        of other: Identifier<Person>,
        into kept: Identifier<Person>
    ) throws -> MergeAccount {
        try store.read { connection in
            try checkMayMerge(kept.text, other.text, connection)
            return try MergePlan(kept: kept.text, other: other.text, tenant: tenant, connection).account
        }
    }

    /// Makes two people of the register one, in one change.
    ///
    /// Every record that names the other comes to name the one who is kept, whose empty fields are filled; of records that
    /// both have alike one is left. What is recorded of the other ends, and everything stays as it was known before.
    ///
    /// - Parameters:
    ///   - other: who is merged.
    ///   - kept: who is kept.
    ///   - day: the day.
    ///   - draft: who merges them and why.
    ///   - time: when.
    /// - Returns: the merge, by which it can be undone, and what it did.
    /// - Throws: `MergeRefusal` where either is not in the register, where it stands that they are different people, or
    ///   where their records contradict each other; nothing is changed then.
    package func merge(
        _ other: Identifier<Person>,
        into kept: Identifier<Person>,
        on day: Day,
        as draft: ChangeDraft,
        at time: Timestamp
    ) throws -> (merge: Merge, account: MergeAccount) {
        try store.write { connection in
            try checkMayMerge(kept.text, other.text, connection)
            let plan = try MergePlan(kept: kept.text, other: other.text, tenant: tenant, connection)
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            try writer.carryOut(plan)
            let merge = Merge(
                id: "M\(try merges(connection).count + 1)",
                kept: kept,
                other: other,
                change: writer.number,
                mergedOn: day,
                mergedBy: draft.actor,
                undoneOn: nil,
                undoneBy: nil
            )
            _ = try writer.writer(of: .merges).save(merge.cells)
            _ = try writer.close(as: draft, at: time)
            return (merge, plan.account)
        }
    }

    /// Refuses two people of whom it stands, or is disputed, that they are different.
    private func checkMayMerge(_ kept: String, _ other: String, _ connection: any Connection) throws {
        let one = RecordName(source: RecordName.register, id: kept)
        guard let pair = RecordPair(one, RecordName(source: RecordName.register, id: other)) else { return }
        let said = try connection.decisions(where: Known(at: nil).condition(tenant: tenant))
            .filter { $0.pair == pair }.map(\.verdict)
        switch PairStanding(said) {
        case .different:
            throw MergeRefusal(
                "It was decided that the two are different people. Nothing was merged. Whoever decided it must say otherwise "
                    + "first, on the page of the pair."
            )
        case .disagreed:
            throw MergeRefusal(
                "People disagree whether the two are one person. Nothing was merged. Settle it first, on the page of the pair."
            )
        case .same, .asked, .undecided: return
        }
    }
}

extension ChangeWriter {
    fileprivate func carryOut(_ plan: MergePlan) throws {
        for move in plan.moves {
            let rows = try writer(of: move.table)
            try rows.end(move.version)
            guard let after = move.after else {
                rows.tally.ended += 1
                continue
            }
            try rows.insert(after)
            rows.tally.revised += 1
        }
        let people = try writer(of: StoredTable.named(Person.table.name))
        try people.end(plan.otherVersion)
        people.tally.ended += 1
        guard !plan.filled.isEmpty else { return }
        try people.end(plan.keptVersion)
        try people.insert(plan.person)
        people.tally.revised += 1
    }
}
