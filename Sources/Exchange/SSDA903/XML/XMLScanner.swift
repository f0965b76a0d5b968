/// Why bytes are not the XML we read, and where.
struct XMLFault: Error, Hashable {
    let line: Int
    let message: String
}

/// Reads XML piece by piece: tags and text.
///
/// It knows no document types and so no entities but XML's own five, goes through the bytes once, and keeps nothing.
///
/// Attributes are passed over, since the return has none. Foundation's parser is not used: it stops the program on
/// some attributes that are not well formed, and takes a file cut short for a whole one.
struct XMLScanner {
    enum Piece: Hashable {
        case opening(name: String)
        case closing(name: String)
        /// An opening and a closing tag in one.
        case empty(name: String)
        case text(String)
        case end
    }

    private let bytes: [UInt8]
    private var next = 0
    private var lineOfNext = 1
    /// Line of the last piece, counted from 1.
    private(set) var line = 1

    /// - Parameter bytes: UTF-8, with or without a byte-order mark.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func advance() throws(XMLFault) -> Piece {
        while next < bytes.count {
            line = lineOfNext
            if bytes[next] != UInt8(ascii: "<") { return .text(try text()) }
            if follows("<?") {
                _ = try pass("<?", until: "?>")
            } else if follows("<!--") {
                _ = try pass("<!--", until: "-->")
            } else if follows("<![CDATA[") {
                return .text(String(decoding: try pass("<![CDATA[", until: "]]>"), as: UTF8.self))
            } else if follows("<!") {
                throw fault("The file has a document type declaration, which the return does not use: remove it")
            } else {
                return try tag()
            }
        }
        line = lineOfNext
        return .end
    }

    func fault(_ message: String) -> XMLFault {
        XMLFault(line: line, message: message)
    }

    // MARK: Parts

    private func follows(_ start: StaticString) -> Bool {
        guard next + start.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<start.utf8CodeUnitCount where bytes[next + offset] != start.utf8Start[offset] { return false }
        return true
    }

    /// Moves on, counting lines.
    private mutating func move(to end: Int) {
        while next < end {
            if bytes[next] == UInt8(ascii: "\n") { lineOfNext += 1 }
            next += 1
        }
    }

    private mutating func pass(_ start: StaticString, until end: StaticString) throws(XMLFault) -> ArraySlice<UInt8> {
        move(to: next + start.utf8CodeUnitCount)
        let first = next
        while next < bytes.count, !follows(end) { move(to: next + 1) }
        guard next < bytes.count else { throw stopsHere }
        let content = bytes[first..<next]
        move(to: next + end.utf8CodeUnitCount)
        return content
    }

    private mutating func text() throws(XMLFault) -> String {
        let first = next
        move(to: bytes[next...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count)
        let raw = bytes[first..<next]
        guard raw.allSatisfy({ $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { throw notWellFormed }
        guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
        guard let text = XMLReference.resolved(raw) else {
            throw fault("The text here has an & that stands for nothing: write it as &amp;")
        }
        return text
    }

    private mutating func tag() throws(XMLFault) -> Piece {
        let isClosing = follows("</")
        let first = next + (isClosing ? 2 : 1)
        guard let end = endOfTag(from: first) else { throw stopsHere }
        let isEmpty = !isClosing && bytes[end - 1] == UInt8(ascii: "/")
        let content = bytes[first..<(isEmpty ? end - 1 : end)]
        let nameBytes = content.prefix { $0 > 0x20 }
        guard Self.isName(nameBytes), !isClosing || content.dropFirst(nameBytes.count).allSatisfy({ $0 <= 0x20 })
        else { throw notWellFormed }
        move(to: end + 1)
        let name = String(decoding: nameBytes, as: UTF8.self)
        return isClosing ? .closing(name: name) : isEmpty ? .empty(name: name) : .opening(name: name)
    }

    /// Position of the `>` that ends the tag, which is not one inside quotes; nil where a `<` or the end comes first.
    private func endOfTag(from start: Int) -> Int? {
        var quote: UInt8?
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<") { return nil }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return nil
    }

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isNameStart(first) else { return false }
        return bytes.allSatisfy {
            isNameStart($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "_"), UInt8(ascii: ":"), 0x80...: true
        default: false
        }
    }

    var stopsHere: XMLFault {
        fault("The XML breaks off here: export the return again and check that all of it was copied")
    }

    var notWellFormed: XMLFault {
        fault("The XML is not well formed here: export the return again")
    }
}
