package import Values

/// A collection year of the return: year Y runs from 1 April Y-1 to 31 March Y.
package struct CollectionYear: Hashable, Comparable, Sendable {
    package let year: Int
    package let start: Day
    package let end: Day

    /// Nil where the calendar has no such year.
    package init?(_ year: Int) {
        guard (2...9999).contains(year), let start = Day(year: year - 1, month: 4, day: 1),
            let end = Day(year: year, month: 3, day: 31)
        else { return nil }
        self.year = year
        self.start = start
        self.end = end
    }

    /// The collection year the day lies in.
    package init?(containing day: Day) {
        self.init(FinancialYear(containing: day).startYear + 1)
    }

    package static func < (one: CollectionYear, other: CollectionYear) -> Bool {
        one.year < other.year
    }
}

extension ReturnData {
    /// The collection year of the latest date in the return; nil where it has no date.
    ///
    /// That is the latest day an episode began: an end after the year is a fault (rule 385), and not a later year.
    /// A return without episodes is dated by its other tables, leaving out births and the end of a status, which may
    /// lie ahead.
    package var collectionYear: CollectionYear? {
        let day = latest("DECOM", of: .episodes) ?? otherDates.compactMap { latest($0.column, of: $0.table) }.max()
        return day.flatMap { CollectionYear(containing: $0) }
    }

    private var otherDates: [(table: ReturnTable, column: String)] {
        [
            (.missing, "MIS_START"), (.swEpisodes, "SW_DECOM"), (.dolo, "DOLO_START"), (.ad1, "DATE_MATCH"),
            (.placedAdoption, "DATE_PLACED"), (.reviews, "REVIEW"),
        ]
    }

    private func latest(_ column: String, of table: ReturnTable) -> Day? {
        guard let position = table.columns.firstIndex(of: column) else { return nil }
        return self[table].lazy.compactMap { Day(dayMonthYear: $0.value(position)) }.max()
    }
}

extension ReturnRow {
    /// The value at this position of the table's columns; empty where the row is shorter.
    func value(_ position: Int) -> String {
        position < values.count ? values[position] : ""
    }
}

extension Day {
    /// `31/03/2018`, the form of the return.
    var dayMonthYear: String {
        let (year, month, day) = parts
        return "\(padded(day, to: 2))/\(padded(month, to: 2))/\(padded(year, to: 4))"
    }

    private func padded(_ value: Int, to width: Int) -> String {
        let digits = "\(value)"
        return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
}
