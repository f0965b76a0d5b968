import Identify

/// The characters of a partner's file, as UTF-8.
enum FeedText {
    /// The file in UTF-8; nil, and said why, where it is not written as the mapping says.
    static func decode(_ file: SourceFile, _ encoding: FeedEncoding, into maker: inout FeedRowMaker) -> SourceFile? {
        func refuse(_ message: String, line: Int? = nil) {
            maker.report(.wrongEncoding, file: file.name, line: line, message)
        }
        guard !file.bytes.isEmpty else {
            maker.note([Problem(.emptyFile, file: file.name, table: maker.feed.id, "the file has nothing in it")])
            return nil
        }
        let fault = TextEncoding.fault(in: file.bytes)
        switch (encoding, fault) {
        case (_, .utf16):
            refuse("the file is UTF-16: save it as CSV UTF-8")
        case (_, .zeroByte(let line)):
            refuse("the file is no text from here: export it again", line: line)
        case (.utf8, nil): return file
        case (.utf8, .notUTF8(let line)):
            refuse(
                "the file is not UTF-8 here: save it as CSV UTF-8, or write encoding: windows-1252 in the mapping if "
                    + "it comes from an older Windows program",
                line: line
            )
        case (.windows1252, _) where file.bytes.starts(with: [0xEF, 0xBB, 0xBF]):
            refuse("the file begins with the mark of UTF-8: write encoding: utf-8 in the mapping")
        case (.windows1252, _):
            guard let bytes = Windows1252.utf8(file.bytes) else {
                refuse("the file has bytes that windows-1252 does not: ask how it was saved")
                return nil
            }
            return SourceFile(name: file.name, bytes: bytes, isNamedDirectly: file.isNamedDirectly)
        }
        return nil
    }
}

/// The encoding of older Windows programs in western Europe, one byte a character.
enum Windows1252 {
    /// What the bytes 0x80 to 0x9F stand for; five of them for nothing.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D,
        0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// The same text in UTF-8; nil where a byte stands for nothing.
    static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            guard byte >= 0x80 else {
                result.append(byte)
                continue
            }
            let code = byte >= 0xA0 ? UInt16(byte) : upper[Int(byte) - 0x80]
            guard code > 0 else { return nil }
            if code < 0x800 {
                result += [0xC0 | UInt8(code >> 6), 0x80 | UInt8(code & 0x3F)]
            } else {
                result += [0xE0 | UInt8(code >> 12), 0x80 | UInt8(code >> 6 & 0x3F), 0x80 | UInt8(code & 0x3F)]
            }
        }
        return result
    }
}
