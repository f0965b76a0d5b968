package import Values

/// How a file writes its dates.
package enum DateForm: String, CaseIterable, Hashable, Sendable {
    /// `2014-08-19`, perhaps with a time after it.
    case iso = "yyyy-mm-dd"
    /// `19/08/2014`, also with hyphens or points; day and month may have one digit.
    case dayMonthYear = "dd/mm/yyyy"
    /// `08/19/2014`, as Americans write it.
    case monthDayYear = "mm/dd/yyyy"
    /// `2014/08/19`.
    case yearMonthDay = "yyyy/mm/dd"
    /// `20140819`.
    case compact = "yyyymmdd"
    /// `19-Aug-2014`, also with spaces and the month in full.
    case dayNamedMonthYear = "dd-mon-yyyy"

    /// The forms that are understood unless a mapping names others: those that can be read in one way only in Britain.
    ///
    /// Years of two digits are never read: they leave the century open.
    package static let usual: [DateForm] = [.iso, .dayMonthYear, .yearMonthDay, .compact, .dayNamedMonthYear]

    /// The date by the first of the forms that reads it.
    ///
    /// Nil for what is no real date, and for days that computers put for none, such as 1 January 1900.
    package static func read(_ bytes: [UInt8], as forms: [DateForm]) -> Day? {
        if forms.contains(.iso), bytes.withUnsafeBufferPointer(isPlain) {
            return bytes.withUnsafeBufferPointer { Day(iso: $0[...]) }
        }
        let parts = withoutTime(bytes).split { separators.contains($0) }.map(Array.init)
        for form in forms {
            if let day = form.read(parts), !placeholders.contains(day) { return day }
        }
        return nil
    }

    /// Whether bytes are a date as `2014-08-19` and nothing else, and the date stands for itself.
    package static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        Day(iso: bytes[...]).map { !placeholders.contains($0) } ?? false
    }

    private func read(_ parts: [[UInt8]]) -> Day? {
        if self == .compact {
            guard parts.count == 1, parts[0].count == 8 else { return nil }
            return DateForm.day(Array(parts[0][..<4]), Array(parts[0][4..<6]), Array(parts[0][6...]))
        }
        guard parts.count == 3 else { return nil }
        return switch self {
        case .iso, .yearMonthDay: DateForm.day(parts[0], parts[1], parts[2])
        case .dayMonthYear: DateForm.day(parts[2], parts[1], parts[0])
        case .monthDayYear: DateForm.day(parts[2], parts[0], parts[1])
        case .dayNamedMonthYear:
            DateForm.month(named: parts[1]).flatMap { DateForm.day(parts[2], Array("\($0)".utf8), parts[0]) }
        case .compact: nil
        }
    }

    /// A day of a year of four digits.
    private static func day(_ year: [UInt8], _ month: [UInt8], _ day: [UInt8]) -> Day? {
        guard year.count == 4, (1...2).contains(month.count), (1...2).contains(day.count) else { return nil }
        guard let year = number(year), let month = number(month), let day = number(day) else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func number(_ digits: [UInt8]) -> Int? {
        guard digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// 1 to 12, of a month's name or its first three letters.
    private static func month(named bytes: [UInt8]) -> Int? {
        let name = String(decoding: bytes.map(\.lower), as: UTF8.self)
        let place = Day.monthNames.firstIndex { month in
            let month = month.lowercased()
            return name == month || name == month.prefix(3) || month == "september" && name == "sept"
        }
        return place.map { $0 + 1 }
    }

    /// The date of `2014-08-19T10:15:00` and `19/08/2014 10:15`.
    private static func withoutTime(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let gap = bytes[..<colon].lastIndex(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") })
        else { return bytes[...] }
        return bytes[..<gap]
    }

    private static let separators: Set<UInt8> = [
        UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: " "),
    ]

    /// First and last days of the calendars of databases and spreadsheets.
    private static let placeholders: [Day] =
        [(1, 1, 1), (1753, 1, 1), (1800, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (9999, 12, 31)]
        .compactMap { Day(year: $0.0, month: $0.1, day: $0.2) }
}
