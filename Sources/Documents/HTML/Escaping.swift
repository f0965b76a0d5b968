extension [UInt8] {
    /// Bytes of the program's own text, as they are.
    mutating func append(literal text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Text made safe between tags and inside quoted attributes.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// Makes entities of `& < > " '`.
    ///
    /// Control characters, which HTML has no place for, become the replacement character;
    /// tab and line ends stay.
    mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        // Most words of a page hold nothing to escape.
        guard text.contains(where: mayNeedEntity) else { return append(contentsOf: text) }
        for byte in text {
            if let entity = entity(for: byte) { append(literal: entity) } else { append(byte) }
        }
    }
}

/// Letters lie above every byte that needs a second look but one; spaces and digits are as common.
private func mayNeedEntity(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: ">") && byte != UInt8(ascii: " ") && !(UInt8(ascii: "(")...UInt8(ascii: ";")).contains(byte)
        || byte == 127
}

private func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 9, 10, 13: nil
    case 0..<32, 127: "\u{FFFD}"
    default: nil
    }
}
