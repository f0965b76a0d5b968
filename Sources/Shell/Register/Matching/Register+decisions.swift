package import Identify
import Records

extension Register {
    /// Records what somebody says of two records; their earlier word about them stays as an earlier version.
    ///
    /// - Returns: the change made; nil where they had said just that.
    @discardableResult
    package func decide(_ opinion: PairOpinion, as draft: ChangeDraft, at time: Timestamp) throws -> Int? {
        try store.write { connection in
            let writer = try ChangeWriter(on: connection, tenant: tenant, random: random)
            try writer.decide(opinion, by: draft, newID: random(12).hex)
            return try writer.close(as: draft, at: time)
        }
    }

    /// The last word of everybody on every pair as known at a change, the earliest first; nil for now.
    package func decisions(knownAt change: Int? = nil) throws -> [PairDecision] {
        let known = Known(at: change).condition(tenant: tenant)
        return try store.read { try $0.decisions(where: known) }
    }

    /// Everything that was ever said of one pair and has not been erased, the latest first.
    package func decisions(of pair: RecordPair) throws -> [PairDecision] {
        try store.read { try $0.decisions(where: "tenant = \(tenant) AND \(pair.condition)").reversed() }
    }
}

extension Connection {
    /// Decisions for which a condition holds, in the order in which they were recorded, without those that were erased.
    func decisions(where condition: SQL) throws -> [PairDecision] {
        let table = StoredTable.linkDecisions
        let found = try all(
            """
            SELECT d.from_change, d.to_change, (SELECT at FROM changes WHERE number = d.from_change), \
            \(table.fieldColumns) FROM \(table.name) d WHERE \(condition) AND salt IS NOT NULL ORDER BY d.id
            """,
            PairDecision.init(reading:)
        )
        return found.compactMap(\.self)
    }
}

extension RecordPair {
    fileprivate var condition: SQL {
        """
        first_source = \(first.source) AND first_record = \(first.id) \
        AND second_source = \(second.source) AND second_record = \(second.id)
        """
    }
}

extension ChangeWriter {
    /// Makes an opinion somebody's last word on a pair.
    func decide(_ opinion: PairOpinion, by draft: ChangeDraft, newID: String) throws {
        let known = try connection.first(
            """
            SELECT decision_id, verdict, reason FROM link_decisions \
            WHERE tenant = \(tenant) AND to_change IS NULL AND salt IS NOT NULL AND \(opinion.pair.condition) \
            AND decided_by = \(draft.actor)
            """
        ) { (id: $0.text(0), verdict: $0.text(1), reason: $0.optionalText(2)) }
        if let known, known.verdict == opinion.verdict.rawValue, known.reason == opinion.reason { return }
        _ = try writer(of: .linkDecisions).save(opinion.cells(id: known?.id ?? newID, by: draft))
    }

    /// Takes records out of every decision that names them, and ends those that stood: a record that may no longer be
    /// held may not be named either.
    ///
    /// - Returns: how many versions were erased.
    @discardableResult
    func eraseDecisions(of source: String, where isGone: (String) -> Bool) throws -> Int {
        let found = try connection.all(
            """
            SELECT id, to_change, first_source, first_record, second_source, second_record FROM link_decisions \
            WHERE tenant = \(tenant) AND salt IS NOT NULL \
            AND (first_source = \(source) OR second_source = \(source)) ORDER BY id
            """
        ) { row in
            (
                id: row.integer(0), isCurrent: row.isMissing(1),
                names: [(row.text(2), row.text(3)), (row.text(4), row.text(5))]
            )
        }
        let gone = found.filter { $0.names.contains { $0.0 == source && isGone($0.1) } }
        guard !gone.isEmpty else { return 0 }
        let decisions = try writer(of: .linkDecisions)
        for version in gone where version.isCurrent {
            try decisions.end(version.id)
            decisions.tally.ended += 1
        }
        try erase(versions: gone.map(\.id), of: .linkDecisions)
        return gone.count
    }
}
