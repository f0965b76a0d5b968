import Values

// Stages 8 to 13: floors, caps, retention, tax and grant, each on the sum of the lines so far.
extension Pricing {
    /// Holds a sum within a limit, and adds the difference as lines, year by year.
    ///
    /// The limit is on the sum since the beginning (`YearSums`); per year each stands alone.
    mutating func hold(_ position: Int, _ scope: Scope, _ reason: LineReason, within limit: (Int64) -> Int64) {
        let looks = contract.looksAt(position)
        let years = yearStarts.count
        switch scope {
        case .member:
            var sums = [Int64](repeating: 0, count: facts.count * years)
            for line in lines where looks[Int(line.clause)] {
                guard case .member(let member) = line.subject else { continue }
                sums[Int(member) * years + Int(line.startYear) - firstYear] += line.amount.pence
            }
            let last = year(of: day)
            for member in 0..<facts.count where eligible[member] {
                let first = year(of: facts.startedOn[member])
                hold(
                    position,
                    .member(Int32(truncatingIfNeeded: member)),
                    sums[member * years + first...member * years + last],
                    from: member * years,
                    reason,
                    within: limit
                )
            }
        case .year:
            let sums = sumsByYear(looks)
            for year in 0...self.year(of: day) {
                hold(position, .contract, sums[year...year], from: 0, reason, within: limit)
            }
        case .contract:
            hold(position, .contract, sumsByYear(looks)[...year(of: day)], from: 0, reason, within: limit)
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
        YearSums.hold(sums, within: limit) { place, sum, change in
            adjust(position, subject, place - first, reason, on: sum, .whole, by: change)
        }
    }

    /// Adds a part of each year's sum.
    mutating func takePart(_ part: Share, _ position: Int, _ reason: LineReason, sign: Int64, upTo most: Money?) {
        YearSums.take(part, of: sumsByYear(contract.looksAt(position)), upTo: most) { year, sum, change in
            adjust(position, .contract, year, reason, on: sum, part, by: sign * change)
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
