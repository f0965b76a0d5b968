package import Records

/// What a document is by its bytes, whatever its name says.
package enum DocumentContent {
    /// The most bytes a document may have.
    package static let most = 10 * 1024 * 1024

    package enum Refusal: Error, Hashable, Sendable {
        case empty
        case tooLarge
        /// None of the kinds that are kept.
        case unknownKind
        /// It holds macros, which run when it is opened.
        case macros
    }

    /// The kind of a document.
    package static func kind(of bytes: [UInt8]) throws(Refusal) -> DocumentKind {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= most else { throw .tooLarge }
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return try office(bytes) }
        if isPlainText(bytes) { return .plainText }
        throw .unknownKind
    }

    /// A document of an office program: a zip archive that says what it is by the names of its parts.
    private static func office(_ bytes: [UInt8]) throws(Refusal) -> DocumentKind {
        if contains("vbaProject", bytes) || contains("Basic/script", bytes) { throw .macros }
        if contains("mimetypeapplication/vnd.oasis.opendocument.text", bytes) { return .openText }
        if contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", bytes) { return .openSheet }
        guard contains("[Content_Types].xml", bytes) else { throw .unknownKind }
        if contains("word/document", bytes) { return .word }
        if contains("xl/workbook", bytes) { return .spreadsheet }
        throw .unknownKind
    }

    private static func contains(_ text: StaticString, _ bytes: [UInt8]) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
                if zip(wanted, bytes[start...]).allSatisfy(==) { return true }
            }
            return false
        }
    }

    /// Words and nothing else: UTF-8 without signs that steer.
    private static func isPlainText(_ bytes: [UInt8]) -> Bool {
        let isSteering = { (byte: UInt8) in byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) }
        guard !bytes.contains(where: isSteering), String(validating: bytes, as: UTF8.self) != nil else { return false }
        // A page of the web that bears no mark of its own must not come back as one.
        let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
        return !start.contains("<html") && !start.contains("<script") && !start.contains("<!doctype")
            && !start.contains("<svg")
    }
}

extension DocumentKind {
    /// As it is sent to a browser.
    package var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .spreadsheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .openText: "application/vnd.oasis.opendocument.text"
        case .openSheet: "application/vnd.oasis.opendocument.spreadsheet"
        case .plainText: "text/plain; charset=utf-8"
        }
    }

    /// The ending of its file's name.
    package var ending: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        case .word: "docx"
        case .spreadsheet: "xlsx"
        case .openText: "odt"
        case .openSheet: "ods"
        case .plainText: "txt"
        }
    }
}
