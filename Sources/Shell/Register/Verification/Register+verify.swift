import Records
import Synchronization

extension Register {
    /// Recomputes the whole chain from the rows as they stand, every seal, every reference of current records, and the rows of feeds, and
    /// says where something is wrong.
    ///
    /// Each table is checked against the log of the same moment, side by side on all cores; others may write meanwhile.
    ///
    /// - Parameter progress: told how many of how many versions are checked.
    /// - Returns: what was checked and everything that is wrong.
    /// - Throws: `RegisterError` where the register cannot be read at all.
    package func verify(
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> VerificationReport {
        let sizes = try sizes()
        let tables = StoredTable.all.sorted { sizes[$0.position] > sizes[$1.position] }
        let total = try sizes.reduce(0, +) + store.read { try $0.number("SELECT COUNT(*) FROM feed_rows") }
        let done = Done()
        var report = try checkLog()
        let parts = try concurrently(tables, meanwhile: { progress(done.rows.load(ordering: .relaxed), total) }) {
            table in
            try store.read { connection in
                var check = TableCheck(table, connection: connection)
                return try check.run { done.rows.add($0, ordering: .relaxed) }
            }
        }
        for (_, part) in zip(tables, parts).sorted(by: { $0.0.position < $1.0.position }) {
            report.rows += part.rows
            report.problems += part.problems
        }
        let feeds = try store.read { connection in
            var check = FeedCheck(connection, tenant: tenant)
            return try check.run { done.rows.add($0, ordering: .relaxed) }
        }
        try checkPublications(into: &report)
        report.rows += feeds.rows
        report.problems += feeds.problems
        progress(total, total)
        return report
    }

    private func checkLog() throws -> VerificationReport {
        var report = VerificationReport()
        for what in try store.damage() { report.note("The database finds its file damaged: \(what)") }
        try store.read { try ChangeLog(reading: $0) }.check(into: &report)
        return report
    }
}

/// How many versions are checked.
private final class Done: Sendable {
    let rows = Atomic(0)
}
