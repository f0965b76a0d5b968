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
            let key = Decisions.key(Int(a), Int(b))
            // Where both are said of what is one pair of profiles, they stay apart.
            weights[key] = min(weights[key] ?? .infinity, decision.isSame ? LinkDecision.weight : -LinkDecision.weight)
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

extension [LinkDecision] {
    /// The records that need a profile of their own whatever they say: those that are kept apart from another, and those
    /// that are to be joined though their values, alike as they are, would not join them.
    func namedApart(_ hashes: [UInt64]) -> Set<Int> {
        var records: Set<Int> = []
        for decision in self where !decision.isSame || hashes[decision.left] == hashes[decision.right] {
            records.formUnion([decision.left, decision.right])
        }
        return records
    }
}

extension RawColumns {
    /// A hash of what the record is called.
    func nameHash(_ record: Int) -> UInt64 {
        let source = Array(source(record).utf8).withUnsafeBufferPointer { Hash.of($0) }
        let id = recordIDs[recordIDRange(record)].withUnsafeBufferPointer { Hash.of($0) }
        return Hash.combine(source, id)
    }
}
