import Definitions
package import Values

/// A figure that was published of a contract, and the other published figures it follows from.
package struct ContractFigure: Hashable, Sendable {
    /// A number with what it is.
    package struct Part: Hashable, Sendable {
        package let words: String
        package let number: Decimal
    }

    package let words: String
    /// As it was published; nil where it only follows from the others.
    package let stated: Decimal?
    /// Multiplied with each other.
    package let times: [Part]
    /// What the product is divided by.
    package let over: [Part]

    package init(words: String, stated: Decimal?, times: [Part], over: [Part]) {
        self.words = words
        self.stated = stated
        self.times = times
        self.over = over
    }

    /// What the parts give.
    package var derived: Double {
        times.reduce(1) { $0 * $1.number.double } / over.reduce(1) { $0 * $1.number.double }
    }

    /// Whether the parts give what was published, to as many places as it was published with; nil where it was not.
    package var comesOut: Bool? {
        stated.map { stated in
            let unit = (0..<stated.places).reduce(1.0) { unit, _ in unit * 10 }
            return abs(derived - stated.double) * unit <= 0.5 + 1e-9
        }
    }
}

extension ContractFigure {
    init?(reading map: inout MapReader) {
        let words = map.text("words")
        let stated = map.optionalDecimal("stated")
        let times = map.map("times") { ContractFigure.parts(&$0) }
        let over = map.optionalMap("over") { ContractFigure.parts(&$0) } ?? []
        guard let words, let times else { return nil }
        if over.contains(where: { $0.number == .zero }) { map.refuse("over", "must not be nothing") }
        self.init(words: words, stated: stated, times: times, over: over)
    }

    private static func parts(_ map: inout MapReader) -> [Part]? {
        let parts = map.keys.compactMap { words in map.decimal(words).map { Part(words: words, number: $0) } }
        return parts.isEmpty ? nil : parts
    }
}
