import Values

/// What depends on a day alone, worked out once for each day of a span and looked up for each of a million cases.
struct DayTable<Entry: Sendable>: Sendable {
    private let first: Day
    private let entries: [Entry]

    /// Every day from the first to the last, both included; at least the last.
    init(from first: Day, to last: Day, _ entry: (Day) -> Entry) {
        self.first = min(first, last)
        let start = self.first
        entries = (0...(last - start)).map { entry(start + $0) }
    }

    @inline(__always) subscript(day: Day) -> Entry { entries[day - first] }
}
