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

    /// Counts of one kind are linked where the period of one lies within that of the other.
    var kind: String { "\(figure) \(part.rawValue)" }
}
