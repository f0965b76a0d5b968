import Records

/// One change being made: rows are saved and ended, then it is closed with its hash.
final class ChangeWriter {
    let connection: any Connection
    let number: Int
    let tenant: Int64
    private let salts: Salts
    private let previous: (hash: [UInt8], at: String)
    private var writers: [Int: TableWriter] = [:]
    private var erasedTables: Set<Int> = []

    init(on connection: any Connection, tenant: Int64, random: @escaping (Int) -> [UInt8]) throws {
        self.connection = connection
        self.tenant = tenant
        salts = Salts(random)
        let latest = try connection.first("SELECT number, hash, at FROM changes ORDER BY number DESC LIMIT 1") {
            (number: Int($0.integer(0)), hash: $0.bytes(1), at: $0.text(2))
        }
        number = (latest?.number ?? 0) + 1
        previous = (latest?.hash ?? Change.origin, latest?.at ?? "")
    }

    /// The writer of a table.
    func writer(of table: StoredTable) throws -> TableWriter {
        if let writer = writers[table.position] { return writer }
        let writer = try TableWriter(table, change: number, tenant: tenant, salts: salts, on: connection)
        writers[table.position] = writer
        return writer
    }

    /// Every table that had rows, in the order of the exchange package.
    var tallies: [TableTally] {
        writers.sorted { $0.key < $1.key }.map(\.value.tally)
    }

    /// Notes that a version's personal values were erased.
    func noteErasure(of version: Int64, in table: StoredTable) throws {
        try connection.run(
            "INSERT INTO erasures (change, table_name, version) VALUES (\(number), \(table.table.name), \(version))"
        )
        erasedTables.insert(table.position)
    }

    /// Checks that every record named is there, enters the change in the chain, and gives its number; nil where nothing
    /// was written, ended or erased.
    ///
    /// A clock that went backwards does not take the chain with it: a change bears at least the time of the one before.
    func close(as draft: ChangeDraft, at time: Timestamp) throws -> Int? {
        let touched = writers.values.filter(\.touched).sorted { $0.table.position < $1.table.position }
        guard !touched.isEmpty || !erasedTables.isEmpty else { return nil }
        for writer in touched { try checkParents(writer) }
        let parts =
            try touched.flatMap(parts(of:))
            + erasedTables.sorted().map { position in
                let table = StoredTable.all[position]
                return try connection.digestOfErased(table, in: number, form: RowForm(table))
            }
        try enter(draft, at: max(time, Timestamp(iso: previous.at) ?? time), parts: parts)
        if parts.reduce(0, { $0 + $1.rows }) >= Self.many { try connection.takeStock() }
        return number
    }

    /// Rows that change a table so much that the database takes stock again.
    private static let many = 10_000

    private func parts(of writer: TableWriter) throws -> [ChangePart] {
        var parts: [ChangePart] = []
        if writer.written.rows > 0 { parts.append(writer.writtenPart) }
        if writer.tally.revised + writer.tally.ended > 0 {
            parts.append(try connection.digestOfEnded(writer.table, in: number, form: writer.form))
        }
        return parts
    }

    private func enter(_ draft: ChangeDraft, at time: Timestamp, parts: [ChangePart]) throws {
        let change = Change(number: number, tenant: tenant, at: time, draft: draft)
        let hash = change.computedHash(after: previous.hash, parts: parts.inHashOrder)
        try connection.run(
            """
            INSERT INTO changes \
            (number, tenant, at, actor, organisation, purpose, summary, previous_hash, hash) \
            VALUES (\(number), \(tenant), \(time.iso), \(draft.actor), \(draft.organisation), \(draft.purpose), \
            \(draft.summary), \(previous.hash), \(hash))
            """
        )
        for part in parts {
            try connection.run(
                """
                INSERT INTO change_parts (change, table_name, act, row_count, digest) \
                VALUES (\(number), \(part.table), \(part.act.rawValue), \(part.rows), \(part.digest))
                """
            )
        }
    }
}

extension Change {
    /// The change a draft becomes, its hash still to be computed.
    init(number: Int, tenant: Int64, at time: Timestamp, draft: ChangeDraft) {
        self.init(
            number: number,
            tenant: tenant,
            at: time,
            actor: draft.actor,
            organisation: draft.organisation,
            purpose: draft.purpose,
            summary: draft.summary,
            written: 0,
            ended: 0,
            hash: []
        )
    }
}

extension [ChangePart] {
    /// By table and act.
    var inHashOrder: [ChangePart] {
        sorted { ($0.table, $0.act.rawValue) < ($1.table, $1.act.rawValue) }
    }
}
