import Linkage

/// Conditions made up at random, in the shape that reading gives them.
struct InventedCondition {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func condition(depth: Int = 0) -> Condition {
        switch Int.random(in: depth < 3 ? 0...7 : 3...7, using: &generator) {
        case 0: .all(several(depth))
        case 1: .any(several(depth))
        case 2: .not(condition(depth: depth + 1))
        case 3: .missing(term())
        case 4: .same(term(), term())
        default: measured()
        }
    }

    mutating func term() -> Term {
        guard Int.random(in: 0..<8, using: &generator) > 0 else {
            return Term(.constant(["", "x", "O'Neill", "5", "a \"b\" c"].randomElement(using: &generator) ?? ""))
        }
        let parts: [Term.Part?] = [
            nil, nil, nil, nil, .characters(from: 1, count: 3), .characters(from: 4, count: 1), .ending(count: 2),
            .postcodeArea, .postcodeDistrict, .postcodeSector, .emailName,
        ]
        return Term(
            .field(field(), Bool.random(using: &generator) ? .left : .right),
            part: parts.randomElement(using: &generator) ?? nil
        )
    }

    mutating func field() -> String {
        ["a", "dob", "Surname", "first name", "x_l", "and", "9th", "é", "say \"so\""].randomElement(using: &generator)
            ?? "a"
    }

    private mutating func several(_ depth: Int) -> [Condition] {
        (0..<Int.random(in: 2...4, using: &generator)).map { _ in condition(depth: depth + 1) }
    }

    private mutating func measured() -> Condition {
        let measure = Measure.allCases.randomElement(using: &generator) ?? .jaro
        let limits = [0.92, 1, 2, 0, 30.4375, 1e-7, -3, 0.1, 365.25, 123_456_789]
        let whole = measure == .daysApart || measure == .numberApart
        return .measured(
            measure,
            whole ? Term(.field(field(), .left)) : term(),
            whole ? Term(.field(field(), .right)) : term(),
            Bound.allCases.randomElement(using: &generator) ?? .exactly,
            limits.randomElement(using: &generator) ?? 1
        )
    }
}
