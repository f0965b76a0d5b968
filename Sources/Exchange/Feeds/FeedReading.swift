package import Identify

/// What the files of an extract hold for a feed, and everything that is wrong with them.
package struct FeedReading: Sendable {
    /// The records, each once; none unless the extract is accepted.
    package let rows: [FeedRow]
    package let problems: [Problem]
    /// Columns of the files whose values were not read, each once, in the order of the files.
    package let notRead: [ColumnNotRead]
    package let tables: [TableRead]

    /// Whether nothing keeps the extract from being received.
    package var isAccepted: Bool { !problems.contains(where: \.blocksImport) }

    /// The same as a check's result, to be shown in the same ways.
    package var check: CheckResult { CheckResult(problems: problems, tables: tables) }
}

/// A column whose values were not read, and why.
package struct ColumnNotRead: Hashable, Sendable {
    package enum Reason: String, Sendable {
        /// The mapping has it, the agreement does not permit it.
        case outsideAgreement = "outside_agreement"
        /// The mapping does not have it.
        case notMapped = "not_mapped"
    }

    package let column: String
    package let reason: Reason

    package init(column: String, reason: Reason) {
        self.column = column
        self.reason = reason
    }
}
