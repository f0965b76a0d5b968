import Values

extension PlanTable {
    /// What the document states against what the plan comes to.
    var statementFindings: [PlanFinding] {
        plan.statements.map { statement in
            switch statement.claim {
            case .amounts(let line, let stated, let nearest):
                amounts(statement, self.line(line), stated, nearest: nearest)
            case .number(let comparison, let operand, let terms):
                number(statement, comparison, operand, terms)
            }
        }
    }

    private func amounts(
        _ statement: PlanStatement,
        _ line: PlanLine?,
        _ stated: [PlanStatement.StatedAmount],
        nearest: Int64
    ) -> PlanFinding {
        guard let line else {
            return PlanFinding(
                .statement,
                .caution,
                "\(statement.place): “\(statement.words)” is not part of this way of paying.",
                []
            )
        }
        let wrong = stated.filter { !matches(line, $0, nearest) }
        guard !wrong.isEmpty else {
            let count = stated.count == 1 ? "1 amount comes" : "\(stated.count) amounts come"
            return PlanFinding(
                .statement,
                .holds,
                "\(statement.place): \(count) out as stated.",
                rounding(statement, stated, nearest)
            )
        }
        if let other = lines.first(where: { other in stated.allSatisfy { matches(other, $0, nearest) } }) {
            return mislabelled(statement, line, other, stated)
        }
        return PlanFinding(
            .statement,
            .differs,
            "\(statement.place): “\(statement.words)” comes out differently in "
                + "\(wrong.map(\.year.short).joined(separator: ", ")).",
            wrong.flatMap { amount in
                [
                    PlanFinding.Evidence("\(amount.year.short), stated", amount.amount),
                    PlanFinding.Evidence("\(amount.year.short), by this plan", self.amount(line, amount.year) ?? .zero),
                ]
            }
        )
    }

    /// The words promise one line, and the amounts are another's.
    private func mislabelled(
        _ statement: PlanStatement,
        _ line: PlanLine,
        _ other: PlanLine,
        _ stated: [PlanStatement.StatedAmount]
    ) -> PlanFinding {
        let last = stated.last
        var evidence = last.map { [PlanFinding.Evidence("Stated for \($0.year.short)", $0.amount)] } ?? []
        if let year = last?.year {
            for found in [other, line] {
                evidence.append(PlanFinding.Evidence("\(found.label), \(year.short)", amount(found, year) ?? .zero))
            }
            let whole = stated.map(\.year).compactMap { cell("cash", $0)?.amount }
            evidence.append(PlanFinding.Evidence("Cash in the years stated alone", whole.total))
        }
        return PlanFinding(
            .label,
            .differs,
            "\(statement.place): what is called “\(statement.words)” is the \(lowercasedFirst(other.label)), not the "
                + "\(lowercasedFirst(line.label)).",
            evidence
        )
    }

    /// What rounding does to a sum of rounded amounts; nothing where it does nothing.
    private func rounding(
        _ statement: PlanStatement,
        _ stated: [PlanStatement.StatedAmount],
        _ nearest: Int64
    ) -> [PlanFinding.Evidence] {
        guard nearest > 100, case .amounts(let id, _, _) = statement.claim, let line = self.line(id) else { return [] }
        let exact = stated.compactMap { amount(line, $0.year) }.total
        let sum = stated.map(\.amount).total
        guard rounded(exact, to: nearest) != sum else { return [] }
        return [
            PlanFinding.Evidence("Sum of the rounded amounts", sum),
            PlanFinding.Evidence("Sum of the exact amounts", exact),
        ]
    }

    private func matches(_ line: PlanLine, _ stated: PlanStatement.StatedAmount, _ nearest: Int64) -> Bool {
        guard let amount = amount(line, stated.year) else { return false }
        return rounded(amount, to: nearest) == stated.amount
    }

    private func amount(_ line: PlanLine, _ year: FinancialYear) -> Money? {
        years.firstIndex(of: year).flatMap { line.cells[$0]?.amount }
    }

    /// To the nearest so many pence, half away from zero.
    private func rounded(_ money: Money, to nearest: Int64) -> Money {
        let half = money.pence < 0 ? -nearest / 2 : nearest / 2
        return Money(pence: (money.pence + half) / nearest * nearest)
    }

    private func number(
        _ statement: PlanStatement,
        _ comparison: PlanStatement.Comparison,
        _ operand: PlanStatement.Operand,
        _ terms: [PlanStatement.Term]
    ) -> PlanFinding {
        guard let stated = plan.value(operand, self), let found = plan.value(terms, self) else {
            return PlanFinding(.statement, .caution, "\(statement.place): “\(statement.words)” cannot be tried.", [])
        }
        let places: Int = if case .number(let number) = operand { Int(number.places) } else { 2 }
        let holds =
            switch comparison {
            case .equals: Swift.abs(found - stated) <= 0.5 / Double(powerOfTen(places)) + 1e-9
            case .atLeast: found >= stated
            case .atMost: found <= stated
            }
        return PlanFinding(
            .statement,
            holds ? .holds : .differs,
            "\(statement.place): \(statement.words): stated \(comparison.words)\(plan.words(operand)), and it "
                + (holds ? "holds." : "does not come out."),
            [
                PlanFinding.Evidence("Stated", stated, places: min(6, max(places, 0))),
                PlanFinding.Evidence(plan.words(terms), found, places: 2),
            ]
        )
    }

    func lowercasedFirst(_ words: String) -> String {
        words.prefix(1).lowercased() + words.dropFirst()
    }
}

extension PlanStatement.Comparison {
    fileprivate var words: String {
        switch self {
        case .equals: ""
        case .atLeast: "at least "
        case .atMost: "at most "
        }
    }
}
