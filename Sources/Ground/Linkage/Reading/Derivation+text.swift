extension Derivation {
    /// The words a model calls what is worked out by: `given_name`, `substr(1, 3)`, `right(4)`.
    package init?(text: String) {
        if let word = Derivation.words.first(where: { $0.word == text }) {
            self = word.derivation
            return
        }
        guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return nil }
        let inside = text[text.index(after: open)...].dropLast()
        let numbers = inside.split(separator: ",").compactMap { part in Int(String(part.drop { $0 == " " })) }
        guard numbers.allSatisfy({ (1...1000).contains($0) }) else { return nil }
        switch (String(text[..<open]), numbers.count) {
        case ("substr", 2): self = .part(.characters(from: numbers[0], count: numbers[1]))
        case ("right", 1): self = .part(.ending(count: numbers[0]))
        default: return nil
        }
    }

    package var text: String {
        switch self {
        case .part(.characters(let from, let count)): "substr(\(from), \(count))"
        case .part(.ending(let count)): "right(\(count))"
        default: Derivation.words.first { $0.derivation == self }?.word ?? ""
        }
    }

    /// The words that are known, for messages.
    static let wordList = (words.map(\.word) + ["substr(1, 3)", "right(4)"]).joined(separator: ", ")

    private static let words: [(word: String, derivation: Derivation)] = [
        ("given_name", .givenName), ("first_part", .firstPart), ("last_part", .lastPart), ("year", .year),
        ("year_and_month", .yearAndMonth), ("day_month_swapped", .dayMonthSwapped), ("sound", .sound),
        ("house_number", .houseNumber), ("postcode_area", .part(.postcodeArea)),
        ("postcode_district", .part(.postcodeDistrict)), ("postcode_sector", .part(.postcodeSector)),
        ("email_name", .part(.emailName)),
    ]
}
