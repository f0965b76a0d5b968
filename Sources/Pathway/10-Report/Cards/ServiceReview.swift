package import Definitions
import Values

/// What a provider's quarterly service review must tell: which parts the register fills, and which people write.
///
/// Source: seed 003, Appendix C, annexe: ten items.
package struct ServiceReview: Sendable {
    /// What the register puts into a part.
    package enum Filling: String, CaseIterable, Sendable {
        case monitoring
        case feedback
        case studies
        case complaints
        case actions
        case training
        case benchmark
    }

    package struct Item: Sendable {
        package let id: String
        /// As its source asks for it.
        package let title: String
        package let filled: [Filling]
        /// Whether people write in it; every one of these must be written before the review is signed off.
        package let isWritten: Bool
        package let hint: String?
    }

    package let id: String
    package let title: String
    package let cadence: Scorecard.Cadence
    /// The scorecard whose measures are the agreed monitoring data.
    package let scorecard: String
    package let items: [Item]
    package let provenance: Provenance

    /// The service reviews among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [ServiceReview] {
        try definitions.read(.serviceReview) { ServiceReview($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let cadence: Scorecard.Cadence? = map.code("every")
        let scorecard = map.text("scorecard")
        let items = map.maps("items") { Item(reading: &$0) }
        guard let title, let cadence, let scorecard, let items else { return nil }
        guard Set(items.map(\.id)).count == items.count else {
            map.refuse("items", "must each have an id of their own")
            return nil
        }
        id = definition.id
        self.title = title
        self.cadence = cadence
        self.scorecard = scorecard
        self.items = items
        provenance = definition.provenance
    }
}

extension ServiceReview.Item {
    fileprivate init?(reading map: inout MapReader) {
        let id = map.text("id")
        let title = map.text("title")
        let filled: [ServiceReview.Filling] = map.optionalCodes("filled") ?? []
        let isWritten = map.optionalFlag("written") ?? true
        let hint = map.optionalText("hint")
        guard let id, let title else { return nil }
        guard isWritten || !filled.isEmpty else {
            map.refuse("filled", "is missing: an item that nobody writes must be filled from the register")
            return nil
        }
        self.init(id: id, title: title, filled: filled, isWritten: isWritten, hint: hint)
    }
}
