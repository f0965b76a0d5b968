package import Records
package import Values

/// How the files of an extract are read: their format, and which column is which field.
package struct FeedMapping: Sendable {
    package var format: FeedFormat
    package var encoding: FeedEncoding
    /// Between the fields of a CSV file.
    package var delimiter: UInt8
    /// What facts name as their source, such as `youth_justice`.
    package var source: String
    /// The column of the record's own reference; mapped CSV alone, as other formats say which it is.
    package var recordID: String
    package var columns: [FeedColumn]
    package var facts: [FactMapping]
    /// Periods of files that do not state theirs, by a part of the file's name; school census.
    package var periods: [FilePeriod]

    package init(
        format: FeedFormat = .csv,
        encoding: FeedEncoding = .utf8,
        delimiter: UInt8 = UInt8(ascii: ","),
        source: String,
        recordID: String = "",
        columns: [FeedColumn] = [],
        facts: [FactMapping] = [],
        periods: [FilePeriod] = []
    ) {
        self.format = format
        self.encoding = encoding
        self.delimiter = delimiter
        self.source = source
        self.recordID = recordID
        self.columns = columns
        self.facts = facts
        self.periods = periods
    }
}

/// The formats an extract may come in.
package enum FeedFormat: String, CaseIterable, Sendable {
    /// CSV with columns of any names, which the mapping gives.
    case csv
    /// Attribute data as SAVVI sends them.
    case savvi
    /// Pupil, session and exclusion tables of the school census.
    case schoolCensus = "school_census"
    /// The children in need census, in XML.
    case cin
    /// The header of an SSDA903 return.
    case ssda903
}

/// How the characters of a file are written.
package enum FeedEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
}

/// Which column is which field; several of one field are joined with a space.
package struct FeedColumn: Hashable, Sendable {
    package var field: FeedField
    package var column: DatedColumn

    package init(_ field: FeedField, _ column: String, dates: DateFormat = .iso) {
        self.field = field
        self.column = DatedColumn(column, dates: dates)
    }
}

/// A column, and how dates are written in it, should it hold any.
package struct DatedColumn: Hashable, Sendable {
    package var name: String
    package var dates: DateFormat

    package init(_ name: String, dates: DateFormat = .iso) {
        self.name = name
        self.dates = dates
    }
}

/// Files with this in their names are about this period.
package struct FilePeriod: Hashable, Sendable {
    package var name: String
    package var period: Period

    package init(name: String, period: Period) {
        self.name = name
        self.period = period
    }
}

/// How a row becomes a dated fact; a row whose date is blank has none.
package enum FactMapping: Hashable, Sendable {
    case event(EventMapping)
    case attendance(AttendanceMapping)
    case work(WorkMapping)
}

/// Which code a row stands for.
package enum CodeMapping<Code: CodeList>: Hashable, Sendable {
    /// Every row for the same one.
    case always(Code)
    /// By the value of a column, in capitals; a value that is not listed has no fact, or is refused.
    case by(column: String, values: [String: Code], passesOthersOver: Bool)
}

package struct EventMapping: Hashable, Sendable {
    package var kind: CodeMapping<EventKind>
    package var on: DatedColumn
    package var proven: FlagMapping?
    /// The column of the partner's reference.
    package var reference: String?

    package init(
        kind: CodeMapping<EventKind>,
        on: DatedColumn,
        proven: FlagMapping? = nil,
        reference: String? = nil
    ) {
        self.kind = kind
        self.on = on
        self.proven = proven
        self.reference = reference
    }
}

/// A column that says yes or no in the partner's own words, in capitals; any other value says neither.
package struct FlagMapping: Hashable, Sendable {
    package var column: String
    package var yes: Set<String>
    package var no: Set<String>

    package init(column: String, yes: Set<String>, no: Set<String>) {
        self.column = column
        self.yes = yes
        self.no = no
    }
}

package struct AttendanceMapping: Hashable, Sendable {
    package var from: DatedColumn
    package var to: DatedColumn
    /// Columns of sessions.
    package var possible: String
    package var authorised: String
    package var unauthorised: String

    package init(from: DatedColumn, to: DatedColumn, possible: String, authorised: String, unauthorised: String) {
        self.from = from
        self.to = to
        self.possible = possible
        self.authorised = authorised
        self.unauthorised = unauthorised
    }
}

package struct WorkMapping: Hashable, Sendable {
    package var status: CodeMapping<WorkState>
    /// The column that names the benefit.
    package var benefit: String?
    package var from: DatedColumn
    package var to: DatedColumn?

    package init(
        status: CodeMapping<WorkState>,
        benefit: String? = nil,
        from: DatedColumn,
        to: DatedColumn? = nil
    ) {
        self.status = status
        self.benefit = benefit
        self.from = from
        self.to = to
    }
}
