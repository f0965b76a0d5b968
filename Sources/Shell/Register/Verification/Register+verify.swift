import Records

extension Register {
    /// Recomputes the whole chain from the rows as they stand, every seal, and every reference of current records, and
    /// says where something is wrong.
    ///
    /// It reads one picture of the register; others may write meanwhile.
    ///
    /// - Parameter progress: told how many of how many versions are checked.
    /// - Returns: what was checked and everything that is wrong.
    /// - Throws: `RegisterError` where the register cannot be read at all.
    package func verify(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws -> VerificationReport {
        let damage = try store.damage()
        return try store.read { connection in
            var report = VerificationReport()
            for what in damage { report.note("The database finds its file damaged: \(what)") }
            let log = try ChangeLog(reading: connection)
            log.check(into: &report)
            let total = try StoredTable.all.reduce(0) { sum, table in
                sum + (try connection.number("SELECT COUNT(*) FROM \(table.name)"))
            }
            for table in StoredTable.all {
                var check = TableCheck(table, log: log, connection: connection)
                try check.run(into: &report) { progress($0, total) }
            }
            for table in StoredTable.all { try checkReferences(of: table, connection, into: &report) }
            progress(total, total)
            return report
        }
    }

    private func checkReferences(
        of table: StoredTable,
        _ connection: any Connection,
        into report: inout VerificationReport
    ) throws {
        for (field, parent) in try table.references {
            let keys = table.key.map { SQL("c.\($0)") }.joined(by: ", ")
            try connection.each(
                """
                SELECT c.from_change, \(keys) FROM \(table.name) c \
                WHERE c.to_change IS NULL AND \(parent.missingFor(field)) ORDER BY c.id
                """
            ) { row in
                report.note(
                    "\(field.text) names a record that is not in \(parent.table.name)",
                    change: Int(row.integer(0)),
                    table: table.table.name,
                    key: table.key.indices.map { row.text($0 + 1) }.joined(separator: "\u{1F}")
                )
            }
        }
    }
}
