package import Values

/// A programme as people call it, and what its figures are held against.
package struct Programme: Sendable {
    /// As the exchange package has it: `mst`, `fft-cw`.
    package let id: String
    package let title: String
    package let shortTitle: String
    /// Care proportion expected without the programme, in per cent; nil where nobody has set one.
    package let careBaselinePercent: Decimal?
    /// Cases a whole-time therapist should hold.
    package let caseload: Decimal?
    /// Its parts in their order; none where it is worked as a whole.
    package let phases: [ProgrammePhase]
    /// Months after closure at which a child is followed up.
    package let followUpMonths: [Int]
    package let provenance: Provenance

    /// Where a programme does not say: the months at which at home is counted (`figures.md`, At home at M months).
    package static let usualFollowUpMonths = [6, 12, 18, 24]

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let shortTitle = map.text("short_title")
        careBaselinePercent = map.optionalDecimal("care_baseline_percent")
        caseload = map.optionalDecimal("caseload")
        phases = map.optionalMaps("phases") { ProgrammePhase(reading: &$0) } ?? []
        followUpMonths = map.optionalIntegers("follow_up_months") ?? Programme.usualFollowUpMonths
        // Who it is for, and for how long it houses a child, is read where referrals are decided.
        map.takeRest(["eligibility", "residential"])
        guard let title, let shortTitle else { return nil }
        id = definition.id
        self.title = title
        self.shortTitle = shortTitle
        provenance = definition.provenance
    }

    /// The programmes among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [Programme] {
        try definitions.read(.programme) { Programme($0, reading: &$1) }
    }
}
