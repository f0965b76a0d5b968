/// A piece of HTML, written straight into bytes.
///
/// Text and attribute values are escaped as they are written; the only way to add markup is to write elements or to
/// append another `HTML`. Names of elements and attributes are literals in the code, never data.
///
/// Where it knows what its reader may open, a link that they may not follow is written as its words alone.
package struct HTML: Sendable {
    package private(set) var bytes: [UInt8] = []
    private let reader: Reader?

    package init() {
        reader = nil
    }

    /// A piece for a reader.
    package init(for reader: Reader?) {
        self.reader = reader
    }

    /// A piece made by a closure: `HTML { $0.text("Families") }`.
    package init(_ write: (inout HTML) -> Void) {
        self.init()
        write(&self)
    }

    /// The same markup as a string, for tests and files.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package var isEmpty: Bool { bytes.isEmpty }

    /// Makes room, where the size of a page is known beforehand.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    /// Words for people, escaped.
    package mutating func text(_ text: String) {
        bytes.append(escaping: text)
    }

    /// Markup that was written before.
    package mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
    }

    /// An element with content.
    package mutating func element(
        _ name: StaticString,
        _ attributes: Attribute...,
        content: (inout HTML) -> Void
    ) {
        guard leads(attributes) else { return content(&self) }
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// An element that holds words alone, escaped.
    package mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
        guard leads(attributes) else { return bytes.append(escaping: text) }
        open(name, attributes)
        bytes.append(escaping: text)
        close(name)
    }

    /// An element without content or end tag: `input`, `meta`, `link`.
    package mutating func void(_ name: StaticString, _ attributes: Attribute...) {
        open(name, attributes)
    }

    /// `<!DOCTYPE html>`, the first line of a page.
    package mutating func doctype() {
        bytes.append(literal: "<!DOCTYPE html>\n")
    }

    /// A style sheet inside the page; it is not escaped, and so can only be a literal.
    package mutating func style(_ css: StaticString) {
        open("style", [])
        bytes.append(literal: css)
        close("style")
    }

    /// Whether the reader may go there by a link; where nobody says who they are, they may.
    package func mayOpen(_ address: Address) -> Bool { reader?.mayOpen(address) ?? true }

    /// Whether the reader may send a form there.
    package func maySend(to address: Address) -> Bool { reader?.maySend(address) ?? true }

    private func leads(_ attributes: [Attribute]) -> Bool {
        guard let reader else { return true }
        return attributes.allSatisfy { $0.address.map(reader.mayOpen) ?? true }
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(literal: name)
        for attribute in attributes { attribute.write(to: &bytes) }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        bytes.append(literal: "</")
        bytes.append(literal: name)
        bytes.append(UInt8(ascii: ">"))
    }
}

extension HTML: Hashable {
    package static func == (one: HTML, other: HTML) -> Bool { one.bytes == other.bytes }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(bytes)
    }
}

/// Who a page is for, as far as it matters for its links.
package struct Reader: Sendable {
    /// Whether they may go to an address by a link.
    package let mayOpen: @Sendable (Address) -> Bool
    /// Whether they may send a form to it.
    package let maySend: @Sendable (Address) -> Bool

    package init(
        mayOpen: @escaping @Sendable (Address) -> Bool,
        maySend: @escaping @Sendable (Address) -> Bool
    ) {
        self.mayOpen = mayOpen
        self.maySend = maySend
    }
}
