import Values

// Stages 8 to 13: floors, caps, retention, tax and grant, each on the sum of the lines so far.
extension Pricing {
    /// Whether lines of each clause are part of what a clause looks at: those it stands on, and what earlier floors, caps
    /// and retentions changed in them.
    private func looksAt(_ position: Int) -> [Bool] {
        let targets = Set(contract.clauses[position].on)
        return contract.clauses.indices.map { other in
            let clause = contract.clauses[other]
            if clause.rule.kind.earns { return targets.contains(other) }
            return other < position && clause.rule.kind <= .retention && targets.isSuperset(of: clause.on)
        }
    }

    /// Holds a sum within a limit, and adds the difference as lines, year by year.
    ///
    /// The limit is on the sum since the beginning, so a year takes what is left of it after the years before; per year
    /// each stands alone. A limit that never turns two sums round keeps every limit before it.
    mutating func hold(_ position: Int, _ scope: Scope, _ reason: LineReason, within limit: (Int64) -> Int64) {
        let looks = looksAt(position)
        let years = yearStarts.count
        switch scope {
        case .member:
            var sums = [Int64](repeating: 0, count: facts.count * years)
            for line in lines where looks[Int(line.clause)] {
                guard case .member(let member) = line.subject else { continue }
                sums[Int(member) * years + Int(line.startYear) - firstYear] += line.amount.pence
            }
            for member in 0..<facts.count where eligible[member] {
                let first = year(of: facts.startedOn[member])
                hold(
                    position,
                    .member(Int32(truncatingIfNeeded: member)),
                    sums[member * years + first..<(member + 1) * years],
                    from: first,
                    reason,
                    within: limit
                )
            }
        case .year:
            let sums = sumsByYear(looks)
            for year in 0...self.year(of: day) {
                hold(position, .contract, sums[year...year], from: year, reason, within: limit)
            }
        case .contract:
            hold(position, .contract, sumsByYear(looks)[...], from: 0, reason, within: limit)
        }
    }

    private func sumsByYear(_ looks: [Bool]) -> [Int64] {
        var sums = [Int64](repeating: 0, count: yearStarts.count)
        for line in lines where looks[Int(line.clause)] {
            sums[Int(line.startYear) - firstYear] += line.amount.pence
        }
        return sums
    }

    private mutating func hold(
        _ position: Int,
        _ subject: StatementLine.Subject,
        _ sums: ArraySlice<Int64>,
        from first: Int,
        _ reason: LineReason,
        within limit: (Int64) -> Int64
    ) {
        var sum: Int64 = 0
        var held: Int64 = 0
        for (year, amount) in zip(first..., sums) {
            guard year <= self.year(of: day) else { break }
            sum += amount
            let next = limit(sum)
            let change = next - held - amount
            if change != 0 { adjust(position, subject, year, reason, on: amount, .whole, by: change) }
            held = next
        }
    }

    /// Adds a part of each year's sum, rounded on the sum since the beginning so that the years come to the whole.
    mutating func takePart(_ part: Share, _ position: Int, _ reason: LineReason, sign: Int64, upTo most: Money?) {
        var sum: Int64 = 0
        var taken: Int64 = 0
        for (year, amount) in sumsByYear(looksAt(position)).enumerated() {
            sum += amount
            var whole = part.of(Money(pence: sum)).pence
            if let most { whole = min(whole, most.pence) }
            if whole != taken {
                adjust(position, .contract, year, reason, on: amount, part, by: sign * (whole - taken))
            }
            taken = whole
        }
    }

    private mutating func adjust(
        _ position: Int,
        _ subject: StatementLine.Subject,
        _ year: Int,
        _ reason: LineReason,
        on sum: Int64,
        _ part: Share,
        by change: Int64
    ) {
        lines.append(
            StatementLine(
                clause: Int32(truncatingIfNeeded: position),
                subject: subject,
                startYear: startYear(year),
                reason: reason,
                quantity: Share(Int(sum), of: 1),
                unitPrice: .zero,
                factor: part,
                less: .zero,
                amount: Money(pence: change)
            )
        )
    }
}
