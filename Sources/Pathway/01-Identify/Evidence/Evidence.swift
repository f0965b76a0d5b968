package import Records
package import Values

/// What one rule of a criterion finds about one person, or about the family together: the facts, and whether they reach.
package struct Evidence: Hashable, Sendable {
    /// One row of the register, by its position in the snapshot's list.
    package enum Fact: Hashable, Sendable {
        case event(Int)
        case attendance(Int)
        case status(Int)
        case placement(Int)
        case referral(Int)
        case openCase(Int)
    }

    /// How far the facts go.
    package enum Reach: Hashable, Sendable {
        /// So many facts, where so many are needed.
        case count(Int, needed: Int)
        /// Sessions missed of those possible, where this percentage is needed.
        case sessions(missed: Int, possible: Int, percent: Decimal)
    }

    /// Position among the criteria of the set.
    package let criterion: Int
    /// Position among the rules of the criterion.
    package let rule: Int
    /// Whose facts they are; nil where they are the family's together.
    package let person: Position<Person>?
    package let reach: Reach
    /// Every row counted, at least one.
    package let facts: [Fact]

    package var isMet: Bool { reach.isMet }
}

extension Evidence.Reach {
    /// Tried on exact numbers: missed / possible >= percent / 100.
    package var isMet: Bool {
        switch self {
        case .count(let found, let needed): found >= max(1, needed)
        case .sessions(let missed, let possible, let percent):
            possible > 0 && Decimal(missed * 100).scaled >= percent.scaled * Int128(possible)
        }
    }

    /// How near it comes, 0 to 1 and more, for putting the nearest first.
    var nearness: Double {
        switch self {
        case .count(let found, let needed): Double(found) / Double(max(1, needed))
        case .sessions(let missed, let possible, let percent):
            possible == 0 ? 0 : Double(missed) * 100 / Double(possible) / percent.double
        }
    }
}
