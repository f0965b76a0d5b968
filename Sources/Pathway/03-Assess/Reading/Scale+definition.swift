import Definitions
import Records
import Values

private enum RuleName: String, CaseIterable {
    case given
    case proratedSum = "prorated_sum"
    case mean
    case gatedSum = "gated_sum"
    case sum
}

extension InstrumentParts {
    /// Reads `scales`, each of which may be made of those before it.
    mutating func readScales(_ map: inout MapReader) {
        var read: [Scale] = []
        _ = map.optionalMaps("scales") { map -> Scale? in
            guard let scale = scale(reading: &map, before: read) else { return nil }
            let isTwice = read.contains { other in
                other.id == scale.id
                    && informants.contains { other.isFor($0) && scale.isFor($0) }
            }
            if isTwice { map.refuse("id", "is already that of a scale for the same informant") }
            read.append(scale)
            return scale
        }
        scales = read
    }

    private func scale(reading map: inout MapReader, before: [Scale]) -> Scale? {
        let id = map.text("id")
        let title = map.text("title")
        let scaleInformants: [Informant]? = map.optionalCodes("informants")
        let direction: Direction? = map.optionalCode("direction")
        let rule = rule(reading: &map, before: before)
        guard let id, let title, let rule else { return nil }
        if items.contains(where: { $0.name == id }) { map.refuse("id", "is already the name of an item") }
        return Scale(
            id: id,
            title: title,
            informants: scaleInformants,
            direction: direction ?? self.direction,
            rule: rule
        )
    }

    private func rule(reading map: inout MapReader, before: [Scale]) -> Scale.Rule? {
        guard let name: RuleName = map.code("rule") else { return nil }
        switch name {
        case .given:
            guard let low = map.decimal("low"), let high = map.decimal("high") else { return nil }
            guard low < high else {
                map.refuse("high", "must be above low")
                return nil
            }
            return .given(low...high)
        case .proratedSum:
            return proratedSum(reading: &map)
        case .mean:
            guard let items = named("items", &map), let minimum = minimum(of: items, &map) else { return nil }
            return .mean(items, minimumAnswered: minimum)
        case .gatedSum:
            guard let items = named("items", &map), let gate = gate(&map) else { return nil }
            return .gatedSum(items, gate: gate)
        case .sum:
            guard let names = map.texts("scales") else { return nil }
            let scales = names.compactMap { name in before.first { $0.id == name && $0.informants == nil } }
            guard scales.count == names.count else {
                map.refuse("scales", "must be scales for every informant that stand before this one")
                return nil
            }
            return .sum(of: scales)
        }
    }

    private func proratedSum(reading map: inout MapReader) -> Scale.Rule? {
        let reversed = Set(map.optionalTexts("reversed") ?? [])
        guard let items = named("items", &map), let minimum = minimum(of: items, &map) else { return nil }
        guard reversed.isSubset(of: items.map(\.name)) else {
            map.refuse("reversed", "must be items of the scale")
            return nil
        }
        guard items.allSatisfy({ $0.places == 0 && $0.points.lowerBound >= .zero }) else {
            map.refuse("items", "must have whole answers that count nought or more")
            return nil
        }
        return .proratedSum(items, reversed: reversed, minimumAnswered: minimum)
    }

    private func named(_ key: String, _ map: inout MapReader) -> [Item]? {
        guard let names = map.texts(key) else { return nil }
        let found = names.compactMap { name in items.first { $0.name == name } }
        guard found.count == names.count, Set(names).count == names.count else {
            map.refuse(key, "must be items of the instrument, each once")
            return nil
        }
        return found
    }

    private func gate(_ map: inout MapReader) -> Item? {
        guard let name = map.text("gate") else { return nil }
        let item = items.first { $0.name == name }
        if item == nil { map.refuse("gate", "must be an item of the instrument") }
        return item
    }

    private func minimum(of items: [Item], _ map: inout MapReader) -> Int? {
        guard let minimum = map.integer("minimum_answered") else { return nil }
        guard (1...items.count).contains(minimum) else {
            map.refuse("minimum_answered", "must be 1 to the number of items of the scale")
            return nil
        }
        return minimum
    }
}
