import Records

/// Checks the versions of one table against the log of changes, and what its current records name.
struct TableCheck {
    let table: StoredTable
    let connection: any Connection
    var report = VerificationReport()
    private let form: RowForm
    private var seal = Seal()
    private var erased: Set<Int64> = []

    init(_ table: StoredTable, connection: any Connection) {
        self.table = table
        self.connection = connection
        form = RowForm(table)
    }

    /// Checks everything; the progress is told how many more versions have been checked.
    mutating func run(progress: (Int) -> Void) throws -> VerificationReport {
        try checkErasures()
        try checkWritten(progress: progress)
        try checkEnded()
        try checkOverlaps()
        try checkReferences()
        return report
    }

    private func comparison(_ act: ChangePart.Act) throws -> PartComparison {
        let parts = try connection.parts(of: table.table.name, act)
        return PartComparison(table.table.name, act, expected: parts, form: form)
    }

    private mutating func checkErasures() throws {
        guard table.isPersonal else { return }
        var comparison = try comparison(.erased)
        try connection.each(
            "SELECT change, version FROM erasures WHERE table_name = \(table.table.name) ORDER BY change, version"
        ) { row in
            comparison.turn(to: Int(row.integer(0)), into: &report)
            comparison.digest.add(erased: row.integer(1))
            erased.insert(row.integer(1))
        }
        comparison.finish(into: &report)
    }

    private mutating func checkWritten(progress: (Int) -> Void) throws {
        var comparison = try comparison(.written)
        var version = VersionRow()
        let statement = try connection.prepare(
            "SELECT \(table.versionColumns) FROM \(table.name) ORDER BY id"
        )
        defer { statement.reset() }
        while try statement.step() {
            table.readVersion(statement, into: &version)
            comparison.turn(to: Int(version.fromChange), into: &report)
            comparison.digest.add(written: version)
            if table.isPersonal { checkSeal(version) }
            report.rows += 1
            if report.rows.isMultiple(of: 4096) { progress(4096) }
        }
        comparison.finish(into: &report)
    }

    private mutating func checkSeal(_ version: VersionRow) {
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

    private mutating func checkEnded() throws {
        var comparison = try comparison(.ended)
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
}
