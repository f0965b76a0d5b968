package import Records

/// What files hold, and everything that is wrong with them.
package struct CheckResult: Sendable {
    /// The facts; to be used only if the files are accepted.
    package var records: RecordSet
    /// By name of the table, where each record was read, in the order of the records.
    package var origins: [String: [Origin]]
    /// The rows of the SSDA903 return as they stand in the files.
    package var returns: ReturnData
    /// What was repaired in the episodes, where that was asked for; the rows above are as they were.
    package var repairs: [Repair]
    package var problems: [Problem]
    /// The files that hold tables.
    package var tables: [TableRead]

    package init(
        records: RecordSet = RecordSet(),
        origins: [String: [Origin]] = [:],
        returns: ReturnData = ReturnData(),
        repairs: [Repair] = [],
        problems: [Problem] = [],
        tables: [TableRead] = []
    ) {
        self.records = records
        self.origins = origins
        self.returns = returns
        self.repairs = repairs
        self.problems = problems
        self.tables = tables
    }

    /// Whether nothing keeps the facts from being imported.
    package var isAccepted: Bool { !problems.contains(where: \.blocksImport) }
}

/// A file that holds a table, and how many data rows it has.
package struct TableRead: Hashable, Sendable {
    package var file: String
    package var table: String
    package var rows: Int

    package init(file: String, table: String, rows: Int) {
        self.file = file
        self.table = table
        self.rows = rows
    }
}
