/// The protective marking of a document (Government Security Classifications).
package enum Marking: String, Sendable, CaseIterable {
    /// What may be published.
    case official = "OFFICIAL"
    /// What only those who work with it may see: small counts, or records of people.
    case officialSensitive = "OFFICIAL-SENSITIVE"

    /// The style that repeats it at the head of every printed page.
    var pageStyle: StaticString {
        switch self {
        case .official: "@page{@top-center{content:\"OFFICIAL\"}}"
        case .officialSensitive: "@page{@top-center{content:\"OFFICIAL-SENSITIVE\"}}"
        }
    }
}
