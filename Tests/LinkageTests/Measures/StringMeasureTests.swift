import Linkage
import Testing

@Suite struct StringMeasureTests {
    /// 400 pairs of invented values and what DuckDB 2.0.0 makes of them.
    struct Golden: Sendable {
        let a: String
        let b: String
        let figures: [Double]

        static func all() throws -> [Golden] {
            try Given.fixture("linkage/measures.csv").split(separator: "\n").dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return Golden(
                    a: String(cells[0]),
                    b: String(cells[1]),
                    figures: try cells[2...].map { try #require(Double($0)) }
                )
            }
        }
    }

    @Test func figuresAreThoseOfDuckDBToTheLastBit() throws {
        let measures: [Measure] = [.jaro, .jaroWinkler, .levenshtein, .damerauLevenshtein, .jaccard]
        let rows = try Golden.all()
        #expect(rows.count > 400)
        for row in rows {
            let found = measures.map { measure in onBytes(row.a, row.b) { measure.value($0, $1) } }
            #expect(found == row.figures, "\(row.a) and \(row.b)")
        }
    }

    @Test(arguments: [("", ""), ("", "ANN"), ("ANN", "")])
    func anEmptyValueIsLikeNothing(a: String, b: String) {
        #expect(onBytes(a, b, StringMeasure.jaroWinkler) == 0)
        #expect(onBytes(a, b, StringMeasure.jaccard) == 0)
        #expect(onBytes(a, b, StringMeasure.levenshtein) == max(a.utf8.count, b.utf8.count))
        #expect(onBytes(a, b, StringMeasure.damerauLevenshtein) == max(a.utf8.count, b.utf8.count))
    }

    /// The quick ways for short values must give what the tables of the textbook give.
    @Test func distancesAreThoseOfTheTextbook() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let letters = Array("ABC".utf8)
            let words = (0..<2).map { _ in
                (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                    letters.randomElement(using: &generator) ?? 65
                }
            }
            let (a, b) = (words[0], words[1])
            let plain = Textbook.distance(a, b, exchanges: false)
            let exchanged = Textbook.distance(a, b, exchanges: true)
            a.withUnsafeBufferPointer { a in
                b.withUnsafeBufferPointer { b in
                    #expect(StringMeasure.levenshtein(a, b) == plain)
                    #expect(StringMeasure.damerauLevenshtein(a, b) == exchanged)
                }
            }
        }
    }

    @Test func distancesObeyTheTriangle() {
        var generator = SeededGenerator(seed: 12)
        let letters = Array("AB".utf8)
        for _ in 0..<2000 {
            let words = (0..<3).map { _ in
                (0..<Int.random(in: 0...9, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? 65
                }
            }
            let texts = words.map { String(decoding: $0, as: UTF8.self) }
            let far = onBytes(texts[0], texts[2], StringMeasure.damerauLevenshtein)
            let one = onBytes(texts[0], texts[1], StringMeasure.damerauLevenshtein)
            let other = onBytes(texts[1], texts[2], StringMeasure.damerauLevenshtein)
            #expect(far <= one + other)
        }
    }
}

/// Edit distances by their definition: the table of Lowrance and Wagner, searched in full.
private enum Textbook {
    static func distance(_ a: [UInt8], _ b: [UInt8], exchanges: Bool) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count {
                guard i > 0, j > 0 else {
                    table[i][j] = i + j
                    continue
                }
                var least = min(
                    table[i - 1][j] + 1,
                    table[i][j - 1] + 1,
                    table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                )
                if exchanges {
                    for k in 1..<max(i, 1) {
                        for l in 1..<max(j, 1) where a[k - 1] == b[j - 1] && a[i - 1] == b[l - 1] {
                            least = min(least, table[k - 1][l - 1] + (i - k - 1) + 1 + (j - l - 1))
                        }
                    }
                }
                table[i][j] = least
            }
        }
        return table[a.count][b.count]
    }
}
