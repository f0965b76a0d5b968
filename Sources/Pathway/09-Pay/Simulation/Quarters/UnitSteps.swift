import Values

/// A clause that pays for nights out of care: by day of start, how the nights expected grow from quarter to quarter.
struct UnitSteps: Sendable {
    let clause: Int
    let price: Money
    /// What the shares leave of the price, where they do not hang on the cohort.
    let rate: UnitRate
    let steps: [Step]
    /// Where the steps of each day of start begin; one more than there are days.
    let from: [Int32]

    /// The nights of one financial year that a member's window has by the end of a quarter, where they changed in it.
    struct Step: Sendable {
        let quarter: Int32
        let year: Int32
        let from: Day
        let until: Day
        /// Nights expected in care, in millionths.
        let expected: Int64
        /// What they come to without a night in care.
        let pence: Int64
    }

    static func all(_ contract: Contract, _ calendar: Pricing, ends: [Day], _ shares: [Share]) -> [UnitSteps] {
        contract.clauses.indices.compactMap { position in
            guard case .unit(let unit) = contract.clauses[position].rule,
                case .careDayAvoided(let baseline) = unit.unit
            else { return nil }
            return UnitSteps(position, unit.price, baseline, calendar, ends: ends, shares[position])
        }
    }

    private init(
        _ clause: Int,
        _ price: Money,
        _ baseline: UnitPrice.Baseline,
        _ calendar: Pricing,
        ends: [Day],
        _ share: Share
    ) {
        self.clause = clause
        self.price = price
        let rate = UnitRate(price, share)
        self.rate = rate
        let positions = ends.map { Pricing(calendar.contract, calendar.facts, asAt: $0, counting: .delivered) }
        var steps: [Step] = []
        var from: [Int32] = [0]
        for member in 0..<calendar.facts.count {
            let start = calendar.facts.startedOn[member]
            let end = start.adding(months: baseline.windowMonths)
            var known = [Int](repeating: 0, count: calendar.yearStarts.count)
            var days = YearDays(years: calendar.yearStarts.count)
            for quarter in ends.indices where start <= ends[quarter] {
                if quarter > 0, ends[quarter - 1] >= end { break }
                positions[quarter].count(&days, of: member, baseline)
                for year in days.first...days.last where days.nights[year] > known[year] {
                    known[year] = days.nights[year]
                    let first = max(start, calendar.yearStarts[year])
                    steps.append(
                        Step(
                            quarter: Int32(quarter),
                            year: Int32(year),
                            from: first,
                            until: first + days.nights[year],
                            expected: days.expected[year],
                            pence: rate.pence(days.expected[year])
                        )
                    )
                }
            }
            from.append(Int32(steps.count))
        }
        self.steps = steps
        self.from = from
    }
}

/// Pence for a millionth of a unit, as one fraction in lowest terms, so that a line is rounded once.
struct UnitRate: Sendable {
    private let numerator: Int128
    private let denominator: Int64
    /// The numerator where a year's nights times it fit in 64 bits.
    private let narrow: Int64?

    init(_ price: Money, _ share: Share) {
        let pence = Share(Int(price.pence), of: 1_000_000).reduced
        let one = Share(Int(pence.numerator), of: Int(share.denominator)).reduced
        let other = Share(Int(share.numerator), of: Int(pence.denominator)).reduced
        numerator = Int128(one.numerator) * Int128(other.numerator)
        denominator = one.denominator * other.denominator
        narrow = numerator < Int128(Int64.max / 400_000_000) ? Int64(numerator) : nil
    }

    /// What so many millionths come to, rounded half away from zero.
    @inline(__always)
    func pence(_ millionths: Int64) -> Int64 {
        guard let narrow else {
            return Money(rounding: Int128(millionths) * numerator, over: Int128(denominator)).pence
        }
        let (quotient, rest) = (millionths &* narrow).quotientAndRemainder(dividingBy: denominator)
        guard rest.magnitude &* 2 >= denominator.magnitude else { return quotient }
        return millionths < 0 ? quotient - 1 : quotient + 1
    }
}
