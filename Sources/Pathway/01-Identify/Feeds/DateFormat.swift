package import Values

/// How a partner writes dates, such as `dd/mm/yyyy` or `yyyy-mmm-dd`; a time behind the date is passed over.
///
/// `dd` and `mm` are two digits, `d` and `m` one or two, `mmm` a month as Jan, `mmmm` as January, `yyyy` four digits. A
/// year of two digits is not taken: it does not say which century.
package struct DateFormat: Hashable, Sendable {
    private enum Part: Hashable {
        case year
        /// With so many letters in the pattern.
        case month(Int)
        case day(Int)
        case sign(UInt8)
    }

    /// As it was written.
    package let pattern: String
    private let parts: [Part]

    /// `yyyy-mm-dd`.
    package static let iso = DateFormat(pattern: "yyyy-mm-dd", parts: [.year, dash, .month(2), dash, .day(2)])
    /// `dd/mm/yyyy`.
    package static let dayMonthYear = DateFormat(
        pattern: "dd/mm/yyyy",
        parts: [.day(2), slash, .month(2), slash, .year]
    )
    /// `yyyy-mmm-dd`, as school census tables have it.
    package static let census = DateFormat(pattern: "yyyy-mmm-dd", parts: [.year, dash, .month(3), dash, .day(2)])

    private static let dash = Part.sign(UInt8(ascii: "-"))
    private static let slash = Part.sign(UInt8(ascii: "/"))

    private init(pattern: String, parts: [Part]) {
        self.pattern = pattern
        self.parts = parts
    }

    /// Nil where the pattern does not have one year of four digits, one month and one day.
    package init?(_ pattern: String) {
        var parts: [Part] = []
        var rest = Array(pattern.lowercased().utf8)[...]
        while let first = rest.first {
            let count = rest.prefix { $0 == first }.count
            switch (first, count) {
            case (UInt8(ascii: "y"), 4): parts.append(.year)
            case (UInt8(ascii: "m"), 1...4): parts.append(.month(count))
            case (UInt8(ascii: "d"), 1...2): parts.append(.day(count))
            case (UInt8(ascii: "a")...UInt8(ascii: "z"), _), (UInt8(ascii: "0")...UInt8(ascii: "9"), _), (0x80..., _):
                return nil
            default: parts += Array(repeating: .sign(first), count: count)
            }
            rest = rest.dropFirst(count)
        }
        func count(_ isOne: (Part) -> Bool) -> Int { parts.count(where: isOne) }
        let months = count { if case .month = $0 { true } else { false } }
        let days = count { if case .day = $0 { true } else { false } }
        guard count({ $0 == .year }) == 1, months == 1, days == 1 else { return nil }
        self.init(pattern: pattern, parts: parts)
    }

    /// The day a text says; nil where it is not written so, or is no real date.
    package func day(_ text: String) -> Day? {
        var text = text
        return text.withUTF8 { bytes in
            var year = 0
            var month = 0
            var day = 0
            var rest = bytes[...]
            for part in parts {
                switch part {
                case .sign(let sign):
                    guard rest.first == sign else { return nil }
                    rest = rest.dropFirst()
                case .year:
                    guard let value = number(&rest, from: 4, to: 4) else { return nil }
                    year = value
                case .month(let letters):
                    let value = letters > 2 ? monthNamed(&rest, isShort: letters == 3) : twoDigits(&rest, letters)
                    guard let value else { return nil }
                    month = value
                case .day(let digits):
                    guard let value = twoDigits(&rest, digits) else { return nil }
                    day = value
                }
            }
            if let next = rest.first, next != UInt8(ascii: " "), next != UInt8(ascii: "T") { return nil }
            return Day(year: year, month: month, day: day)
        }
    }

    private func twoDigits(_ bytes: inout Slice<UnsafeBufferPointer<UInt8>>, _ letters: Int) -> Int? {
        number(&bytes, from: letters, to: 2)
    }

    private func number(_ bytes: inout Slice<UnsafeBufferPointer<UInt8>>, from least: Int, to most: Int) -> Int? {
        var value = 0
        var count = 0
        while count < most, let byte = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            bytes = bytes.dropFirst()
            count += 1
        }
        return count >= least ? value : nil
    }

    private func monthNamed(_ bytes: inout Slice<UnsafeBufferPointer<UInt8>>, isShort: Bool) -> Int? {
        for (index, name) in Day.monthNames.enumerated() {
            let letters = isShort ? name.utf8.prefix(3) : name.utf8[...]
            guard bytes.count >= letters.count, zip(bytes, letters).allSatisfy({ $0 | 32 == $1 | 32 }) else { continue }
            bytes = bytes.dropFirst(letters.count)
            return index + 1
        }
        return nil
    }
}
