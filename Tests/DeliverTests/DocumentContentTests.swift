import Deliver
import Records
import Testing

@Suite struct `A document is what its content is` {
    private static func zip(_ names: String...) -> [UInt8] {
        [0x50, 0x4B, 0x03, 0x04] + names.flatMap { Array($0.utf8) + [0x00, 0x14] }
    }

    private func kind(_ bytes: [UInt8]) -> Result<DocumentKind, DocumentContent.Refusal> {
        do { return .success(try DocumentContent.kind(of: bytes)) } catch { return .failure(error) }
    }

    @Test func `whatever its name says`() {
        #expect(kind(Array("%PDF-1.7".utf8)) == .success(.pdf))
        #expect(kind([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]) == .success(.png))
        #expect(kind([0xFF, 0xD8, 0xFF, 0xE0]) == .success(.jpeg))
        #expect(kind(Self.zip("[Content_Types].xml", "word/document.xml")) == .success(.word))
        #expect(kind(Self.zip("[Content_Types].xml", "xl/workbook.xml")) == .success(.spreadsheet))
        #expect(kind(Self.zip("mimetypeapplication/vnd.oasis.opendocument.text")) == .success(.openText))
        #expect(kind(Array("Sam was at school, naïve or not.\r\n\t".utf8)) == .success(.plainText))
    }

    @Test func `and what is none of the kinds is refused`() {
        #expect(kind([]) == .failure(.empty))
        #expect(kind(Self.zip("setup.exe")) == .failure(.unknownKind))
        #expect(kind(Self.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")) == .failure(.macros))
        #expect(kind([0x4D, 0x5A, 0x00, 0x01]) == .failure(.unknownKind))
        #expect(kind([0xC3, 0x28]) == .failure(.unknownKind))
        for page in ["<html>", "  <!DOCTYPE html>", "<script>alert(1)", "<SVG xmlns=''>"] {
            #expect(kind(Array(page.utf8)) == .failure(.unknownKind), "\(page)")
        }
        let long = [UInt8](repeating: 0x61, count: DocumentContent.most)
        #expect(kind(long) == .success(.plainText))
        #expect(kind(long + [0x61]) == .failure(.tooLarge))
    }
}
