/// Minutes as people type them: `90`, `1:30`, `1h 30m`, `1.5h`, `2 hours`.
package enum WorkedMinutes {
    /// The most that one contact can take: a day.
    package static let most = 24 * 60

    /// The minutes that a text says; nil where it says none.
    package static func read(_ text: String) -> Int? {
        let text = text.lowercased().filter { !$0.isWhitespace }
        guard !text.isEmpty else { return nil }
        if let minutes = whole(text[...]) { return minutes }
        if let colon = text.firstIndex(of: ":") {
            guard let hours = whole(text[..<colon]), let minutes = whole(text[text.index(after: colon)...]),
                minutes < 60, text[colon...].count == 3
            else { return nil }
            return hours * 60 + minutes
        }
        return readUnits(text)
    }

    /// `1h30m`, `1.5h`, `45min`.
    private static func readUnits(_ text: String) -> Int? {
        var rest = text[...]
        var total = 0
        var units: [Character] = []
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(number.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard !number.isEmpty, let first = unit.first, names[first]?.contains(String(unit)) == true,
                !units.contains(first)
            else {
                // What follows the hours without a unit is minutes: 1h30.
                guard units == ["h"], unit.isEmpty, rest.isEmpty, let minutes = whole(number), minutes < 60 else {
                    return nil
                }
                return total + minutes
            }
            units.append(first)
            guard let minutes = first == "h" ? hours(number) : whole(number) else { return nil }
            total += minutes
        }
        return total
    }

    private static let names: [Character: Set<String>] = [
        "h": ["h", "hr", "hrs", "hour", "hours"], "m": ["m", "min", "mins", "minute", "minutes"],
    ]

    /// Minutes of `1`, `1.5` or `1.25` hours; other parts of an hour are no whole minutes people mean.
    private static func hours(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let hours = parts.first.flatMap(whole) else { return nil }
        guard parts.count == 2 else { return parts.count == 1 ? hours * 60 : nil }
        let quarters: [Substring: Int] = ["0": 0, "00": 0, "25": 15, "5": 30, "50": 30, "75": 45]
        return quarters[parts[1]].map { hours * 60 + $0 }
    }

    private static func whole(_ text: Substring) -> Int? {
        guard (1...5).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(text)
    }
}
