package import Records
import Values

/// A table as the register stores it: the fields between what makes a row a version.
///
/// Columns are `id`, `tenant`, the fields, `from_change`, `to_change` (missing while current) and, where a field is
/// personal, `salt` and `seal`.
package struct StoredTable: Sendable {
    package let table: Table
    /// Place in `StoredTable.all`; not of the chain, which goes by names.
    package let position: Int
    package let name: SQL.Name
    package let columns: [SQL.Name]
    /// The fields, to be selected.
    let fieldColumns: SQL
    package let personal: [Int]
    let forms: [StoredForm]
    /// Fields that say where a row came from: kept with it, and no reason for a new version when only they differ.
    let provenance: Set<Int>

    private init(_ table: Table, at position: Int, provenance: Set<String> = []) {
        self.table = table
        self.position = position
        name = SQL.Name(table.name)
        columns = table.fields.map { SQL.Name($0.name) }
        fieldColumns = columns.map { SQL("\($0)") }.joined(by: ", ")
        personal = table.fields.indices.filter { table.fields[$0].isPersonal }
        forms = table.fields.map(StoredForm.init)
        self.provenance = Set(table.fields.indices.filter { provenance.contains(table.fields[$0].name) })
    }

    /// The tables of the exchange package in their order, then the rows of returns as they came, then the logs of feeds,
    /// then what was decided of pairs of records and the merges of people, then those who sign in, then what the stages
    /// of the pathway keep beside the exchange package, then who those who sign in are at a provider of identities.
    package static let all: [StoredTable] = besidePathway + pathway + openID

    private static let besidePathway =
        RecordSet.tables.enumerated().map { StoredTable($0.element, at: $0.offset) }
        + [returns, feedExtracts, feedDeletions, linkDecisions, merges, users, userRoles]

    private static let pathway = PathwayTables.all.enumerated().map {
        StoredTable($0.element, at: besidePathway.count + $0.offset)
    }

    private static let openID = [openIDSubjects]

    /// Who users are at a provider of identities.
    static let openIDSubjects = StoredTable(OpenIDTables.subjects, at: besidePathway.count + PathwayTables.all.count)

    /// Rows of an SSDA903 return that are kept and shown as they came.
    package static let returns = StoredTable(
        ReturnEntry.table,
        at: RecordSet.tables.count,
        provenance: ["file", "row"]
    )

    /// Extracts of partners as they were received.
    static let feedExtracts = StoredTable(FeedTables.extracts, at: RecordSet.tables.count + 1)

    /// Rows of feeds that were deleted.
    static let feedDeletions = StoredTable(FeedTables.deletions, at: RecordSet.tables.count + 2)

    /// What people decided of pairs of records.
    static let linkDecisions = StoredTable(MatchingTables.decisions, at: RecordSet.tables.count + 3)

    /// People of the register that were found to be one.
    static let merges = StoredTable(MatchingTables.merges, at: RecordSet.tables.count + 4)

    /// Those who may sign in.
    static let users = StoredTable(UserTables.users, at: RecordSet.tables.count + 5)

    /// Their roles.
    static let userRoles = StoredTable(UserTables.roles, at: RecordSet.tables.count + 6)

    /// The rows of feeds, which have no versions and so are none of `all`.
    static let feedRows = StoredTable(FeedTables.rows, at: all.count)

    /// The table with this name; throws where there is none.
    static func named(_ name: String) throws -> StoredTable {
        guard let table = all.first(where: { $0.table.name == name }) else { throw RegisterError.noSuchTable(name) }
        return table
    }

    var key: [SQL.Name] { table.key.map { columns[$0] } }
    var isPersonal: Bool { !personal.isEmpty }

    /// Position of the field with this name.
    func field(named name: String) -> Int? {
        table.fields.firstIndex { $0.name == name }
    }
}

extension StoredTable {
    /// The cell as the register holds it: a missing part of a key is an empty text, so that keys can be unique.
    func stored(_ cell: Cell, field: Int) -> Cell {
        cell == .missing && forms[field].isKey ? .text("") : cell
    }

    /// Reads the fields from neighbouring columns into a row that is used again and again.
    func read(_ statement: any PreparedStatement, from column: Int, into row: inout [Cell]) {
        if row.count != columns.count { row = Array(repeating: .missing, count: columns.count) }
        statement.read(forms, from: column, into: &row)
    }

    func row(_ statement: any PreparedStatement, from column: Int) -> [Cell] {
        var row: [Cell] = []
        read(statement, from: column, into: &row)
        return row
    }
}
