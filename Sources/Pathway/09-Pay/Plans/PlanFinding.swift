package import Values

/// What trying a plan against itself and its document has found, with the numbers it rests on.
package struct PlanFinding: Sendable {
    package let kind: Kind
    package let standing: Standing
    /// What was found, in a sentence.
    package let sentence: String
    package let evidence: [Evidence]

    /// What was tried.
    package enum Kind: String, CaseIterable, Sendable {
        /// Something the document states.
        case statement
        /// A cumulative line whose label promises another.
        case label
        /// Totals that must be equal.
        case totals
        /// Headings of a part year that are paid for unequal parts.
        case partYear = "part_year"
        /// Years that are not compared with the year before.
        case comparison
        /// A saving that is the service ending.
        case ending
        /// A place in the programme's home against the placement it replaces.
        case placePrice = "place_price"
        /// Prices and numbers that never change.
        case flat
        /// What would have happened anyway.
        case counterfactual
        /// Income that the plan's document names and its table does not count.
        case income
        /// Beds against children.
        case capacity
    }

    package enum Standing: String, CaseIterable, Sendable {
        /// Tried, and it is so.
        case holds
        /// Tried, and it is not so.
        case differs
        /// To be known before the plan is relied on.
        case caution
    }

    /// A number that a finding rests on.
    package struct Evidence: Sendable {
        package let words: String
        package let value: Value

        package enum Value: Sendable {
            case money(Money)
            case number(Double, places: Int)
        }

        package init(_ words: String, _ money: Money) {
            self.words = words
            value = .money(money)
        }

        package init(_ words: String, _ number: Double, places: Int) {
            self.words = words
            value = .number(number, places: places)
        }
    }

    package init(_ kind: Kind, _ standing: Standing, _ sentence: String, _ evidence: [Evidence]) {
        self.kind = kind
        self.standing = standing
        self.sentence = sentence
        self.evidence = evidence
    }
}

extension PlanTable {
    /// Everything that was tried, what does not hold first.
    package var findings: [PlanFinding] {
        let all = statementFindings + structureFindings
        return PlanFinding.Standing.inOrder.flatMap { standing in all.filter { $0.standing == standing } }
    }
}

extension PlanFinding.Standing {
    fileprivate static let inOrder: [PlanFinding.Standing] = [.differs, .caution, .holds]
}
