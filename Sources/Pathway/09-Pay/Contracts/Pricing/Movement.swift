package import Values

/// What a line changed by between two statements.
package struct Movement: Hashable, Sendable {
    /// The clause's id.
    package let clause: String
    package let kind: ClauseKind
    /// The reference of the member or cohort; nil for a line of the contract as a whole.
    package let subject: String?
    package let year: FinancialYear
    package let before: Money
    package let after: Money

    package var amount: Money { after - before }
}

extension Statement {
    /// What changed since another statement of the same contract: the lines that are not the same, in order.
    ///
    /// Between two days it is what is due for the time between them; between two states of the record it is what a
    /// correction changes.
    package func movements(since earlier: Statement) -> [Movement] {
        let before = earlier.amounts
        let after = amounts
        var movements: [Movement] = []
        for key in Set(before.keys).union(after.keys).sorted() {
            let was = before[key] ?? .zero
            let now = after[key] ?? .zero
            guard was != now, let clause = contract.clauses.first(where: { $0.id == key.clause }) else { continue }
            movements.append(
                Movement(
                    clause: key.clause,
                    kind: clause.rule.kind,
                    subject: key.subject.isEmpty ? nil : key.subject,
                    year: key.year,
                    before: was,
                    after: now
                )
            )
        }
        return movements
    }

    private var amounts: [LineKey: Money] {
        var amounts: [LineKey: Money] = [:]
        for line in lines {
            let key = LineKey(
                place: Int(line.clause),
                clause: contract.clauses[Int(line.clause)].id,
                subject: name(of: line.subject) ?? "",
                year: line.year
            )
            amounts[key] = (amounts[key] ?? .zero) + line.amount
        }
        return amounts
    }

    /// The reference a line is about; nil for the contract as a whole.
    package func name(of subject: StatementLine.Subject) -> String? {
        switch subject {
        case .contract: nil
        case .member(let member): memberIDs[Int(member)]
        case .result(let result): resultIDs[Int(result)]
        }
    }
}

private struct LineKey: Hashable, Comparable {
    let place: Int
    let clause: String
    let subject: String
    let year: FinancialYear

    static func < (one: LineKey, other: LineKey) -> Bool {
        (one.place, one.clause, one.subject, one.year) < (other.place, other.clause, other.subject, other.year)
    }
}
