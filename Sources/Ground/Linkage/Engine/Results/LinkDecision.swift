/// What a person has decided of two records: it stands above every weight.
package struct LinkDecision: Hashable, Sendable {
    package let left: Int
    package let right: Int
    package let isSame: Bool

    package init(left: Int, right: Int, isSame: Bool) {
        self.left = left
        self.right = right
        self.isSame = isSame
    }

    /// The weight a decision stands for: beyond what any evidence reaches.
    static let weight = 1000.0
}

/// Decisions by pairs of profiles.
struct Decisions: Sendable {
    private var weights: [UInt64: Double] = [:]

    init(_ decisions: [LinkDecision], _ profiles: Profiles) {
        for decision in decisions {
            let (a, b) = (profiles.profileOfRecord[decision.left], profiles.profileOfRecord[decision.right])
            guard a != b else { continue }
            weights[Decisions.key(Int(a), Int(b))] = decision.isSame ? LinkDecision.weight : -LinkDecision.weight
        }
    }

    var isEmpty: Bool { weights.isEmpty }

    /// The pairs that are decided to be one person.
    var same: [(Int, Int)] {
        weights.filter { $0.value > 0 }.keys.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }

    subscript(a: Int, b: Int) -> Double? {
        weights.isEmpty ? nil : weights[Decisions.key(a, b)]
    }

    private static func key(_ a: Int, _ b: Int) -> UInt64 {
        UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    }
}
