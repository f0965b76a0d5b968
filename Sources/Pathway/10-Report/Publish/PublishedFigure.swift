package import Values

/// A count that an answer gave or hid, so that later answers can be held against it.
package struct PublishedFigure: Hashable, Sendable {
    /// Which figure of which programme or criteria: what must be the same for two counts to be of one kind.
    package let figure: String
    /// The part of it: the count itself, or the numerator or denominator of a share.
    package let part: Part
    package let period: Period
    /// Whether a longer period counts everybody a shorter one does.
    package let grows: Bool
    /// The count, whether or not it was shown.
    package let value: Int
    package let isHidden: Bool

    package enum Part: String, CaseIterable, Sendable {
        case count
        case numerator
        case denominator
    }

    package init(figure: String, part: Part, period: Period, grows: Bool, value: Int, isHidden: Bool) {
        self.figure = figure
        self.part = part
        self.period = period
        self.grows = grows
        self.value = value
        self.isHidden = isHidden
    }

    /// The same count in two answers has the same name and so one fate; a corrected value is another count.
    var id: String { "\(kind) \(period.from.iso)..\(period.to.iso) \(value)" }

    /// What it counts, whatever the programme: counts of one name are held against each other.
    var name: String { "\(figure.drop { $0 != "." }) \(part.rawValue)" }

    /// Whether those it counts are taken to be among those the other counts: of one kind within a longer period, of one
    /// group among all in the same period, or of the same kind and period before records were added or taken away.
    func isAmong(_ other: PublishedFigure) -> Bool {
        if kind == other.kind {
            if period == other.period { return value < other.value }
            return grows && other.grows && other.period.from <= period.from
                && period.to <= other.period.to
        }
        return name == other.name && period == other.period && other.isOfAll && !isOfAll
    }

    /// Counts of one kind are linked where the period of one lies within that of the other.
    var kind: String { "\(figure) \(part.rawValue)" }

    /// What a count is of: counts of one topic tell nothing of those of another.
    enum Topic: String {
        /// A figure of a report, under the name that people cite.
        case report
        case distance = "distance-travelled"
        case needs = "needs-analysis"
    }

    /// A count of a table: of a group (`all`, `area/North`), and what it counts of it.
    init(_ topic: Topic, of group: String, _ measure: String, _ part: Part = .count, during period: Period, value: Int)
    {
        let figure = "\(group.replacing(".", with: " ")).\(topic.rawValue).\(measure)"
        self.init(figure: figure, part: part, period: period, grows: true, value: value, isHidden: false)
    }

    private var words: [Substring] { figure.split(separator: ".", maxSplits: 2) }

    /// Whom it counts: a programme, `all`, or a group of a table.
    var group: Substring { words.first ?? "" }

    /// What a group is told apart by; empty for a programme.
    var dimension: Substring { group.contains("/") ? group.prefix { $0 != "/" } : "" }

    /// What is counted of the group of a table.
    var measure: Substring { words.count > 2 ? words[2] : "" }

    var isOfAll: Bool { group == "all" }

    var topic: Topic { words.count > 1 ? Topic(rawValue: String(words[1])) ?? .report : .report }
}
