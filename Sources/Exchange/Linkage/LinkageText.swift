import Values

/// The text of a file of people: its encoding, its lines, and where it can be cut into parts.
enum LinkageText {
    /// Gives the file's text in UTF-8 without a byte-order mark; throws where it is in another encoding.
    ///
    /// Whether every character is well formed is left to those who read the parts.
    static func read<Result>(
        _ bytes: UnsafeRawBufferPointer,
        of file: String,
        _ encoding: LinkageMapping.Encoding,
        _ body: (UnsafeBufferPointer<UInt8>) throws(LinkageFileFault) -> Result
    ) throws(LinkageFileFault) -> Result {
        let bytes = bytes.bindMemory(to: UInt8.self)
        guard !TextEncoding.looksLikeUTF16(bytes) else {
            let reason = "the file is UTF-16 (\"Unicode\") text; save it again as CSV UTF-8"
            throw LinkageFileFault(file: file, line: nil, reason: reason)
        }
        let text = UnsafeBufferPointer(rebasing: bytes[mark(bytes)...])
        switch encoding {
        case .utf8: return try body(text)
        case .windows1252:
            let utf8: [UInt8]
            do throws(EncodingFault) {
                utf8 = try Windows1252.utf8(text)
            } catch {
                throw fault(error, file)
            }
            return try utf8.withUnsafeBufferPointer { text throws(LinkageFileFault) in try body(text) }
        }
    }

    private static func fault(_ fault: EncodingFault, _ file: String) -> LinkageFileFault {
        let reason =
            "there is a byte that is no character of windows-1252; give the encoding it is in, or save it as CSV UTF-8"
        switch fault {
        case .utf16: return LinkageFileFault(file: file, line: nil, reason: reason)
        case .zeroByte(let line), .notUTF8(let line): return LinkageFileFault(file: file, line: line, reason: reason)
        }
    }

    /// Bytes of a byte-order mark at the start.
    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// The line a position is on, counted from 1.
    static func line(of position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        TextEncoding.lineNumber(of: min(position, text.count), in: text)
    }

    /// Where parts of about this size begin and end: at line ends that are outside quotes.
    static func bounds(_ text: UnsafeBufferPointer<UInt8>, from start: Int, size: Int) -> [Int] {
        nonisolated(unsafe) let shared = text
        let quotes = Parts.map(text.count - start, size: size) { range in
            shared[start + range.lowerBound..<start + range.upperBound].count { $0 == UInt8(ascii: "\"") }
        }
        var bounds = [start]
        var before = 0
        for index in quotes.indices.dropLast() {
            before += quotes[index]
            var at = start + (index + 1) * size
            var isQuoted = !before.isMultiple(of: 2)
            while at < text.count && (isQuoted || text[at] != UInt8(ascii: "\n")) {
                if text[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
                at += 1
            }
            let end = min(text.count, at + 1)
            if end > bounds[bounds.count - 1] { bounds.append(end) }
        }
        if bounds[bounds.count - 1] < text.count || bounds.count == 1 { bounds.append(text.count) }
        return bounds
    }
}
