package import Values

/// The scores of one assessment, by item number or name; an item without one was not answered.
package struct ItemScores: Sendable {
    private let scores: [(item: String, value: Decimal)]

    /// The scores in any order; of two for one item the first counts.
    package init(_ scores: [(item: String, value: Decimal)]) {
        self.scores = scores
    }

    package subscript(item: String) -> Decimal? {
        scores.first { $0.item == item }?.value
    }

    /// The items that have a score, in the order given.
    package var items: [String] { scores.map(\.item) }
}

extension ItemScores: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral scores: (String, Decimal)...) {
        self.init(scores.map { (item: $0.0, value: $0.1) })
    }
}
