package import Definitions
package import Statistics

/// A council's rule for small counts, by name: a definition.
package struct DisclosureRules: Sendable {
    package let id: String
    package let title: String
    package let policy: DisclosurePolicy
    package let provenance: Provenance

    /// The rule unless another is named.
    package static let usual = "counts-of-children"

    /// The rules among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [DisclosureRules] {
        try definitions.read(.disclosurePolicy) { DisclosureRules($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let threshold = map.integer("threshold")
        let showsNought = map.optionalFlag("shows_nought") ?? true
        let rounding = map.optionalInteger("rounding") ?? 1
        let spread = map.optionalInteger("spread")
        guard let title, let threshold else { return nil }
        guard threshold >= 1 else {
            map.refuse("threshold", "must be 1 or more")
            return nil
        }
        guard rounding >= 1 else {
            map.refuse("rounding", "must be 1 or more; 1 leaves counts as they are")
            return nil
        }
        id = definition.id
        self.title = title
        policy = DisclosurePolicy(
            threshold: threshold,
            showsNought: showsNought,
            rounding: rounding,
            spread: spread
        )
        provenance = definition.provenance
    }

    /// The rule in words, for a note beside what is published.
    package var words: String {
        let small =
            "Counts of \(policy.showsNought ? 1 : 0) to \(policy.threshold), and others that would give them away, are hidden and shown as c"
        let nought = policy.showsNought ? "; nought is nought" : ""
        let rounded = policy.rounding > 1 ? ". What is shown is rounded to the nearest \(policy.rounding)" : ""
        return small + nought + rounded + "."
    }
}
