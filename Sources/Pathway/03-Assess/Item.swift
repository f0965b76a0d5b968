package import Values

/// One question of an instrument, by its number or name only: the wording belongs to its publisher.
package struct Item: Hashable, Sendable {
    /// Number or name, as in the exchange package.
    package let name: String
    /// The lowest answer.
    package let low: Decimal
    /// The highest answer.
    package let high: Decimal
    /// How many decimal places an answer may have.
    package let places: Int
    /// What each answer from the lowest on counts, where it is not the answer itself.
    package let recode: [Int]?
    /// What people call it, where its words may be shown; nil for a licensed instrument.
    package let label: String?
    /// The heading it stands under, such as `Family`.
    package let group: String?

    /// What each whole answer from the lowest on means, where that may be shown.
    package let answers: [String]?

    /// The label, or `Item 3`.
    package var title: String { label ?? "Item \(name)" }

    /// Whether the value is an answer to the item: within its range, with no more places than it allows.
    package func accepts(_ value: Decimal) -> Bool {
        low <= value && value <= high && Int(value.places) <= places
    }

    /// What an answer means, where that may be shown.
    package func meaning(of value: Decimal) -> String? {
        guard let answers, value.places == 0, low.places == 0 else { return nil }
        let place = Int(value.digits - low.digits)
        return answers.indices.contains(place) ? answers[place] : nil
    }

    /// What an answer counts; nil for a value that is none.
    func points(for value: Decimal) -> Decimal? {
        guard accepts(value) else { return nil }
        guard let recode else { return value }
        let position = Int(value.digits - low.digits)
        return recode.indices.contains(position) ? Decimal(recode[position]) : nil
    }

    /// The fewest and the most points.
    var points: ClosedRange<Decimal> {
        guard let recode, let fewest = recode.min(), let most = recode.max() else { return low...high }
        return Decimal(fewest)...Decimal(most)
    }
}
