import Exchange
import Testing

struct TextEncodingTests {
    @Test(
        arguments: [
            ("a,b\n", nil),
            ("\u{FEFF}a,Zoë,😀\n", nil),
            ("", nil),
        ] as [(String, EncodingFault?)]
    )
    func takesUTF8(_ text: String, _ fault: EncodingFault?) {
        #expect(TextEncoding.fault(in: Array(text.utf8)) == fault)
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], .utf16),
            ([0xFE, 0xFF, 0x00, 0x61], .utf16),
            ([0x61, 0, 0x62, 0, 0x63, 0, 0x64, 0], .utf16),
            ([0, 0x61, 0, 0x62, 0, 0x63, 0, 0x64], .utf16),
            ([0x61, 0x0A, 0x62, 0, 0x63], .zeroByte(line: 2)),
            ([0x61, 0x0D, 0x0A, 0x62, 0x0D, 0xE9, 0x0A], .notUTF8(line: 3)),
            ([0xC3], .notUTF8(line: 1)),
        ] as [([UInt8], EncodingFault)]
    )
    func refusesTheRest(_ bytes: [UInt8], _ fault: EncodingFault) {
        #expect(TextEncoding.fault(in: bytes) == fault)
    }

    /// The standard library is the oracle.
    @Test func agreesWithTheStandardLibrary() {
        var generator = SeededGenerator(seed: 2)
        let bytes: [UInt8] = [
            0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5,
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                bytes.randomElement(using: &generator) ?? 0x41
            }
            #expect((TextEncoding.fault(in: text) == nil) == (String(validating: text, as: UTF8.self) != nil))
        }
    }
}
