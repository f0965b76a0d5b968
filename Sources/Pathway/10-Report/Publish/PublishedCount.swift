package import Statistics

/// A count as it is published: a number, or a symbol where it is hidden.
package struct PublishedCount: Hashable, Sendable {
    /// `136`; `c` for a hidden count; `k` for one above nought that rounds to nought.
    package let words: String

    /// The number that is printed; nil where a symbol stands for it.
    package var value: Int? { Int(words) }

    /// The symbol that stands for it; nil where the number is printed.
    package var symbol: String? { value == nil ? words : nil }

    package init(_ protection: Protection, _ place: Int) {
        words = protection.isWithheld ? "c" : protection.text(place)
    }
}
