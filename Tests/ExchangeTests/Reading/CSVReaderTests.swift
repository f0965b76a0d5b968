import Exchange
import Testing

struct CSVReaderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var rows: [[String]]
        var lines: [Int]
        var testDescription: String { name }
    }

    static let examples = [
        Example(name: "plain", text: "a,b\n1,2\n", rows: [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Example(name: "no line end", text: "a,b\n1,2", rows: [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Example(name: "CRLF", text: "a,b\r\n1,2\r\n", rows: [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Example(name: "CR", text: "a,b\r1,2\r", rows: [["a", "b"], ["1", "2"]], lines: [1, 2]),
        Example(name: "mark", text: "\u{FEFF}a,b\n", rows: [["a", "b"]], lines: [1]),
        Example(name: "empty fields", text: ",,\n,1,", rows: [["", "", ""], ["", "1", ""]], lines: [1, 2]),
        Example(name: "blank lines", text: "\na\n\r\n\nb\n", rows: [["a"], ["b"]], lines: [2, 5]),
        Example(name: "quoted", text: "\"a,b\",\"c\"\n", rows: [["a,b", "c"]], lines: [1]),
        Example(name: "doubled quotes", text: "\"a \"\"b\"\"\",\"\"\"\"\n", rows: [["a \"b\"", "\""]], lines: [1]),
        Example(
            name: "lines in quotes",
            text: "\"a\nb\r\nc\",d\ne,f\n",
            rows: [["a\nb\r\nc", "d"], ["e", "f"]],
            lines: [1, 4]
        ),
        Example(name: "empty quotes", text: "\"\",\"\"\n", rows: [["", ""]], lines: [1]),
        Example(name: "quote inside", text: "5\" pipe,b\n", rows: [["5\" pipe", "b"]], lines: [1]),
        Example(name: "spaces", text: " a ,\"b\" \n", rows: [["a", "b"]], lines: [1]),
        Example(name: "accents", text: "Zoë,Łódź\n", rows: [["Zoë", "Łódź"]], lines: [1]),
        Example(name: "nothing", text: "", rows: [], lines: []),
        Example(name: "only line ends", text: "\r\n\r\n", rows: [], lines: []),
    ]

    @Test(arguments: examples)
    func readsRowsAndLines(_ example: Example) {
        var csv = CSVReader(Array(example.text.utf8))
        var rows: [[String]] = []
        var lines: [Int] = []
        while csv.advance() == .row {
            rows.append(csv.fields.map { csv.text($0) })
            lines.append(csv.line)
            #expect(csv.row == rows.count - 2)
        }
        #expect(rows == example.rows)
        #expect(lines == example.lines)
        #expect(csv.advance() == .end)
    }

    @Test func reportsFaultsAndGoesOn() {
        var csv = CSVReader(Array("a\n\"b\"c,d\ne\n\"f\ng".utf8))
        #expect(csv.advance() == .row)
        #expect(csv.advance() == .fault(.textAfterQuote))
        #expect(csv.line == 2)
        #expect(csv.advance() == .row)
        #expect(csv.text(csv.fields[0]) == "e")
        #expect(csv.advance() == .fault(.unclosedQuote))
        #expect(csv.line == 4 && csv.row == 2)
        #expect(csv.advance() == .end)
    }

    @Test func limitsFieldsAndTheirLength() {
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: CSVReader.longestField)
        var fits = CSVReader(long)
        #expect(fits.advance() == .row)
        var over = CSVReader(long + [UInt8(ascii: "x")])
        #expect(over.advance() == .fault(.fieldTooLong))
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: CSVReader.mostFields)
        var most = CSVReader(Array(commas.dropLast()))
        #expect(most.advance() == .row)
        #expect(most.fields.count == CSVReader.mostFields)
        var tooMany = CSVReader(commas)
        #expect(tooMany.advance() == .fault(.tooManyFields))
    }

    @Test func readsOtherDelimiters() {
        var csv = CSVReader(Array("a;b,c\n".utf8), delimiter: UInt8(ascii: ";"))
        #expect(csv.advance() == .row)
        #expect(csv.fields.map { csv.text($0) } == ["a", "b,c"])
    }

    @Test func readsWhatTheWriterWrote() {
        var generator = SeededGenerator(seed: 1)
        let pieces = ["a", "é", ",", "\"", "\n", "\r\n", "0", "=", "x y", "\u{1F600}"]
        for _ in 0..<300 {
            let width = Int.random(in: 1...4, using: &generator)
            let rows = (0..<3).map { _ in
                (0..<width).map { _ in
                    "v" + (0..<4).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined() + "w"
                }
            }
            var writer = CSVWriter()
            for row in rows { writer.row(row) }
            var csv = CSVReader(writer.bytes)
            var read: [[String]] = []
            while csv.advance() == .row { read.append(csv.fields.map { csv.text($0) }) }
            #expect(read == rows)
        }
    }
}
