package import Values

/// A named number of a report (`figures.md`): people cite its id, and it opens onto the records behind it.
package struct Figure: Sendable {
    /// Stable: `home.now`, `mst.home.6.share`.
    package let id: String
    package let label: String
    package let unit: FigureUnit
    /// At full precision; nil where the denominator is nought or nothing was measured.
    package let value: Double?
    /// The exact fraction, where the value is a share of counts or days.
    package let share: Share?
    /// The two numbers, where the value is another quotient: case-days by worker-days, pounds by families.
    package let quotient: Quotient?
    /// 95 % interval, where the figure has one.
    package let low: Double?
    package let high: Double?
    /// How many are not known, beside the share and never in its denominator.
    package let unknown: Int?
    /// What the number means, in a sentence.
    package let definition: String
    /// The records behind the number; only in the figure that was asked to be opened.
    package let members: [Member]?

    package init(
        id: String,
        label: String,
        unit: FigureUnit,
        value: Double?,
        share: Share? = nil,
        quotient: Quotient? = nil,
        low: Double? = nil,
        high: Double? = nil,
        unknown: Int? = nil,
        definition: String,
        members: [Member]? = nil
    ) {
        self.id = id
        self.label = label
        self.unit = unit
        self.value = value
        self.share = share
        self.quotient = quotient
        self.low = low
        self.high = high
        self.unknown = unknown
        self.definition = definition
        self.members = members
    }
}

/// Two measured numbers, one by the other.
package struct Quotient: Sendable, Hashable {
    package let numerator: Double
    package let denominator: Double

    package init(_ numerator: Double, _ denominator: Double) {
        self.numerator = numerator
        self.denominator = denominator
    }
}

/// What a figure counts in; decides how it is written for people.
package enum FigureUnit: String, Sendable {
    case count
    /// 0 to 1; people see a percentage with one decimal, rounded half away from zero.
    case share
    case days
    case months
    case hours
    case pounds
    /// Points of an instrument.
    case score
    /// Whole-time equivalent.
    case wte
    /// Cases a whole-time worker holds.
    case caseload
    /// A test statistic, a p value or an effect size.
    case statistic
}

/// A record behind a figure and why it stands where it does.
package struct Member: Sendable, Hashable {
    package enum Standing: String, Sendable {
        /// In the numerator, or counted.
        case counted
        /// In the denominator only.
        case notCounted = "not counted"
        /// Beside the share: not known.
        case unknown
    }

    package let record: RecordReference
    package let standing: Standing
    /// Why, in words: `in care from 4 March 2018`.
    package let because: String

    package init(record: RecordReference, standing: Standing, because: String) {
        self.record = record
        self.standing = standing
        self.because = because
    }
}

/// Which record: its table and its key.
package struct RecordReference: Sendable, Hashable {
    package let table: String
    package let key: String

    package init(table: String, key: String) {
        self.table = table
        self.key = key
    }
}

/// The whole answer to one question.
package struct ReportAnswer: Sendable {
    package enum Time: Sendable, Hashable {
        case asAt(Day)
        case during(Period)
    }

    /// `key-information`, `performance` or `intelligence`.
    package let report: String
    package let title: String
    package let time: Time
    /// The change number the answer stands on.
    package let knownAt: Int
    package let figures: [Figure]
    package let tables: [ReportTable]

    package init(
        report: String,
        title: String,
        time: Time,
        knownAt: Int,
        figures: [Figure],
        tables: [ReportTable] = []
    ) {
        self.report = report
        self.title = title
        self.time = time
        self.knownAt = knownAt
        self.figures = figures
        self.tables = tables
    }

    /// The figure with this id.
    package subscript(id id: String) -> Figure? {
        figures.first { $0.id == id }
    }
}

/// A table of a report whose cells are figures or words.
package struct ReportTable: Sendable {
    package let id: String
    package let title: String
    package let columns: [String]
    package let rows: [[String]]

    package init(id: String, title: String, columns: [String], rows: [[String]]) {
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}
