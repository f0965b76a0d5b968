import Definitions
import Records
import Values

extension InstrumentParts {
    /// Reads `band_schemes`; nil where a problem was noted.
    func bandSchemes(_ map: inout MapReader) -> [BandScheme]? {
        map.optionalMaps("band_schemes") { map in
            let id = map.text("id")
            let title = map.text("title")
            let bands = map.maps("bands") { band(reading: &$0) }
            guard let id, let title, let bands else {
                map.takeRest(["tables"])
                return nil
            }
            let groups = map.maps("tables") { tables(reading: &$0, scheme: id, bands: bands) }
            guard let tables = groups?.flatMap(\.self) else { return nil }
            let names = tables.map { "\($0.informant.rawValue) \($0.scale)" }
            if Set(names).count < names.count {
                map.refuse("tables", "must have each scale once for each informant")
            }
            return BandScheme(id: id, title: title, bands: bands, tables: tables)
        }
    }

    private func band(reading map: inout MapReader) -> Band? {
        let id = map.text("id")
        let label = map.text("label")
        let other = map.optionalText("label_where_higher_is_better")
        guard let id, let label else { return nil }
        return Band(id: id, label: label, labelWhereHigherIsBetter: other ?? label)
    }

    private func tables(reading map: inout MapReader, scheme: String, bands: [Band]) -> [BandTable]? {
        let provenance = Provenance(reading: &map)
        guard let informant = informant(&map), let provenance else {
            map.takeRest(["scales"])
            return nil
        }
        return map.maps("scales") { map in
            guard let scale = scale(&map, informant: informant), let texts = map.texts("ranges") else { return nil }
            guard let ranges = ranges(texts, of: scale), ranges.count == bands.count else {
                map.refuse("ranges", "must give every score of the scale to one band, like [0-13, 14-16, 17-19, 20-40]")
                return nil
            }
            return BandTable(
                scheme: scheme,
                informant: informant,
                scale: scale.id,
                bands: bands,
                ranges: ranges,
                direction: scale.direction,
                provenance: provenance
            )
        }
    }

    /// The ranges as written, from the least need to the most; nil unless they cover the scale without gap or overlap.
    private func ranges(_ texts: [String], of scale: Scale) -> [ClosedRange<Int>]? {
        let ranges = texts.compactMap(range)
        guard ranges.count == texts.count, let low = scale.range?.lowerBound.whole,
            let high = scale.range?.upperBound.whole
        else { return nil }
        let ascending = scale.direction == .lowerIsBetter ? ranges : ranges.reversed()
        guard ascending.first?.lowerBound == low, ascending.last?.upperBound == high else { return nil }
        let areContiguous = zip(ascending, ascending.dropFirst()).allSatisfy { $0.upperBound + 1 == $1.lowerBound }
        return areContiguous ? ranges : nil
    }

    private func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        guard let low = ends.first, let high = ends.last, ends.count <= 2, low <= high else { return nil }
        return low...high
    }
}
