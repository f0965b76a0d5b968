package import Values

/// A moment in UTC, to the second.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since the start of 1 January 1970; negative before it.
    package let seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    package static func < (one: Timestamp, other: Timestamp) -> Bool {
        one.seconds < other.seconds
    }

    /// The day in UTC.
    package var day: Day { Day(number: Int32(clamping: (seconds - secondOfDay) / 86_400)) }

    private var secondOfDay: Int64 {
        let rest = seconds % 86_400
        return rest < 0 ? rest + 86_400 : rest
    }

    /// `2025-03-31T17:04:05Z`; as text such moments sort as they follow one another.
    package var iso: String {
        let (hour, minute, second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        return "\(day.iso)T\(two(hour)):\(two(minute)):\(two(second))Z"
    }

    /// The last second of a day.
    package init(endOf day: Day) {
        seconds = (Int64(day.number) + 1) * 86_400 - 1
    }

    /// Reads `2025-03-31T17:04:05Z`; nil for anything else.
    ///
    /// The seconds may be left out. Instead of `Z` there may be an offset such as `+01:00`, or nothing, which is UTC.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 16, let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == UInt8(ascii: ":"),
            let hour = number(bytes[11..<13], below: 24), let minute = number(bytes[14..<16], below: 60)
        else { return nil }
        var rest = bytes[16...]
        var second: Int64 = 0
        if rest.first == UInt8(ascii: ":") {
            guard let value = number(rest.dropFirst().prefix(2), below: 60) else { return nil }
            second = value
            rest = rest.dropFirst(3)
        }
        guard let offset = offset(rest) else { return nil }
        seconds = Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second - offset
    }
}

private func two(_ value: Int64) -> String {
    value < 10 ? "0\(value)" : "\(value)"
}

/// Two digits that make a number below the limit.
private func number(_ bytes: ArraySlice<UInt8>, below limit: Int64) -> Int64? {
    guard bytes.count == 2, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
        return nil
    }
    let value = bytes.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    return value < limit ? value : nil
}

/// Seconds ahead of UTC.
private func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard let sign = bytes.first else { return 0 }
    if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
    let parts = Array(bytes.dropFirst())
    guard parts.count == 5, parts[2] == UInt8(ascii: ":"), let hours = number(parts[..<2], below: 15),
        let minutes = number(parts[3...], below: 60)
    else { return nil }
    switch sign {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
}
