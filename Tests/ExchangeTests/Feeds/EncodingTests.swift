import Exchange
import Identify
import Testing

@Suite struct `The characters of an extract` {
    private func read(_ bytes: [UInt8], _ encoding: FeedEncoding) -> FeedReading {
        let mapping = FeedMapping(
            encoding: encoding,
            source: "x",
            recordID: "Ref",
            columns: [FeedColumn(.surname, "Name")]
        )
        return FeedFiles.read([SourceFile(name: "x.csv", bytes: bytes)], for: GivenFeed.feed(mapping))
    }

    private let windows = Array("Ref,Name\n1,Zo".utf8) + [0xEB, 0x80, 0x0A]

    @Test func `are read as windows-1252 where the mapping says so`() {
        #expect(read(windows, .windows1252).rows.first?.identity[.surname] == "Zoë€")
        let unicode = read(Array("Ref,Name\n1,Zoë\n".utf8), .utf8)
        #expect(unicode.rows.first?.identity[.surname] == "Zoë")
    }

    private struct Refused {
        var start: [UInt8] = []
        var text: String
        var end: [UInt8] = []
        var encoding: FeedEncoding
        var advice: String
        var line: Int?
    }

    private static let refused = [
        Refused(text: "Ref,Name\n1,Zo", end: [0xEB, 0x0A], encoding: .utf8, advice: "windows-1252", line: 2),
        Refused(start: [0xEF, 0xBB, 0xBF], text: "Ref,Name\n1,A\n", encoding: .windows1252, advice: "utf-8"),
        Refused(text: "Ref,Name\n1,A", end: [0x81, 0x0A], encoding: .windows1252, advice: "ask how it was saved"),
        Refused(start: [0xFF, 0xFE], text: "R\0e\0f\0", encoding: .utf8, advice: "UTF-16"),
        Refused(text: "Ref,Name\n1,A\0\n", encoding: .windows1252, advice: "no text", line: 2),
    ]

    @Test(arguments: Self.refused.indices)
    func `are refused with advice where it does not`(index: Int) {
        let given = Self.refused[index]
        let reading = read(given.start + Array(given.text.utf8) + given.end, given.encoding)
        #expect(reading.rules == ["wrong-encoding"] && reading.rows.isEmpty)
        #expect(reading.messages.first?.contains(given.advice) == true)
        #expect(reading.problems.first?.line == given.line)
    }
}
