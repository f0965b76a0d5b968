/// What the import history keeps of one import.
package struct ImportEntry: Hashable, Sendable {
    /// One table of one file.
    package struct File: Hashable, Sendable, Codable {
        package var file: String
        package var table: String
        package var rows: Int

        package init(file: String, table: String, rows: Int) {
            self.file = file
            self.table = table
            self.rows = rows
        }
    }

    package var files: [File]
    package var errors: Int
    package var warnings: Int
    /// The problems found, as JSON; without personal data.
    package var problems: String
    /// The repairs made, as JSON.
    package var repairs: String

    package init(
        files: [File],
        errors: Int = 0,
        warnings: Int = 0,
        problems: String = "[]",
        repairs: String = "[]"
    ) {
        self.files = files
        self.errors = errors
        self.warnings = warnings
        self.problems = problems
        self.repairs = repairs
    }
}

/// An import as the history shows it.
package struct RecordedImport: Hashable, Sendable {
    /// How it ended.
    package enum Outcome: String, Sendable {
        case recorded
        /// Everything in it was already known.
        case unchanged
        case refused
    }

    package let number: Int
    package let at: Timestamp
    package let actor: String
    /// The change it made; nil where it made none.
    package let change: Int?
    package let outcome: Outcome
    package let entry: ImportEntry
}
