import FoundationEssentials
import Records

extension Register {
    /// Enters an import that was refused in the history; gives its number.
    @discardableResult
    package func recordRefusal(of entry: ImportEntry, as draft: ChangeDraft, at time: Timestamp) throws -> Int {
        try store.write { try log(entry, .refused, change: nil, by: draft, at: time, $0) }
    }

    /// The latest imports before a number (or of all), the latest first.
    package func imports(before number: Int? = nil, limit: Int) throws -> [RecordedImport] {
        try store.read { connection in
            try connection.all(
                """
                \(RecordedImport.columns) WHERE tenant = \(tenant) AND id < \(number ?? Int.max) \
                ORDER BY id DESC LIMIT \(limit)
                """,
                RecordedImport.init(reading:)
            )
        }
    }

    /// The import with this number; nil where there is none.
    package func recordedImport(_ number: Int) throws -> RecordedImport? {
        try store.read { connection in
            try connection.first(
                "\(RecordedImport.columns) WHERE tenant = \(tenant) AND id = \(number)",
                RecordedImport.init(reading:)
            )
        }
    }

    /// The import that made a change; nil where the change was made otherwise.
    package func recordedImport(ofChange change: Int) throws -> RecordedImport? {
        try store.read { connection in
            try connection.first(
                "\(RecordedImport.columns) WHERE tenant = \(tenant) AND change = \(change)",
                RecordedImport.init(reading:)
            )
        }
    }

    @discardableResult
    func log(
        _ entry: ImportEntry,
        _ outcome: RecordedImport.Outcome,
        change: Int?,
        by draft: ChangeDraft,
        at time: Timestamp,
        _ connection: any Connection
    ) throws -> Int {
        let files = String(decoding: try JSONEncoder().encode(entry.files), as: UTF8.self)
        return try connection.number(
            """
            INSERT INTO imports (tenant, at, actor, change, outcome, files, errors, warnings, problems, repairs) \
            VALUES (\(tenant), \(time.iso), \(draft.actor), \(change.map { .integer(Int64($0)) } ?? .missing), \
            \(outcome.rawValue), \(files), \(entry.errors), \(entry.warnings), \(entry.problems), \(entry.repairs)) \
            RETURNING id
            """
        )
    }
}

extension RecordedImport {
    fileprivate static let columns: SQL = """
        SELECT id, at, actor, change, outcome, files, errors, warnings, problems, repairs FROM imports
        """

    fileprivate init(reading row: any PreparedStatement) throws {
        let files = try JSONDecoder().decode([ImportEntry.File].self, from: Data(row.text(5).utf8))
        self.init(
            number: Int(row.integer(0)),
            at: Timestamp(iso: row.text(1)) ?? Timestamp(seconds: 0),
            actor: row.text(2),
            change: row.optionalInteger(3).map { Int($0) },
            outcome: Outcome(rawValue: row.text(4)) ?? .refused,
            entry: ImportEntry(
                files: files,
                errors: Int(row.integer(6)),
                warnings: Int(row.integer(7)),
                problems: row.text(8),
                repairs: row.text(9)
            )
        )
    }
}
