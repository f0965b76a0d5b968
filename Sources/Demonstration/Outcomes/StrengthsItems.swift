import Values

/// Answers to the 25 items that come to a wanted total (`methods.md` 1.1: numbers of the items alone).
enum StrengthsItems {
    private static let helping = [1, 4, 9, 17, 20]
    private static let reversed = [7, 11, 14, 21, 25]
    /// Share of questionnaires with an item left out.
    private static let incomplete = 0.08

    static func answers(total: Int, _ numbers: inout SeededGenerator) -> [(item: String, value: Decimal)] {
        let difficult = (1...25).filter { !helping.contains($0) }
        var points = [Int](repeating: 0, count: 26)
        var left = min(total, 40)
        while left > 0 {
            let item = numbers.pick(difficult)
            guard points[item] < 2 else { continue }
            points[item] += 1
            left -= 1
        }
        for item in helping { points[item] = numbers.pick([(2, 40), (1, 42), (0, 18)]) }
        let missing = numbers.chance(incomplete) ? numbers.whole(1...25) : 0
        return (1...25).filter { $0 != missing }.map { item in
            (String(item), Decimal(reversed.contains(item) ? 2 - points[item] : points[item]))
        }
    }
}
