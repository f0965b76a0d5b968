extension Day {
    /// Reads `2019-01-31`; nil for anything else, a day that does not exist included.
    package init?(iso text: String) {
        var text = text
        let day: Day? = text.withUTF8 { Day(iso: $0[...]) }
        guard let day else { return nil }
        self = day
    }

    /// Reads the bytes of `2019-01-31`.
    package init?(iso bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let start = bytes.startIndex
        guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
            let year = digits(bytes[start..<start + 4]),
            let month = digits(bytes[start + 5..<start + 7]),
            let day = digits(bytes[start + 8..<start + 10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `31/01/2019`, the form of the SSDA903 return; nil for anything else.
    package init?(dayMonthYear text: String) {
        var text = text
        let day: Day? = text.withUTF8 { bytes in
            guard bytes.count == 10, bytes[2] == UInt8(ascii: "/"), bytes[5] == UInt8(ascii: "/"),
                let year = digits(bytes[6..<10]), let month = digits(bytes[3..<5]), let day = digits(bytes[0..<2])
            else { return nil }
            return Day(year: year, month: month, day: day)
        }
        guard let day else { return nil }
        self = day
    }

    /// `2019-01-31`, the form of the exchange package and of the register.
    package var iso: String {
        let (year, month, day) = parts
        return String(unsafeUninitializedCapacity: 10) { bytes in
            write(year, digits: 4, to: bytes, at: 0)
            bytes[4] = UInt8(ascii: "-")
            write(month, digits: 2, to: bytes, at: 5)
            bytes[7] = UInt8(ascii: "-")
            write(day, digits: 2, to: bytes, at: 8)
            return 10
        }
    }

    /// `31 January 2019`, as people read it.
    package var long: String {
        let (year, month, day) = parts
        return "\(day) \(Day.monthNames[month - 1]) \(year)"
    }

    /// `31 Jan 2019`, for tables.
    package var short: String {
        let (year, month, day) = parts
        return "\(day) \(Day.monthNames[month - 1].prefix(3)) \(year)"
    }

    /// January to December.
    package static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}

private func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in bytes {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
}

private func write(_ value: Int, digits: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    var rest = value
    for place in stride(from: start + digits - 1, through: start, by: -1) {
        bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
    }
}
