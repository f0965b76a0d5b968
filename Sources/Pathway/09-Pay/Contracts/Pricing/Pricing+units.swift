package import Values

extension Pricing {
    mutating func units(_ position: Int, _ unit: UnitPrice, _ factor: Factor) {
        switch unit.unit {
        case .careDayAvoided(let baseline):
            var days = YearDays(years: yearStarts.count)
            for member in 0..<facts.count where eligible[member] {
                count(&days, of: member, baseline)
                for year in days.first...days.last {
                    let avoided = days.expected[year] - 1_000_000 * Int64(days.inCare[year])
                    guard days.nights[year] > 0, avoided != 0 else { continue }
                    add(
                        position,
                        .member(Int32(truncatingIfNeeded: member)),
                        year,
                        avoided > 0 ? .avoided : .exceeded,
                        Share(Int(avoided), of: 1_000_000).reduced,
                        unit.price,
                        factor
                    )
                }
            }
        case .eventAvoided:
            for index in facts.results.indices where isReported(index) {
                let avoided = facts.results[index].avoided
                var own = factor
                if factor.anyCohort.map({ facts.results[index].reduction.isAtLeast($0) }) ?? false {
                    own = factor.whenPassed
                }
                add(
                    position,
                    .result(Int32(truncatingIfNeeded: index)),
                    year(of: facts.results[index].reportedOn),
                    avoided.numerator < 0 ? .exceeded : .avoided,
                    avoided,
                    unit.price,
                    own
                )
            }
        }
    }

    func isReported(_ index: Int) -> Bool {
        let result = facts.results[index]
        return result.comparisonMembers > 0 && contract.term.starts.from <= result.reportedOn
            && result.reportedOn <= day
    }

    /// Counts a member's nights, those expected in care (in millionths) and those spent there, by financial year.
    func count(_ days: inout YearDays, of member: Int, _ baseline: UnitPrice.Baseline) {
        let start = facts.startedOn[member]
        let until = min(start.adding(months: baseline.windowMonths), day + 1)
        days.first = year(of: start)
        days.last = year(of: until - 1)
        for year in days.first...days.last {
            let from = max(start, yearStarts[year])
            let end = year + 1 < yearStarts.count ? min(until, yearStarts[year + 1]) : until
            days.nights[year] = max(0, end - from)
            days.inCare[year] = facts.nightsInCare(member: member, from: from, until: max(from, end))
            days.expected[year] = Int64(days.nights[year]) * baseline.perMillion[0]
        }
        guard baseline.perMillion.count > 1 else { return }
        expect(&days, from: start, until: until, baseline)
    }

    /// The nights expected in care where the baseline changes with the months since the start.
    private func expect(_ days: inout YearDays, from start: Day, until: Day, _ baseline: UnitPrice.Baseline) {
        for year in days.first...days.last { days.expected[year] = 0 }
        var from = start
        for month in 0..<baseline.windowMonths where from < until {
            let end = min(start.adding(months: month + 1), until)
            let first = year(of: from)
            // A month lies in one financial year or runs over into the next.
            let turn = first + 1 < yearStarts.count ? min(end, yearStarts[first + 1]) : end
            days.expected[first] += Int64(turn - from) * baseline.rate(inMonth: month)
            if turn < end { days.expected[first + 1] += Int64(end - turn) * baseline.rate(inMonth: month) }
            from = end
        }
    }
}

/// A member's nights by financial year, written over for the next one.
struct YearDays {
    var first = 0
    var last = 0
    var nights: [Int]
    var inCare: [Int]
    /// In millionths of a night.
    var expected: [Int64]

    init(years: Int) {
        nights = [Int](repeating: 0, count: years)
        inCare = nights
        expected = [Int64](repeating: 0, count: years)
    }
}

extension CohortResult {
    /// Events fewer than the comparison group's rate would have given; an exact fraction, below nought if there were more.
    package var avoided: Share {
        Share(comparisonEvents * members - events * comparisonMembers, of: comparisonMembers).reduced
    }

    /// The part by which events are fewer than in the comparison group.
    package var reduction: Share {
        Share(comparisonEvents * members - events * comparisonMembers, of: comparisonEvents * members)
    }
}
