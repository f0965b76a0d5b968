import Records

/// Writes versions of one table's records within one change.
final class TableWriter {
    let table: StoredTable
    let form: RowForm
    var tally: TableTally
    /// The rows written so far, as the change is to hash them.
    private(set) var written: RowDigest
    /// Number of the last version before the change; those it writes come after it.
    let last: Int64
    private let change: Int
    private let connection: any Connection
    private let tenant: Int64
    private var salts: Salts
    private let insertion: any PreparedStatement
    private let lookup: any PreparedStatement
    private let ending: any PreparedStatement
    private var seal = Seal()
    private var found = VersionRow()
    /// The version written last; numbers follow one another.
    private var version = VersionRow()
    private let compared: [Int]

    init(_ table: StoredTable, change: Int, tenant: Int64, salts: Salts, on connection: any Connection) throws {
        self.table = table
        self.change = change
        self.connection = connection
        self.tenant = tenant
        self.salts = salts
        form = RowForm(table)
        tally = TableTally(table: table.table.name)
        written = RowDigest(form)
        last = Int64(try connection.number("SELECT MAX(id) FROM \(table.name)"))
        version.id = last
        version.tenant = tenant
        version.fromChange = Int64(change)
        compared = table.columns.indices.filter { !table.provenance.contains($0) }
        let fields = table.columns.map { SQL("\($0)") }.joined(by: ", ")
        let sealed: SQL = table.isPersonal ? ", salt, seal" : ""
        let width = table.columns.count + (table.isPersonal ? 2 : 0)
        insertion = try connection.prepare(
            """
            INSERT INTO \(table.name) (tenant, from_change, id, \(fields)\(sealed)) \
            VALUES (\(tenant), \(change), \(open: 1 + width))
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
        version.id += 1
        version.cells = row
        try insertion.bind(.integer(version.id), at: 3)
        for field in row.indices {
            try insertion.bind(table.stored(row[field], field: field), at: field + 4)
        }
        if table.isPersonal {
            let salt = salts.draw()
            version.seal = seal.of(row, salt: salt, form: form)
            try insertion.bind(salt, at: row.count + 4)
            try insertion.bind(version.seal, at: row.count + 5)
        }
        try insertion.run()
        written.add(written: version)
    }

    /// Ends a version.
    func end(_ version: Int64) throws {
        try ending.bind(.integer(version), at: 2)
        try ending.run()
    }

    /// What the change wrote to the table.
    var writtenPart: ChangePart {
        ChangePart(table: table.table.name, act: .written, rows: written.rows, digest: written.finish())
    }

    /// Whether it wrote or ended anything.
    var touched: Bool { tally.new + tally.revised + tally.ended > 0 }
}
