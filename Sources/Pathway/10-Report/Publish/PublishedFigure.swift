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

    /// Whether those it counts are among those the other counts: of one kind within a longer period, or of one programme
    /// among all in the same period.
    func isAmong(_ other: PublishedFigure) -> Bool {
        if kind == other.kind {
            return grows && other.grows && period != other.period && other.period.from <= period.from
                && period.to <= other.period.to
        }
        return name == other.name && period == other.period && other.figure.hasPrefix("all.")
            && !figure.hasPrefix("all.")
    }

    /// Counts of one kind are linked where the period of one lies within that of the other.
    var kind: String { "\(figure) \(part.rawValue)" }
}
