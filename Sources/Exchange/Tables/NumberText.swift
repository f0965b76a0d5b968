package import Values

/// A number as it stands in a file.
package enum NumberText {
    /// What a text says; `isRounded` where its digits beyond the eighteenth were lost.
    package struct Reading: Hashable, Sendable {
        package var value: Decimal
        package var isRounded: Bool
    }

    /// Reads `3`, `-0.61`, `.5` or `1e3`; nil for anything else.
    package static func read(_ bytes: ArraySlice<UInt8>) -> Reading? {
        if let value = plain(bytes) { return Reading(value: value, isRounded: false) }
        guard let value = Decimal(String(decoding: bytes, as: UTF8.self)) else { return nil }
        return Reading(value: value, isRounded: losesDigits(bytes))
    }

    /// A number of at most 18 digits without exponent, which is nearly every one.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> Decimal? {
        guard let first = bytes.first, bytes.count <= 20 else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        var digits: Int64 = 0
        var count = 0
        var places: UInt8?
        for byte in isNegative ? bytes.dropFirst() : bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard count < 18 else { return nil }
                digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
                count += 1
                if let before = places { places = before + 1 }
            case UInt8(ascii: ".") where places == nil: places = 0
            default: return nil
            }
        }
        guard count > 0 else { return nil }
        return Decimal(digits: isNegative ? -digits : digits, places: places ?? 0)
    }

    /// Whether the number has more than 18 digits that count, or any beyond the eighteenth decimal place.
    private static func losesDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        let parts = text.split(separator: "e", maxSplits: 1)
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = mantissa[0].drop { !("1"..."9").contains($0) }
        var fraction = mantissa.count > 1 ? mantissa[1] : ""
        while fraction.last == "0" { fraction.removeLast() }
        let significant = whole.isEmpty ? fraction.drop { $0 == "0" }.count : whole.count + fraction.count
        return significant > 18 || fraction.count - min(exponent, 1000) > 18
    }
}
