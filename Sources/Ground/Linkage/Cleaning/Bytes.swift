extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    var upper: UInt8 { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) ? self & 0xDF : self }

    var lower: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

    /// A space, or a control character such as a tab or an end of line.
    var isSpace: Bool { self <= 0x20 || self == 0x7F }
}

extension [UInt8] {
    var isASCII: Bool { allSatisfy { $0 < 0x80 } }

    /// Without white space around it, the space that does not break (U+00A0) included.
    var trimmed: [UInt8] {
        var start = startIndex
        var end = endIndex
        while start < end {
            if self[start].isSpace {
                start += 1
            } else if end - start >= 2, self[start] == 0xC2, self[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if self[end - 1].isSpace {
                end -= 1
            } else if end - start >= 2, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start == 0 && end == count ? self : Array(self[start..<end])
    }
}
