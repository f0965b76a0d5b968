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
            guard let bytes = try? file.bytes.withUnsafeBufferPointer({ try Windows1252.utf8($0) }) else {
                refuse("the file has bytes that windows-1252 does not: ask how it was saved")
                return nil
            }
            return SourceFile(name: file.name, bytes: bytes, isNamedDirectly: file.isNamedDirectly)
        }
        return nil
    }
}
