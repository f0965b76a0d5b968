/// Why bytes are not the text we read, and on which line, counted from 1.
package enum EncodingFault: Error, Hashable, Sendable {
    /// Two bytes a character, as some spreadsheets save "Unicode text".
    case utf16
    /// A byte of value 0, which no text has.
    case zeroByte(line: Int)
    /// Bytes of another encoding, such as Windows-1252.
    case notUTF8(line: Int)
}

/// Whether bytes are UTF-8 text.
package enum TextEncoding {
    /// The first thing that keeps the bytes from being UTF-8 text; nil where they are.
    package static func fault(in bytes: [UInt8]) -> EncodingFault? {
        bytes.withUnsafeBufferPointer { looksLikeUTF16($0) ? .utf16 : characterFault(in: $0) }
    }

    /// The first byte that is 0 or no part of a well-formed character; nil where there is none.
    static func characterFault(in bytes: UnsafeBufferPointer<UInt8>) -> EncodingFault? {
        guard let offset = firstFault(in: bytes) else { return nil }
        let line = lineNumber(of: offset, in: bytes)
        return bytes[offset] == 0 ? .zeroByte(line: line) : .notUTF8(line: line)
    }

    /// A byte-order mark of two bytes, or every other of the first bytes nought.
    static func looksLikeUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 2 else { return false }
        if bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF { return true }
        let sample = min(bytes.count, 64) / 2
        guard sample >= 4 else { return false }
        let even = (0..<sample).count { bytes[$0 * 2] == 0 }
        let odd = (0..<sample).count { bytes[$0 * 2 + 1] == 0 }
        return max(even, odd) * 4 >= sample * 3 && min(even, odd) == 0
    }

    static func lineNumber(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var line = 1
        for index in 0..<offset {
            let isLineFeed = bytes[index] == UInt8(ascii: "\n")
            let isLoneReturn = bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] != UInt8(ascii: "\n")
            if isLineFeed || isLoneReturn { line += 1 }
        }
        return line
    }

    /// Position of the first byte that is 0 or no part of a well-formed character (Unicode 16, table 3-7).
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count, isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let first = bytes[index]
            if first > 0, first < 0x80 {
                index += 1
                continue
            }
            let length = characterLength(at: index, in: bytes)
            guard length > 0 else { return index }
            index += length
        }
        return nil
    }

    /// Whether eight bytes are ASCII, and none of them 0.
    private static func isPlain(_ eight: UInt64) -> Bool {
        let tops: UInt64 = 0x8080_8080_8080_8080
        let hasZero = (eight &- 0x0101_0101_0101_0101) & ~eight & tops
        return eight & tops | hasZero == 0
    }

    /// How many bytes the character of several bytes at this position has; 0 where there is none.
    private static func characterLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for rest in (index + 2)..<max(index + length, index + 2) {
            guard bytes[rest] & 0xC0 == 0x80 else { return 0 }
        }
        return length
    }
}
