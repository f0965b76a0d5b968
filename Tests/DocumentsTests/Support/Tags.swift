import Documents

/// A page taken apart into its tags, so that tests can ask about its structure.
struct Tags {
    struct Element {
        let name: String
        let attributes: [String: String]
        let depth: Int
    }

    private(set) var elements: [Element] = []
    /// What was wrong with the nesting; nil for a page that is well formed.
    private(set) var fault: String?

    private static let void: Set = ["meta", "link", "input", "hr", "br"]

    init(_ html: HTML) {
        var open: [String] = []
        var rest = html.string[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            let inside = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                if open.popLast() != name { fault = fault ?? "</\(name)> closes something else" }
                continue
            }
            let name = String(inside.prefix { $0 != " " })
            elements.append(Element(name: name, attributes: Tags.attributes(of: inside), depth: open.count))
            if !Tags.void.contains(name) { open.append(name) }
        }
        if let last = open.last { fault = fault ?? "<\(last)> is never closed" }
    }

    /// The elements of this name that have all these attributes.
    func all(_ name: String, _ attributes: [String: String] = [:]) -> [Element] {
        elements.filter { element in
            element.name == name && attributes.allSatisfy { element.attributes[$0.key] == $0.value }
        }
    }

    var ids: [String] { elements.compactMap { $0.attributes["id"] } }

    private static func attributes(of inside: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = inside.drop { $0 != " " }
        while true {
            rest = rest.drop { $0 == " " }
            let name = rest.prefix { $0 != "=" && $0 != " " }
            if name.isEmpty { return attributes }
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix("=\"") else {
                attributes[String(name)] = ""
                continue
            }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            attributes[String(name)] = String(value)
            rest = rest.dropFirst(value.count + 1)
        }
    }
}
