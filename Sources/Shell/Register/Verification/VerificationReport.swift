/// What verifying a register found.
package struct VerificationReport: Hashable, Sendable {
    /// One thing that is wrong, and where.
    package struct Problem: Hashable, Sendable {
        /// The change at fault; nil where the problem is no one change's.
        package var change: Int?
        package var table: String?
        /// The record at fault, as `Table.keyText` makes its key; nil where only the table is known.
        package var key: String?
        package var what: String
    }

    package var changes = 0
    /// Versions checked, ended ones included.
    package var rows = 0
    package var problems: [Problem] = []
    /// Hash of the latest change: note it elsewhere, and a register cut short can be told from a whole one.
    package var head = ""

    package var isSound: Bool { problems.isEmpty }

    mutating func note(_ what: String, change: Int? = nil, table: String? = nil, key: String? = nil) {
        problems.append(Problem(change: change, table: table, key: key, what: what))
    }
}
