import Identify
import Records
import Values

/// What merging two people changes, version by version.
struct MergePlan {
    /// A record that names the other person.
    struct Move {
        let table: StoredTable
        let version: Int64
        let before: [Cell]
        /// Nil where the person who is kept has the same record already.
        let after: [Cell]?
    }

    let kept: String
    let other: String
    private(set) var moves: [Move] = []
    private(set) var keptVersion: Int64 = 0
    private(set) var otherVersion: Int64 = 0
    /// The person who is kept, with what was empty filled from the other.
    private(set) var person: [Cell] = []
    private(set) var filled: [String] = []

    init(kept: String, other: String, tenant: Int64, _ connection: any Connection) throws {
        self.kept = kept
        self.other = other
        let people = try StoredTable.named(Person.table.name)
        guard kept != other else { throw MergeRefusal("The two are one person already. Name two people.") }
        guard let first = try connection.version(of: people, keyed: [.text(kept)], tenant: tenant) else {
            throw MergeRefusal("There is no person \(kept) in the register now. Check the reference.")
        }
        guard let second = try connection.version(of: people, keyed: [.text(other)], tenant: tenant) else {
            throw MergeRefusal(
                "There is no person \(other) in the register now. Check the reference: they may be merged already."
            )
        }
        (keptVersion, otherVersion) = (first.id, second.id)
        person = first.cells
        for field in people.columns.indices where person[field] == .missing && second.cells[field] != .missing {
            person[field] = second.cells[field]
            filled.append(people.table.fields[field].name)
        }
        for table in StoredTable.all { try add(table, tenant: tenant, connection) }
    }

    private mutating func add(_ table: StoredTable, tenant: Int64, _ connection: any Connection) throws {
        let fields = table.personFields
        guard !fields.isEmpty else { return }
        let named = fields.map { SQL("\(table.columns[$0]) = \(other)") }.joined(by: " OR ")
        let found = try connection.all(
            """
            SELECT id, \(table.fieldColumns) FROM \(table.name) \
            WHERE tenant = \(tenant) AND to_change IS NULL AND (\(named)) ORDER BY id
            """
        ) { (version: $0.integer(0), cells: table.row($0, from: 1)) }
        var unlike = 0
        for (version, cells) in found {
            var after = table.named(kept, insteadOf: other, in: cells)
            try table.makeRoom(for: &after, tenant: tenant, connection)
            let key = table.table.key.map { table.stored(after[$0], field: $0) }
            let there = try connection.version(of: table, keyed: key, tenant: tenant)
            if let there, there.id != version {
                if table.saysTheSame(there.cells, after) {
                    moves.append(Move(table: table, version: version, before: cells, after: nil))
                } else {
                    unlike += 1
                }
            } else {
                moves.append(Move(table: table, version: version, before: cells, after: after))
            }
        }
        guard unlike == 0 else {
            throw MergeRefusal(
                "Both people have records of \(table.table.name) under one key that do not say the same "
                    + "(\(unlike)). Nothing was merged. Make them alike, or remove one of them, and merge again."
            )
        }
    }

    var account: MergeAccount {
        func counts(_ moves: [Move]) -> [MergeAccount.TableCount] {
            StoredTable.all.compactMap { table in
                let records = moves.count { $0.table.position == table.position }
                return records == 0 ? nil : MergeAccount.TableCount(table: table.table.name, records: records)
            }
        }
        return MergeAccount(
            moved: counts(moves.filter { $0.after != nil }),
            alike: counts(moves.filter { $0.after == nil }),
            filled: filled
        )
    }
}

extension StoredTable {
    /// Fields that name a person.
    var personFields: [Int] {
        table.fields.indices.filter { index in
            let field = table.fields[index]
            return field.refersTo == Person.table.name
                || (field.name == "person_id" && table.name != Person.table.name)
        }
    }

    /// The row with one person named in place of another.
    func named(_ person: String, insteadOf other: String, in cells: [Cell]) -> [Cell] {
        var cells = cells
        for field in personFields where cells[field] == .text(other) { cells[field] = .text(person) }
        return cells
    }

    /// Whether two rows of one key say the same, wherever they came from.
    func saysTheSame(_ one: [Cell], _ other: [Cell]) -> Bool {
        one.indices.allSatisfy { provenance.contains($0) || one[$0] == other[$0] }
    }

    /// The field that numbers the rows of a return, which are counted on when they move to another child.
    var place: Int? { position == StoredTable.returns.position ? field(named: "place") : nil }

    /// Gives a row of a return the place after the child's last of its table.
    fileprivate func makeRoom(for cells: inout [Cell], tenant: Int64, _ connection: any Connection) throws {
        guard let place, case .integer(let own) = cells[place] else { return }
        let rows = try connection.number(
            """
            SELECT COUNT(*) FROM \(name) WHERE tenant = \(tenant) AND to_change IS NULL \
            AND return_table = \(cells[0]) AND person_id = \(cells[1])
            """
        )
        cells[place] = .integer(own + Int64(rows))
    }
}

extension Connection {
    /// The current version under a key; nil where there is none.
    func version(of table: StoredTable, keyed key: [Cell], tenant: Int64) throws -> VersionRow? {
        try first(
            """
            SELECT \(table.versionColumns) FROM \(table.name) \
            WHERE tenant = \(tenant) AND \(table.keyIs(key)) AND to_change IS NULL
            """
        ) { row in
            var version = VersionRow()
            table.readVersion(row, into: &version)
            return version
        }
    }
}
