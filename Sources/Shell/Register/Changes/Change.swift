package import Values

/// Who changes the register, for whom, and why.
package struct ChangeDraft: Hashable, Sendable {
    package var actor: String
    package var organisation: String
    package var purpose: String
    package var summary: String

    package init(actor: String, organisation: String = "", purpose: String, summary: String) {
        self.actor = actor
        self.organisation = organisation
        self.purpose = purpose
        self.summary = summary
    }
}

/// One change of the register: a step that happened whole, at a time, by somebody, for a purpose.
package struct Change: Hashable, Sendable {
    /// Changes are numbered from 1, without gaps; "known at" is such a number.
    package let number: Int
    let tenant: Int64
    package let at: Timestamp
    package let actor: String
    package let organisation: String
    package let purpose: String
    package let summary: String
    /// Rows written, new records and new versions of old ones.
    package let written: Int
    /// Versions ended, by a newer one or because the record is no more.
    package let ended: Int
    package let hash: [UInt8]
}

/// What recording did.
package struct ChangeOutcome: Hashable, Sendable {
    /// The change made; nil where nothing differed from what the register already held.
    package var change: Int?
    /// What happened to the rows of each table that had any.
    package var tables: [TableTally]
}

/// What recording did to one table.
package struct TableTally: Hashable, Sendable {
    package let table: String
    /// Records the register did not have.
    package var new: Int
    /// Records it had, with other values.
    package var revised: Int
    /// Records it had as they are.
    package var unchanged: Int
    /// Records of a replaced period that are no more.
    package var ended: Int

    package init(table: String, new: Int = 0, revised: Int = 0, unchanged: Int = 0, ended: Int = 0) {
        self.table = table
        self.new = new
        self.revised = revised
        self.unchanged = unchanged
        self.ended = ended
    }
}

/// A period whose records are replaced: those in it that are not given again end.
package struct ReplacedPeriod: Hashable, Sendable {
    package var period: Period
    /// The tables replaced; nil for those that have rows.
    package var tables: Set<String>?

    package init(_ period: Period, tables: Set<String>? = nil) {
        self.period = period
        self.tables = tables
    }
}
