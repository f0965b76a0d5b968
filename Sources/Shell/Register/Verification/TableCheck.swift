import Records

/// Checks the versions of one table against the log of changes.
struct TableCheck {
    private let table: StoredTable
    private let form: RowForm
    private let log: ChangeLog
    private let connection: any Connection
    private var seal = Seal()
    private var erased: Set<Int64> = []

    init(_ table: StoredTable, log: ChangeLog, connection: any Connection) {
        self.table = table
        self.log = log
        self.connection = connection
        form = RowForm(table)
    }

    mutating func run(into report: inout VerificationReport, progress: (Int) -> Void) throws {
        try checkErasures(into: &report)
        try checkWritten(into: &report, progress: progress)
        try checkEnded(into: &report)
        try checkOverlaps(into: &report)
    }

    private mutating func checkErasures(into report: inout VerificationReport) throws {
        guard table.isPersonal else { return }
        var comparison = PartComparison(table.table.name, .erased, log: log, form: form)
        try connection.each(
            "SELECT change, version FROM erasures WHERE table_name = \(table.table.name) ORDER BY change, version"
        ) { row in
            comparison.turn(to: Int(row.integer(0)), into: &report)
            comparison.digest.add(erased: row.integer(1))
            erased.insert(row.integer(1))
        }
        comparison.finish(into: &report)
    }

    private mutating func checkWritten(into report: inout VerificationReport, progress: (Int) -> Void) throws {
        var comparison = PartComparison(table.table.name, .written, log: log, form: form)
        var version = VersionRow()
        let statement = try connection.prepare(
            "SELECT \(table.versionColumns) FROM \(table.name) ORDER BY id"
        )
        defer { statement.reset() }
        while try statement.step() {
            table.readVersion(statement, into: &version)
            comparison.turn(to: Int(version.fromChange), into: &report)
            comparison.digest.add(written: version)
            if table.isPersonal { checkSeal(version, into: &report) }
            report.rows += 1
            if report.rows.isMultiple(of: 4096) { progress(report.rows) }
        }
        comparison.finish(into: &report)
    }

    private mutating func checkSeal(_ version: VersionRow, into report: inout VerificationReport) {
        let what: String
        if let salt = version.salt {
            if seal.of(version.cells, salt: salt, form: form) == version.seal { return }
            what = "Personal values are not what was recorded"
        } else if !erased.contains(version.id) {
            what = "Personal values were erased, and no change says so"
        } else if form.personal.contains(where: { version.cells[$0] != table.erased($0) }) {
            what = "Personal values stand where they were erased"
        } else {
            return
        }
        report.note(
            what,
            change: Int(version.fromChange),
            table: table.table.name,
            key: table.table.keyText(of: version.cells)
        )
    }

    private func checkEnded(into report: inout VerificationReport) throws {
        var comparison = PartComparison(table.table.name, .ended, log: log, form: form)
        var version = VersionRow()
        try connection.each(
            """
            SELECT \(table.versionColumns) FROM \(table.name) WHERE to_change IS NOT NULL ORDER BY to_change, id
            """
        ) { row in
            table.readVersion(row, into: &version)
            comparison.turn(to: Int(version.toChange ?? 0), into: &report)
            comparison.digest.add(ended: version)
        }
        comparison.finish(into: &report)
    }

    /// Two versions of one record that are known at the same time.
    private func checkOverlaps(into report: inout VerificationReport) throws {
        let keys = table.key.map { SQL("v.\($0)") }.joined(by: ", ")
        let sameKey = table.key.map { SQL("o.\($0) = v.\($0)") }.joined(by: " AND ")
        let pair: SQL = """
            SELECT v.from_change, \(keys) FROM \(table.name) v JOIN \(table.name) o \
            ON o.tenant = v.tenant AND \(sameKey)
            """
        let overlaps: [SQL] = [
            """
            \(pair) AND o.to_change IS NOT NULL AND o.id <> v.id AND o.from_change < v.to_change \
            AND o.to_change > v.from_change WHERE v.to_change IS NOT NULL
            """,
            """
            \(pair) AND o.to_change IS NULL AND o.from_change < v.to_change WHERE v.to_change IS NOT NULL
            """,
            """
            SELECT 0, \(keys) FROM \(table.name) v WHERE v.to_change IS NULL \
            GROUP BY v.tenant, \(keys) HAVING COUNT(*) > 1
            """,
        ]
        for sql in overlaps {
            try connection.each(sql) { row in
                report.note(
                    "Two versions of the record are known at the same time",
                    change: row.integer(0) == 0 ? nil : Int(row.integer(0)),
                    table: table.table.name,
                    key: table.key.indices.map { row.text($0 + 1) }.joined(separator: "\u{1F}")
                )
            }
        }
    }
}
