/// An attribute of an element; its value is escaped when it is written, and one without a value is left out.
package struct Attribute: Sendable {
    private enum Value: Sendable {
        case absent
        case literal(StaticString)
        case text(String)
        case link(Address)
        case flag
    }

    private let name: StaticString
    private let value: Value

    /// An attribute with a value known only at run time; nil leaves it out.
    package init(_ name: StaticString, _ value: String?) {
        self.name = name
        self.value = value.map(Value.text) ?? .absent
    }

    private init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    package static func `class`(_ names: StaticString) -> Attribute { Attribute("class", .literal(names)) }

    /// The first class, and the second where the condition holds.
    package static func `class`(_ names: StaticString, and more: StaticString, if condition: Bool) -> Attribute {
        condition ? Attribute("class", "\(names) \(more)") : Attribute("class", .literal(names))
    }

    package static func id(_ id: String?) -> Attribute { Attribute("id", id) }
    package static func href(_ address: Address) -> Attribute { Attribute("href", .link(address)) }
    package static func role(_ role: StaticString) -> Attribute { Attribute("role", .literal(role)) }
    package static func scope(_ scope: StaticString) -> Attribute { Attribute("scope", .literal(scope)) }
    package static func type(_ type: StaticString) -> Attribute { Attribute("type", .literal(type)) }
    package static func label(_ words: String) -> Attribute { Attribute("aria-label", words) }
    package static func labelledBy(_ id: String) -> Attribute { Attribute("aria-labelledby", id) }

    /// An attribute whose value is a literal.
    package static func fixed(_ name: StaticString, _ value: StaticString) -> Attribute {
        Attribute(name, .literal(value))
    }

    /// An attribute that is there or not: `checked`, `open`.
    package static func flag(_ name: StaticString, _ isThere: Bool = true) -> Attribute {
        Attribute(name, isThere ? .flag : .absent)
    }

    /// Where a link leads; nil for any other attribute.
    var address: Address? {
        if case .link(let address) = value { address } else { nil }
    }

    func write(to bytes: inout [UInt8]) {
        switch value {
        case .absent: return
        case .flag:
            bytes.append(UInt8(ascii: " "))
            bytes.append(literal: name)
        case .literal(let text):
            begin(in: &bytes)
            // A literal is ours, but a quotation mark in one would still end the attribute.
            bytes.append(escaping: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
            bytes.append(UInt8(ascii: "\""))
        case .text(let text):
            begin(in: &bytes)
            bytes.append(escaping: text)
            bytes.append(UInt8(ascii: "\""))
        case .link(let address):
            begin(in: &bytes)
            bytes.append(escaping: address.text)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private func begin(in bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(literal: name)
        bytes.append(literal: "=\"")
    }
}
