/// Refuses XML that no return needs and that can make a parser work without end: document types, and with them every
/// entity, and tags as long as books.
enum MarkupGuard {
    /// Longest run of bytes from `<` to `>`; the return's own tags have fewer than 30.
    static let longestTag = 16_384

    /// Why the bytes are not read at all; nil where they may be.
    static func refusal(of bytes: [UInt8]) -> String? {
        if bytes.isEmpty { return "The file is empty" }
        if isWide(bytes) { return "The file is in UTF-16: save it as UTF-8 and try again" }
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            if declaresDocumentType(bytes[start...].prefix(10)) {
                return
                    "The file has a document type declaration, which the return does not use: remove it and try again"
            }
            guard let end = bytes[start...].prefix(longestTag).firstIndex(of: UInt8(ascii: ">")) else {
                guard bytes.count - start >= longestTag else { return nil }
                return "The file has a tag of more than \(longestTag) characters: export the return again"
            }
            index = end + 1
        }
        return nil
    }

    private static func isWide(_ bytes: [UInt8]) -> Bool {
        let first = bytes.prefix(4)
        return first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) || first.contains(0)
    }

    private static func declaresDocumentType(_ tag: ArraySlice<UInt8>) -> Bool {
        tag.starts(with: "<!DOCTYPE".utf8) || tag.starts(with: "<!ENTITY".utf8)
    }
}
