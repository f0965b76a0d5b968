import Foundation
import Report
import Testing
import Values

@testable import Documents
@testable import Press

private func document(_ rows: [[String]]) -> TableDocument {
    let table = ReportTable(id: "a", title: "=Counts", columns: ["Row", "=SUM(A1)"], rows: rows)
    let words = ChartWords(headline: "H", subtitle: "S", summary: "Sum & <so>", source: "Register")
    let picture = TrendChart([.init("Q1", 0.5), .init("Q2", 0.6)], unit: .share, placeTitle: "Q", valueTitle: "V")
    return TableDocument(
        title: "A table & <more>",
        lines: ["As at 31 March 2025", "Known at change 12"],
        findings: ["Something."],
        tables: [table],
        charts: [Chart("c", words, picture)]
    )
}

@Suite struct `The press` {
    @Test func `writes the same spreadsheet as the same bytes`() throws {
        let book = document([["=1+1", "12"], ["+A1", "c"]]).workbook()
        let first = try Press.bytes(of: .workbook(book))
        #expect(first.starts(with: Array("PK".utf8)))
        #expect(try Press.bytes(of: .workbook(book)) == first)
    }

    @Test func `leaves nothing behind`() throws {
        let before = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
            .filter { $0.hasPrefix("homeward-") }
        _ = try Press.inFolder { folder in
            #expect(FileManager.default.fileExists(atPath: folder.path))
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
            #expect(attributes[.posixPermissions] as? Int == 0o700)
            #expect(!before.contains(folder.lastPathComponent))
            try Data().write(to: folder.appending(path: "x"))
            return folder
        }
    }

    @Test func `writes words of any length and any character`() throws {
        let long = String(repeating: "word ", count: 10_000)
        let book = document([[long, "a\u{0}b\u{1F}\u{FFFF}"], ["\u{1F600}", ""]]).workbook()
        #expect(try Press.bytes(of: .workbook(book)).count > 1000)
    }

    @Test func `refuses a table that no spreadsheet holds`() {
        let rows = [[String]](repeating: ["a", "1"], count: 1_048_001)
        #expect(throws: Press.Refusal.self) { try Press.bytes(of: .workbook(document(rows).workbook())) }
    }

    @Test(.enabled(if: Press.canPrint)) func `prints a page as PDF`() throws {
        let bytes = try Press.bytes(of: .sheets(document([["a", "1"]]).paper()))
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
    }

    @Test func `prints nothing too long`() {
        let long = HTML { $0.element("p", text: String(repeating: "x", count: 33 * 1024 * 1024)) }
        #expect(throws: Press.Refusal.self) { try Press.bytes(of: .sheets(long)) }
    }
}
