import Values

/// Sums by financial year under a limit or a share, always on the sum since the beginning: so a year takes what is left
/// after the years before, and the years come to the whole.
enum YearSums {
    /// Tells of each year in which holding the sum within a limit changes something: the year, its amount, the change.
    ///
    /// A limit that never turns two sums round keeps every limit before it.
    @inline(__always)
    static func hold(
        _ amounts: ArraySlice<Int64>,
        within limit: (Int64) -> Int64,
        _ changed: (Int, Int64, Int64) -> Void
    ) {
        var sum: Int64 = 0
        var held: Int64 = 0
        for year in amounts.indices {
            sum += amounts[year]
            let next = limit(sum)
            let change = next - held - amounts[year]
            if change != 0 { changed(year, amounts[year], change) }
            held = next
        }
    }

    /// Tells of each year to which a part of the sum, rounded half away from zero and up to a most, adds something.
    @inline(__always)
    static func take(
        _ part: Share,
        of amounts: [Int64],
        upTo most: Money?,
        _ changed: (Int, Int64, Int64) -> Void
    ) {
        var sum: Int64 = 0
        var taken: Int64 = 0
        for year in amounts.indices {
            sum += amounts[year]
            var whole = part.of(Money(pence: sum)).pence
            if let most { whole = min(whole, most.pence) }
            if whole != taken { changed(year, amounts[year], whole - taken) }
            taken = whole
        }
    }
}

extension Contract {
    /// Whether lines of each clause are part of what a clause looks at: those it stands on, and what earlier floors, caps
    /// and retentions changed in them.
    func looksAt(_ position: Int) -> [Bool] {
        let targets = Set(clauses[position].on)
        return clauses.indices.map { other in
            let clause = clauses[other]
            if clause.rule.kind.earns { return targets.contains(other) }
            return other < position && clause.rule.kind <= .retention && targets.isSuperset(of: clause.on)
        }
    }

    /// The last days of whole periods of a fee that have ended by a day.
    func feeEnds(_ every: FeePeriod, during: Period, by day: Day) -> [Day] {
        var ends: [Day] = []
        while true {
            let last = during.from.adding(months: every.months * (ends.count + 1)) - 1
            guard last <= during.to, last <= day else { return ends }
            ends.append(last)
        }
    }
}
