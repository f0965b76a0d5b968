package import Definitions
package import Values

/// A report card: measures in boxes (how much, how well, is anyone better off), and the parts that people write.
///
/// Source: seed 003, Appendix E; Results Based Accountability (`methods.md`, section 4).
package struct ReportCard: Sendable {
    /// Which figures a line shows: one by its id, or all whose ids begin so, written `families.area.*`.
    package struct Pattern: Sendable, Hashable {
        package let text: String

        package func matches(_ id: String) -> Bool {
            guard text.hasSuffix("*") else { return id == text }
            return id.hasPrefix(text.dropLast())
        }
    }

    /// One line of a box as its source prints it, with the figures that answer it.
    package struct Line: Sendable {
        package let title: String
        package let figures: [Pattern]
        /// Answered by what people other than families said, which stands beside the figures.
        package let asksPartners: Bool
    }

    package struct Box: Sendable {
        package let box: Scorecard.Box
        package let lines: [Line]
    }

    /// A part that people write: the story behind the figures, partners, what works.
    package struct Part: Sendable {
        package let id: String
        package let title: String
        package let hint: String?
    }

    package let id: String
    package let title: String
    package let cadence: Scorecard.Cadence
    /// How many months a figure looks back; nil takes the card's period.
    package let months: Int?
    package let boxes: [Box]
    package let parts: [Part]
    /// What the source prints that the register cannot answer, and why.
    package let missing: [String]
    package let provenance: Provenance

    /// The days the card's figures count for a period.
    package func days(_ period: Period) -> Period {
        guard let months else { return period }
        return Period(from: period.end.adding(months: -months), to: period.to) ?? period
    }
}

extension ReportCard {
    /// The report cards among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [ReportCard] {
        try definitions.read(.reportCard) { ReportCard($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let cadence: Scorecard.Cadence? = map.code("every")
        let months = map.optionalInteger("months")
        let boxes = map.maps("boxes") { Box(reading: &$0) }
        let parts = map.maps("parts") { Part(reading: &$0) }
        let missing = map.optionalTexts("missing") ?? []
        guard let title, let cadence, let boxes, let parts else { return nil }
        guard months.map({ $0 > 0 }) ?? true else {
            map.refuse("months", "must be 1 or more")
            return nil
        }
        guard Set(parts.map(\.id)).count == parts.count else {
            map.refuse("parts", "must each have an id of their own")
            return nil
        }
        self.init(
            id: definition.id,
            title: title,
            cadence: cadence,
            months: months,
            boxes: boxes,
            parts: parts,
            missing: missing,
            provenance: definition.provenance
        )
    }
}

extension ReportCard.Box {
    fileprivate init?(reading map: inout MapReader) {
        let box: Scorecard.Box? = map.code("box")
        let lines = map.maps("lines") { ReportCard.Line(reading: &$0) }
        guard let box, let lines else { return nil }
        self.init(box: box, lines: lines)
    }
}

extension ReportCard.Line {
    fileprivate init?(reading map: inout MapReader) {
        let title = map.text("title")
        let figures = map.optionalTexts("figures") ?? []
        let asksPartners = map.optionalFlag("partners") ?? false
        guard let title else { return nil }
        guard !figures.isEmpty || asksPartners else {
            map.refuse("figures", "is missing: a line shows figures, or what partners said (partners: true)")
            return nil
        }
        self.init(title: title, figures: figures.map(ReportCard.Pattern.init), asksPartners: asksPartners)
    }
}

extension ReportCard.Part {
    init?(reading map: inout MapReader) {
        let id = map.text("id")
        let title = map.text("title")
        let hint = map.optionalText("hint")
        guard let id, let title else { return nil }
        self.init(id: id, title: title, hint: hint)
    }
}
