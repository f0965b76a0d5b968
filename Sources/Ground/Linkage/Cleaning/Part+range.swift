extension Term.Part {
    /// Where the part is in a value; nil where the value has no such part, such as a postcode's of what is not one.
    ///
    /// Characters are counted as DuckDB counts them, not bytes. Empty where the value ends before the part.
    package func range(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        switch self {
        case .characters(let from, let count):
            let start = Self.position(after: max(0, from - 1), of: bytes, from: 0)
            return start..<Self.position(after: count, of: bytes, from: start)
        case .ending(let count):
            let total = bytes.count { $0 & 0xC0 != 0x80 }
            return Self.position(after: max(0, total - count), of: bytes, from: 0)..<bytes.count
        case .postcodeArea: return Self.postcode(bytes).map { 0..<$0.area }
        case .postcodeDistrict: return Self.postcode(bytes)?.district.map { 0..<$0 }
        case .postcodeSector: return Self.postcode(bytes)?.sector.map { 0..<$0 }
        case .emailName:
            let end = bytes.firstIndex(of: UInt8(ascii: "@")) ?? bytes.count
            return end == 0 ? nil : 0..<end
        }
    }

    /// The part of a value; nil where it has none.
    package func take(_ bytes: [UInt8]) -> [UInt8]? {
        bytes.withUnsafeBufferPointer { buffer in range(in: buffer).map { Array(buffer[$0]) } }
    }

    /// The byte after so many characters.
    private static func position(after count: Int, of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        var rest = count
        while rest > 0, place < bytes.count {
            place += 1
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
            rest -= 1
        }
        return place
    }

    /// Where a postcode's area, district and sector end: one or two letters; a digit and perhaps a digit or letter; a
    /// space and a digit.
    ///
    /// As the patterns of Splink's postcode comparison have it, each part stands without those after it.
    private static func postcode(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (area: Int, district: Int?, sector: Int?)? {
        guard let first = bytes.first, first.isLetter else { return nil }
        let area = bytes.count > 1 && bytes[1].isLetter ? 2 : 1
        guard area < bytes.count, bytes[area].isDigit else { return (area, nil, nil) }
        var district = area + 1
        if district < bytes.count, bytes[district].isLetter || bytes[district].isDigit { district += 1 }
        guard district + 1 < bytes.count, bytes[district] == UInt8(ascii: " "), bytes[district + 1].isDigit else {
            return (area, district, nil)
        }
        return (area, district, district + 2)
    }
}
