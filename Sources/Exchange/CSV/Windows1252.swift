/// The encoding that spreadsheets in Britain save plain CSV in.
package enum Windows1252 {
    /// The same text in UTF-8; throws the line of a byte that stands for no character.
    package static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) throws(EncodingFault) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        for (place, byte) in bytes.enumerated() {
            if byte < 0x80 {
                text.append(byte)
            } else if let scalar = scalar(byte) {
                text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            } else {
                throw .notUTF8(line: TextEncoding.lineNumber(of: place, in: bytes))
            }
        }
        return text
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard byte < 0xA0 else { return Unicode.Scalar(byte) }
        let number = upper[Int(byte - 0x80)]
        return number == 0 ? nil : Unicode.Scalar(number)
    }

    /// What 0x80 to 0x9F stand for; 0 for none.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
