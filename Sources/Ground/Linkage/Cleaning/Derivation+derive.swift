import Values

extension Derivation {
    /// The value worked out from a value that is there; nil where there is none.
    package func derive(_ value: [UInt8]) -> [UInt8]? {
        switch self {
        case .part(let part): part.take(value).flatMap { $0.isEmpty ? nil : $0 }
        case .givenName: Nicknames.canonical(value)
        case .firstPart: NameParts.split(value).first
        case .lastPart: NameParts.split(value).last
        case .year: Self.day(value).map { Array($0.iso.utf8.prefix(4)) }
        case .yearAndMonth: Self.day(value).map { Array($0.iso.utf8.prefix(7)) }
        case .dayMonthSwapped: Self.day(value).flatMap(Self.swapped)
        case .sound: SoundCode.code(value)
        case .houseNumber: HouseNumber.find(value)
        }
    }

    private static func day(_ value: [UInt8]) -> Day? {
        value.withUnsafeBufferPointer { Day(iso: $0[...]) }
    }

    private static func swapped(_ day: Day) -> [UInt8]? {
        let (year, month, dayOfMonth) = day.parts
        guard month != dayOfMonth else { return nil }
        return Day(year: year, month: dayOfMonth, day: month).map { Array($0.iso.utf8) }
    }
}

/// The parts of a double-barrelled name.
enum NameParts {
    /// The parts between hyphens and spaces; a particle such as DE or VAN belongs to the part after it.
    static func split(_ name: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var particles: [UInt8] = []
        let words = name.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
        for (place, word) in words.enumerated() {
            if particleWords.contains(Array(word)), place + 1 < words.count {
                particles += word + [UInt8(ascii: " ")]
            } else {
                parts.append(particles + word)
                particles = []
            }
        }
        return parts
    }

    private static let particleWords: Set<[UInt8]> = Set(
        [
            "DE", "DA", "DI", "DO", "DU", "DEL", "DELLA", "DOS", "DAS", "LA", "LE", "VAN", "VON", "DER", "DEN", "TEN",
            "TER", "BIN", "BINT", "BEN", "IBN", "ABU", "ABDUL", "ABD", "AL", "EL", "UL", "UR", "UD", "MC", "MAC", "O",
            "ST",
        ].map { Array($0.utf8) }
    )
}

/// The house number in a line of an address.
enum HouseNumber {
    /// The first number that is not a flat's, with its letter: `12A`; the flat's where there is no other.
    static func find(_ line: [UInt8]) -> [UInt8]? {
        let words = line.map(\.upper).split { !($0.isDigit || $0.isLetter) }.map(Array.init)
        let numbers = words.indices.filter { words[$0].first?.isDigit == true }
        let house = numbers.first { $0 == 0 || !flats.contains(words[$0 - 1]) }
        return (house ?? numbers.first).map { words[$0] }
    }

    private static let flats: Set<[UInt8]> = Set(
        ["FLAT", "FLT", "APARTMENT", "APT", "UNIT", "ROOM", "FLOOR"].map { Array($0.utf8) }
    )
}
