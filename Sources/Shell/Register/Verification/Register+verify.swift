import Records
import Synchronization

extension Register {
    /// Recomputes the whole chain from the rows as they stand, every seal, and every reference of current records, and
    /// says where something is wrong.
    ///
    /// Each table is checked against the log of the same moment, side by side on all cores; others may write meanwhile.
    ///
    /// - Parameter progress: told how many of how many versions are checked.
    /// - Returns: what was checked and everything that is wrong.
    /// - Throws: `RegisterError` where the register cannot be read at all.
    package func verify(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> VerificationReport {
        let sizes = try StoredTable.all.map { try size(of: $0) }
        let tables = StoredTable.all.sorted { sizes[$0.position] > sizes[$1.position] }
        let total = sizes.reduce(0, +)
        let done = Mutex(0)
        var report = try checkLog()
        let parts = try concurrently(tables) { table in
            try store.read { connection in
                var check = TableCheck(table, connection: connection)
                return try check.run { rows in
                    done.withLock { done in
                        done += rows
                        progress(done, total)
                    }
                }
            }
        }
        for (_, part) in zip(tables, parts).sorted(by: { $0.0.position < $1.0.position }) {
            report.rows += part.rows
            report.problems += part.problems
        }
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
