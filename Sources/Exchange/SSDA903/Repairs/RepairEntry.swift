import Records
import Values

/// A row of Episodes that has a child and a real start, and where it stands.
struct RepairEntry {
    struct Place: Hashable {
        var submission: Int
        var position: Int
    }

    static let dec = 7
    static let reasonCeased = 8
    static let reasonChange = 9

    var row: ReturnRow
    let start: Day
    let year: CollectionYear
    let place: Place

    init?(_ row: ReturnRow, year: CollectionYear, at place: Place) {
        guard !row.value(0).isEmpty, let start = Day(dayMonthYear: row.value(1)) else { return nil }
        self.row = row
        self.start = start
        self.year = year
        self.place = place
    }

    var child: String { row.value(0) }
    var reasonNew: String { row.value(2) }
    var isOpen: Bool { row.value(Self.dec).isEmpty }
    var end: Day? { Day(dayMonthYear: row.value(Self.dec)) }

    func comes(before other: RepairEntry) -> Bool {
        if child != other.child { return child < other.child }
        if start != other.start { return start < other.start }
        if year != other.year { return year < other.year }
        return (place.submission, place.position) < (other.place.submission, other.place.position)
    }

    /// The entry before this one, where it is of the same child.
    func sameChild(before index: Int, in entries: [RepairEntry]) -> RepairEntry? {
        index > 0 && entries[index - 1].child == child ? entries[index - 1] : nil
    }

    /// The entry after this one, where it is of the same child.
    func sameChild(after index: Int, in entries: [RepairEntry]) -> RepairEntry? {
        index + 1 < entries.count && entries[index + 1].child == child ? entries[index + 1] : nil
    }

    /// A date or a code as it was; empty for anything else, which may be personal.
    static func shown(_ value: String) -> String {
        let isShown = Day(dayMonthYear: value) != nil || ReasonEpisodeCeased(rawValue: value) != nil
        return isShown ? value : ""
    }

    /// Whether a later return has the same episode, with another start.
    func isCorrected(by other: RepairEntry?) -> Bool {
        guard let other, other.year > year, other.start != start else { return false }
        return [2, 3, 5, 6, 11, 12].allSatisfy { row.value($0) == other.row.value($0) }
    }
}
