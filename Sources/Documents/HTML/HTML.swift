/// A piece of HTML, written straight into bytes.
///
/// Text and attribute values are escaped as they are written; the only way to add markup is to write elements or to
/// append another `HTML`. Names of elements and attributes are literals in the code, never data.
package struct HTML: Sendable, Hashable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// A piece made by a closure: `HTML { $0.text("Families") }`.
    package init(_ write: (inout HTML) -> Void) {
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
        open(name, attributes)
        content(&self)
        close(name)
    }

    /// An element that holds words alone, escaped.
    package mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
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
