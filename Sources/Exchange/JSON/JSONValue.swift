/// A JSON value (RFC 8259); numbers stay as they are written.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case text(String)
    case array([JSONValue])
    /// Of two members of one name the last counts.
    case object([String: JSONValue])

    package subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    package var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    package var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// Reads UTF-8 bytes; throws on the line where they stop being JSON.
    package init(reading bytes: [UInt8]) throws(JSONFault) {
        var reader = JSONReader(bytes)
        self = try reader.document()
    }
}

/// Bytes that are not JSON, and the line where that shows, counted from 1.
package struct JSONFault: Error, Hashable, Sendable {
    package let line: Int
}
