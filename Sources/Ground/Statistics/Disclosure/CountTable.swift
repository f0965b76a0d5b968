/// Counts of people in rows and columns, and which of their sums are published beside them.
package struct CountTable: Sendable {
    /// Rows of equal length; none negative.
    package let counts: [[Int]]
    /// Whether each row's sum is published.
    package let hasRowTotals: Bool
    /// Whether each column's sum is published.
    package let hasColumnTotals: Bool
    /// The most each count can be, where that is published (the people of the area); nil where it is not.
    package let most: [[Int?]]

    package init(_ counts: [[Int]], hasRowTotals: Bool, hasColumnTotals: Bool, most: [[Int?]]? = nil) {
        self.counts = counts
        self.hasRowTotals = hasRowTotals
        self.hasColumnTotals = hasColumnTotals
        self.most = most ?? counts.map { $0.map { _ in nil } }
    }

    var rows: Int { counts.count }
    var columns: Int { counts.first?.count ?? 0 }

    /// The counts with their published sums: a last column of row sums, a last row of column sums.
    var extended: [[Int]] {
        var all = counts.map { hasRowTotals ? $0 + [$0.reduce(0, +)] : $0 }
        if hasColumnTotals, let first = all.first {
            all.append(first.indices.map { column in all.reduce(0) { $0 + $1[column] } })
        }
        return all
    }
}

/// What is published of a count.
package enum ProtectedCount: Hashable, Sendable {
    /// Why a count is hidden: for whoever answers for the table.
    ///
    /// It is never published, since to tell one from the other narrows what a hidden count can be.
    package enum Reason: Sendable {
        /// It is small itself, or leaves few of those it could be.
        case primary
        /// It could be used to work a small one out.
        case secondary
    }

    case shown(Int)
    case hidden(Reason)

    package var isHidden: Bool {
        if case .hidden = self { true } else { false }
    }

    /// The count; nil where it is hidden.
    package var value: Int? {
        if case .shown(let value) = self { value } else { nil }
    }
}

/// A table as it may be published.
package struct ProtectedTable: Sendable {
    /// The counts with their published sums: a last column of row sums, a last row of column sums.
    package let counts: [[ProtectedCount]]
    /// Nothing could protect it, so that nothing of it may be published.
    package let isWithheld: Bool
}
