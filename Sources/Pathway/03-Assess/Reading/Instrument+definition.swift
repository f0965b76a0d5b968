import Definitions
import Records

extension Instrument {
    /// Reads what an instrument adds to what every definition has.
    init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let publisher = map.text("publisher")
        let licence = map.text("licence")
        let versions = map.optionalTexts("versions") ?? []
        let informants: [Informant]? = map.codes("informants")
        let direction: Direction? = map.code("direction")
        let use = InstrumentUse(reading: &map)
        let items = Item.all(reading: &map)
        guard let title, let publisher, let licence, let informants, let direction, let use, let items else {
            map.takeRest(["scales", "band_schemes", "thresholds", "reliable_change", "added_value"])
            return nil
        }
        var parts = InstrumentParts(informants: informants, direction: direction, items: items)
        parts.readScales(&map)
        let schemes = parts.bandSchemes(&map)
        let thresholds = parts.thresholds(&map)
        let reliableChanges = parts.reliableChanges(&map)
        let addedValue = parts.addedValue(&map)
        guard let schemes, let thresholds, let reliableChanges else { return nil }
        self.init(
            id: definition.id,
            title: title,
            publisher: publisher,
            licence: licence,
            version: definition.version,
            provenance: definition.provenance,
            versions: versions,
            informants: informants,
            direction: direction,
            use: use,
            items: items,
            scales: parts.scales,
            schemes: schemes,
            thresholds: thresholds,
            reliableChanges: reliableChanges,
            addedValue: addedValue
        )
    }
}

/// What the later parts of an instrument's definition may name.
struct InstrumentParts {
    let informants: [Informant]
    let direction: Direction
    let items: [Item]
    var scales: [Scale] = []

    /// The scale a part names for an informant; notes a problem where the instrument has none.
    func scale(_ map: inout MapReader, informant: Informant?) -> Scale? {
        guard let id = map.text("scale") else { return nil }
        let scale = scales.first { $0.id == id && (informant == nil || $0.isFor(informant)) }
        if scale == nil { map.refuse("scale", "must be a scale of the instrument") }
        return scale
    }

    /// An informant that a part names; notes a problem where the instrument is not for them.
    func informant(_ map: inout MapReader) -> Informant? {
        guard let informant: Informant = map.code("informant") else { return nil }
        guard informants.contains(informant) else {
            map.refuse("informant", "must be one of the instrument's informants")
            return nil
        }
        return informant
    }
}
