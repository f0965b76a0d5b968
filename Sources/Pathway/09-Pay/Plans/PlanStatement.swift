package import Values

/// A number that the plan's document gives, by name.
package struct PlanQuantity: Hashable, Sendable {
    package let id: String
    package let words: String
    package let value: Value

    package enum Value: Hashable, Sendable {
        case number(Decimal)
        /// An amount of the plan's table, in pounds.
        case cell(PlanCell.Place)
    }
}

/// Something the plan's document states, which the program tries.
package struct PlanStatement: Hashable, Sendable {
    /// Where it stands: `Appendix 1, Cumulative Saving`.
    package let place: String
    /// What it says: `Cumulative saving`.
    package let words: String
    package let claim: Claim

    package enum Claim: Hashable, Sendable {
        /// Amounts of a line of the table, each rounded to so many pence.
        case amounts(line: String, [StatedAmount], nearest: Int64)
        /// A number that others give.
        case number(Comparison, Operand, terms: [Term])
    }

    package struct StatedAmount: Hashable, Sendable {
        package let year: FinancialYear
        package let amount: Money
    }

    package enum Comparison: String, CaseIterable, Sendable {
        case equals
        case atLeast = "at_least"
        case atMost = "at_most"
    }

    /// A product, divided by others; terms are added up.
    package struct Term: Hashable, Sendable {
        package let times: [Operand]
        package let over: [Operand]
    }

    package enum Operand: Hashable, Sendable {
        case number(Decimal)
        /// A quantity of the plan by its id.
        case quantity(String)
    }
}

extension Plan {
    /// What a quantity comes to in this table; nil where it names a cell that the table does not have.
    func value(_ operand: PlanStatement.Operand, _ table: PlanTable) -> Double? {
        switch operand {
        case .number(let number): return number.double
        case .quantity(let id):
            switch quantities.first(where: { $0.id == id })?.value {
            case .number(let number): return number.double
            case .cell(let place): return table.cell(place.line, place.year)?.amount.pounds
            case nil: return nil
            }
        }
    }

    /// What terms add up to; nil where one names nothing, or divides by nought.
    func value(_ terms: [PlanStatement.Term], _ table: PlanTable) -> Double? {
        var sum = 0.0
        for term in terms {
            var product = 1.0
            for operand in term.times {
                guard let value = value(operand, table) else { return nil }
                product *= value
            }
            for operand in term.over {
                guard let value = value(operand, table), value != 0 else { return nil }
                product /= value
            }
            sum += product
        }
        return sum
    }

    /// How a term is written: `entrants × candidates ÷ children in residential care`.
    func words(_ terms: [PlanStatement.Term]) -> String {
        terms.map { term in
            term.times.map(words).joined(separator: " × ") + term.over.map { " ÷ \(words($0))" }.joined()
        }.joined(separator: " + ")
    }

    /// `35 new entrants a year`.
    func words(_ operand: PlanStatement.Operand) -> String {
        switch operand {
        case .number(let number): return "\(number)"
        case .quantity(let id):
            guard let quantity = quantities.first(where: { $0.id == id }) else { return id }
            if case .number(let number) = quantity.value { return "\(number) \(quantity.words)" }
            return quantity.words
        }
    }
}
