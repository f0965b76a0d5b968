/// What differs between databases; everything else is written once, in the SQL they share.
package struct Dialect: Sendable {
    /// How a parameter is written.
    package enum Placeholder: Sendable {
        /// `?`
        case questionMark
        /// `$1`, `$2` ...
        case numbered
    }

    package var placeholder: Placeholder
    /// The type of a column that numbers its rows by itself.
    package var identity: String
    /// The type of a column of bytes.
    package var bytes: String
    /// The statements by which the database takes stock of its tables, for its choice of indexes.
    package var stocktaking: [String]

    package init(placeholder: Placeholder, identity: String, bytes: String, stocktaking: [String]) {
        self.placeholder = placeholder
        self.identity = identity
        self.bytes = bytes
        self.stocktaking = stocktaking
    }

    /// The statement as text.
    package func text(of sql: SQL) -> String {
        var text = ""
        var parameters = 0
        for part in sql.parts {
            switch part {
            case .text(let literal): text += literal
            case .value, .open:
                parameters += 1
                text += placeholder == .questionMark ? "?" : "$\(parameters)"
            }
        }
        return text
    }

    /// One statement of a migration, its types in the words of this database.
    package func migration(_ statement: String) -> String {
        statement.replacing(":identity", with: identity).replacing(":bytes", with: bytes)
    }
}
