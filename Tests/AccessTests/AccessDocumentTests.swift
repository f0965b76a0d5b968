import Access
import Foundation
import Testing

@Suite struct `The table of access in the documents` {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/access.md")

    /// After a change that is meant, write it again with `HOMEWARD_WRITE_ACCESS=1 swift test --filter AccessTests`.
    @Test func `is the one in the code`() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        let (start, end) = ("<!-- table -->\n", "<!-- end of table -->")
        let before = try #require(text.components(separatedBy: start).first)
        let after = try #require(text.components(separatedBy: end).last)
        let expected = before + start + AccessTable.markdown + end + after
        if ProcessInfo.processInfo.environment["HOMEWARD_WRITE_ACCESS"] != nil {
            try expected.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == expected)
    }
}
