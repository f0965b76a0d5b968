/// Something wrong, or that looks wrong, in a file.
///
/// Never holds personal data: it says where the value is, not what it is.
package struct Problem: Hashable, Sendable {
    package enum Severity: String, Sendable {
        /// Wrong. Whether the import is refused for it is `blocksImport`.
        case error
        /// Accepted, but it looks wrong.
        case warning
    }

    /// The file as the user named it; inside a zip, `archive.zip/placements.csv`.
    package var file: String
    /// The exchange table (`placements`) or the table of the return (`Episodes`).
    package var table: String
    /// Data row, counted from 0; nil where the problem is the file's or the table's.
    package var row: Int?
    /// Line of the file, counted from 1.
    package var line: Int?
    /// The column.
    package var field: String?
    /// The Department for Education's rule number, or our own code.
    package var rule: String
    package var severity: Severity
    /// Nothing is imported while a problem of this kind is there.
    package var blocksImport: Bool
    /// What is wrong and what to do about it.
    package var message: String

    package init(
        file: String,
        table: String,
        row: Int? = nil,
        line: Int? = nil,
        field: String? = nil,
        rule: String,
        severity: Severity = .error,
        blocksImport: Bool,
        message: String
    ) {
        self.file = file
        self.table = table
        self.row = row
        self.line = line
        self.field = field
        self.rule = rule
        self.severity = severity
        self.blocksImport = blocksImport
        self.message = message
    }
}
