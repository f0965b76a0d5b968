/// The reference of one kind of record, so that a family's cannot be passed for a person's.
package struct Identifier<Subject>: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}

extension Identifier: Comparable {
    package static func < (one: Identifier, other: Identifier) -> Bool {
        one.text < other.text
    }
}
