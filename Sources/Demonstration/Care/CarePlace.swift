import Records
import Values

/// Where a child in care lives and who provides it, in combinations the SSDA903 rules allow (`uk-data.md` 1.2).
struct CarePlace {
    let type: PlacementType
    let provider: PlacementProvider

    static let reasonsForChange: [(ReasonForPlacementChange, Int)] = [
        (.carpl, 35), (.creqb, 18), (.creqo, 8), (.child, 8), (.lareq, 9), (.other, 15), (.stand, 3), (.alleg, 2),
        (.close, 2),
    ]

    /// Supported accommodation has its code K3 from 28 October 2023.
    private static let supported = Day(number: 19_658)

    static func first(for spell: CareSpell, _ numbers: inout SeededGenerator) -> CarePlace {
        if spell.kind == .remand {
            return numbers.chance(0.7)
                ? CarePlace(type: .r5, provider: .pr3) : CarePlace(type: .k1, provider: .pr1)
        }
        if spell.isAdoption { return CarePlace(type: .u6, provider: .pr1) }
        return any(age: spell.child.age(on: spell.from), on: spell.from, lasting: false, &numbers)
    }

    /// Another place than the one before; the same kind of place goes to another provider.
    static func next(
        after placement: Placement,
        for child: Member,
        on day: Day,
        _ numbers: inout SeededGenerator
    ) -> CarePlace {
        let age = child.age(on: day)
        for _ in 0..<6 {
            let place = any(age: age, on: day, lasting: true, &numbers)
            if place.type != placement.type || place.provider != placement.provider { return place }
        }
        return placement.type == .k2
            ? CarePlace(type: .u6, provider: .pr1) : CarePlace(type: .k2, provider: .pr4)
    }

    private static func any(age: Int, on day: Day, lasting: Bool, _ numbers: inout SeededGenerator) -> CarePlace {
        let type: PlacementType
        if age >= 16, day >= supported, numbers.chance(0.42) {
            type = .k3
        } else if age >= 11 {
            type = numbers.pick([(.u6, 46), (.k2, 30), (.u3, 14), (lasting ? .u4 : .u6, 7), (lasting ? .u1 : .u3, 3)])
        } else {
            type = numbers.pick([(.u6, 58), (.u3, 24), (.k2, 5), (lasting ? .u4 : .u6, 8), (lasting ? .u1 : .u3, 5)])
        }
        return CarePlace(type: type, provider: provider(of: type, &numbers))
    }

    private static func provider(of type: PlacementType, _ numbers: inout SeededGenerator) -> PlacementProvider {
        switch type {
        case .u1, .u3: .pr1
        case .k2: numbers.pick([(.pr4, 76), (.pr1, 20), (.pr5, 4)])
        case .k3: numbers.pick([(.pr4, 64), (.pr5, 20), (.pr1, 16)])
        default: numbers.pick([(.pr1, 52), (.pr4, 39), (.pr5, 9)])
        }
    }

    /// Pounds a week about the last year; nothing for a child placed with its parents.
    private var usualCost: ClosedRange<Int>? {
        switch (type, provider) {
        case (.p1, _): nil
        case (.k2, _): 4_300...6_900
        case (.k1, _), (.r5, _): 6_800...8_400
        case (.k3, _): 1_100...2_100
        case (.u1, _), (.u3, _): 260...420
        case (.a6, _): 220...360
        case (_, .pr1): 480...690
        default: 940...1_260
        }
    }

    /// Prices rise by about three in a hundred a year; what some placements cost is not known.
    func weeklyCost(on day: Day, _ numbers: inout SeededGenerator) -> Money? {
        let pounds = usualCost.map { numbers.whole($0) }
        guard let pounds, !numbers.chance(0.06) else { return nil }
        let years = Double(day - CarePlace.priceDay) / 365.25
        return Money(pence: Int64(Double(pounds) * max(0.5, 1 + 0.03 * years)) * 100)
    }

    private static let priceDay = Day(number: 20_545)
}
