import Records

/// Writes versions of one table's records within one change.
final class TableWriter {
    let table: StoredTable
    let form: RowForm
    var tally: TableTally
    private let change: Int
    private let connection: any Connection
    private let salt: () -> [UInt8]
    private let insertion: any PreparedStatement
    private let lookup: any PreparedStatement
    private let ending: any PreparedStatement
    private var seal = Seal()
    private var found = VersionRow()
    private let compared: [Int]

    init(
        _ table: StoredTable,
        change: Int,
        tenant: Int64,
        salt: @escaping () -> [UInt8],
        on connection: any Connection
    )
        throws
    {
        self.table = table
        self.change = change
        self.connection = connection
        self.salt = salt
        form = RowForm(table)
        tally = TableTally(table: table.table.name)
        compared = table.columns.indices.filter { !table.provenance.contains($0) }
        let fields = table.columns.map { SQL("\($0)") }.joined(by: ", ")
        let sealed: SQL = table.isPersonal ? ", salt, seal" : ""
        let width = table.columns.count + (table.isPersonal ? 2 : 0)
        insertion = try connection.prepare(
            """
            INSERT INTO \(table.name) (tenant, from_change, \(fields)\(sealed)) \
            VALUES (\(tenant), \(change), \(open: width))
            """
        )
        lookup = try connection.prepare(
            """
            SELECT \(table.versionColumns) FROM \(table.name) \
            WHERE tenant = \(tenant) AND \(table.keyIsOpen) AND to_change IS NULL
            """
        )
        ending = try connection.prepare("UPDATE \(table.name) SET to_change = \(change) WHERE id = \(open: 1)")
    }

    /// What the register already holds under a row's key.
    enum Standing {
        case none
        /// The current version says the same.
        case same(version: Int64)
        case differs(version: Int64)
    }

    /// Compares a row with the current version under its key.
    ///
    /// - Throws: `RegisterError.duplicateKeys` where this change has already written that key.
    func standing(of row: [Cell]) throws -> Standing {
        for (index, field) in table.table.key.enumerated() {
            try lookup.bind(table.stored(row[field], field: field), at: index + 2)
        }
        defer { lookup.reset() }
        guard try lookup.step() else { return .none }
        table.readVersion(lookup, into: &found)
        guard found.fromChange != change else { throw RegisterError.duplicateKeys(table: table.table.name) }
        let same = compared.allSatisfy { found.cells[$0] == row[$0] }
        return same ? .same(version: found.id) : .differs(version: found.id)
    }

    /// Makes the row the current version under its key, unless it is already.
    func save(_ row: [Cell]) throws -> Standing {
        let standing = try standing(of: row)
        switch standing {
        case .none:
            try insert(row)
            tally.new += 1
        case .same:
            tally.unchanged += 1
        case .differs(let version):
            try end(version)
            try insert(row)
            tally.revised += 1
        }
        return standing
    }

    /// Writes a row as a new version; the one before it must have ended.
    func insert(_ row: [Cell]) throws {
        for field in row.indices {
            try insertion.bind(table.stored(row[field], field: field), at: field + 3)
        }
        if table.isPersonal {
            let salt = salt()
            try insertion.bind(salt, at: row.count + 3)
            try insertion.bind(seal.of(row, salt: salt, form: form), at: row.count + 4)
        }
        try insertion.run()
    }

    /// Ends a version.
    func end(_ version: Int64) throws {
        try ending.bind(.integer(version), at: 2)
        try ending.run()
    }

    /// Whether it wrote or ended anything.
    var touched: Bool { tally.new + tally.revised + tally.ended > 0 }
}
