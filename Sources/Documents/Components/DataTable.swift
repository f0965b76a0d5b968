/// A table of data: it always has a caption, and every column a heading.
package struct DataTable: Sendable {
    package let caption: String
    package let columns: [TableColumn]
    package let rows: [[CellContent]]
    /// Whether the first cell of a row names it.
    package let hasRowHeadings: Bool
    /// What stands in place of the table where it has no rows.
    package let whenEmpty: String

    package init(
        caption: String,
        columns: [TableColumn],
        rows: [[CellContent]],
        hasRowHeadings: Bool = true,
        whenEmpty: String = "There is nothing to show."
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.hasRowHeadings = hasRowHeadings
        self.whenEmpty = whenEmpty
    }
}

/// A column: its heading, what it holds, and how it sorts.
package struct TableColumn: Sendable, ExpressibleByStringLiteral {
    package enum Kind: Sendable {
        case words
        /// Right-aligned, its digits below each other.
        case number
        /// Kept on one line.
        case date
    }

    package let title: String
    package let kind: Kind
    package let sort: Sort?

    /// A link that puts the rows in another order; the order lives in the address.
    package struct Sort: Sendable {
        package enum Order: Sendable {
            case ascending, descending
        }

        /// The order the rows are in now, where it is by this column.
        package let current: Order?
        /// The page in the order the link offers.
        package let address: Address

        package init(current: Order?, address: Address) {
            self.current = current
            self.address = address
        }

        /// What the link does: the other way round, or ascending at first.
        package var offers: Order { current == .ascending ? .descending : .ascending }
    }

    package init(_ title: String, _ kind: Kind = .words, sort: Sort? = nil) {
        self.title = title
        self.kind = kind
        self.sort = sort
    }

    package init(stringLiteral title: String) {
        self.init(title)
    }

    package static func number(_ title: String) -> TableColumn {
        TableColumn(title, .number)
    }

    package static func date(_ title: String) -> TableColumn {
        TableColumn(title, .date)
    }
}
