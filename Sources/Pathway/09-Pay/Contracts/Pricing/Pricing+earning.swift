import Values

// Stages 3 to 7: quantities, less deadweight, times attribution, price, threshold and band.
extension Pricing {
    mutating func earn() {
        let unpaid = unpaidMembers()
        let paysInstead = clausesStoodInsteadOf()
        // What each member earned by a clause that another stands instead of.
        var earned: [Int: [Int64]] = [:]
        for position in contract.clauses.indices where contract.clauses[position].rule.kind.earns {
            let factor = factor(of: position)
            switch contract.clauses[position].rule {
            case .fee(let amount, let every, let during):
                fees(position, amount, every, during, factor)
            case .attachment(let prices):
                let marks = unpaid[position]
                for member in 0..<facts.count where eligible[member] {
                    let start = facts.startedOn[member]
                    guard let price = prices.price(startedOn: start) else { continue }
                    let isUnpaid = marks.map { $0[member] } ?? false
                    pay(position, member, on: start, price, factor, isUnpaid: isUnpaid, less: 0, .started)
                }
            case .outcome(let outcome, let prices, let others):
                let before = others.compactMap { earned[$0] }
                let pence = outcomes(position, outcome, prices, factor, unpaid[position], before: before)
                if paysInstead.contains(position) { earned[position] = pence }
            case .unit(let unit): units(position, unit, factor)
            default: continue
            }
        }
    }

    /// An outcome's lines; gives what each member has earned by this clause and those it stands instead of.
    private mutating func outcomes(
        _ position: Int,
        _ outcome: Int,
        _ prices: PriceTable,
        _ factor: Factor,
        _ unpaid: [Bool]?,
        before: [[Int64]]
    ) -> [Int64] {
        var earned = [Int64](repeating: 0, count: facts.count)
        for member in 0..<facts.count where eligible[member] {
            for other in before { earned[member] += other[member] }
            guard let on = reached(outcome, member),
                let price = prices.price(startedOn: facts.startedOn[member])
            else { continue }
            let isUnpaid = unpaid.map { $0[member] } ?? false
            let less = earned[member]
            earned[member] += pay(position, member, on: on, price, factor, isUnpaid: isUnpaid, less: less, .reached)
        }
        return earned
    }

    private func clausesStoodInsteadOf() -> Set<Int> {
        Set(
            contract.clauses.flatMap { clause -> [Int] in
                if case .outcome(_, _, let others) = clause.rule { others } else { [] }
            }
        )
    }

    /// Adds a member's line; gives the pence it comes to.
    @discardableResult
    private mutating func pay(
        _ position: Int,
        _ member: Int,
        on: Day,
        _ price: Money,
        _ factor: Factor,
        isUnpaid: Bool,
        less: Int64,
        _ reason: LineReason
    ) -> Int64 {
        let share = isUnpaid ? .nothing : factor.share
        let full = Money(rounding: Int128(price.pence) * Int128(share.numerator), over: Int128(share.denominator))
        let taken = min(less, full.pence)
        lines.append(
            StatementLine(
                clause: Int32(truncatingIfNeeded: position),
                subject: .member(Int32(truncatingIfNeeded: member)),
                startYear: startYear(year(of: on)),
                reason: isUnpaid
                    ? .wouldHaveHappened : factor.isBelow ? .belowThreshold : taken > 0 ? .difference : reason,
                quantity: .whole,
                unitPrice: price,
                factor: share,
                less: Money(pence: taken),
                amount: Money(pence: full.pence - taken)
            )
        )
        return full.pence - taken
    }

    /// Whole periods that have ended, by the financial year of their last day.
    private mutating func fees(_ position: Int, _ amount: Money, _ every: FeePeriod, _ during: Period, _ factor: Factor)
    {
        var ended = [Int](repeating: 0, count: yearStarts.count)
        for last in contract.feeEnds(every, during: during, by: day) { ended[year(of: last)] += 1 }
        for (year, periods) in ended.enumerated() where periods > 0 {
            add(position, .contract, year, .periodsEnded, Share(periods, of: 1), amount, factor)
        }
    }

    /// Adds a line for a quantity at a price.
    mutating func add(
        _ position: Int,
        _ subject: StatementLine.Subject,
        _ year: Int,
        _ reason: LineReason,
        _ quantity: Share,
        _ price: Money,
        _ factor: Factor
    ) {
        let numerator = Int128(quantity.numerator) * Int128(factor.share.numerator) * Int128(price.pence)
        let denominator = Int128(quantity.denominator) * Int128(factor.share.denominator)
        lines.append(
            StatementLine(
                clause: Int32(truncatingIfNeeded: position),
                subject: subject,
                startYear: startYear(year),
                reason: factor.isBelow ? .belowThreshold : reason,
                quantity: quantity,
                unitPrice: price,
                factor: factor.share,
                less: .zero,
                amount: Money(rounding: numerator, over: denominator)
            )
        )
    }
}
