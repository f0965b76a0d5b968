package import Definitions
package import Records
package import Values

/// A questionnaire or rating scale: its items by number, how they are scored, and what scores mean.
///
/// No wording: instruments are licensed, and only numbers and scores are kept.
package struct Instrument: Sendable {
    package let id: String
    package let title: String
    package let publisher: String
    /// What may be done with it, for whoever collects it.
    package let licence: String
    /// The version of the definition.
    package let version: String
    package let provenance: Provenance
    /// Versions of the instrument itself, such as its age ranges.
    package let versions: [String]
    package let informants: [Informant]
    /// Of its items, and of its scales unless they say otherwise.
    package let direction: Direction
    /// When, in which programmes and by whom it is collected.
    package let use: InstrumentUse
    package let items: [Item]
    package let scales: [Scale]
    package let schemes: [BandScheme]
    package let thresholds: [Threshold]
    package let reliableChanges: [ReliableChangeRule]
    package let addedValue: AddedValue?

    package func item(_ name: String) -> Item? {
        items.first { $0.name == name }
    }

    /// The scale with this name for this informant.
    package func scale(_ id: String, informant: Informant? = nil) -> Scale? {
        scales.first { $0.id == id && $0.isFor(informant) }
    }

    package func scheme(_ id: String) -> BandScheme? {
        schemes.first { $0.id == id }
    }

    /// The ranges of a scale for an informant under a band scheme.
    package func bandTable(_ scheme: String, informant: Informant, scale: String = "total") -> BandTable? {
        self.scheme(scheme)?.tables.first { $0.informant == informant && $0.scale == scale }
    }

    /// The band of a score.
    package func band(
        of score: Decimal,
        informant: Informant,
        scheme: String,
        scale: String = "total"
    ) -> Band? {
        bandTable(scheme, informant: informant, scale: scale)?.band(of: score)
    }

    package func threshold(_ id: String) -> Threshold? {
        thresholds.first { $0.id == id }
    }

    /// How large a change of the scale must be; the first rule for it unless one is named.
    package func reliableChange(
        _ id: String? = nil,
        informant: Informant,
        scale: String = "total"
    ) -> ReliableChangeRule? {
        reliableChanges.first { $0.informant == informant && $0.scale == scale && (id == nil || $0.id == id) }
    }

    /// The items whose score is no answer to them, or that the instrument does not have; for the check of an import.
    package func unusable(_ scores: ItemScores) -> [String] {
        scores.items.filter { name in
            if let item = item(name) { return scores[name].map { !item.accepts($0) } ?? false }
            let scales = scales.filter { $0.id == name }
            guard !scales.isEmpty, let value = scores[name] else { return true }
            return !scales.contains { $0.range?.contains(value) ?? true }
        }
    }
}
