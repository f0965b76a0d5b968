import Values

/// The columns in which a cohort is priced, used again for the next one.
///
/// First it is resolved when each member starts and reaches what; then, where clauses look at the cohort, what their
/// shares are in each quarter; then each member is followed through the quarters in which anything of it changes; and at
/// last the sums are added up quarter by quarter, and limits are put on them.
struct QuarterWork {
    private(set) var sums: [QuarterSum]
    /// The day on which each member starts, from the first; below nought where it is outside the term.
    var starts: [Int32] = []
    /// The quarter and the year in which each member reaches each outcome; `never` where it does not.
    var reachedIn: [Int32] = []
    var reachedYear: [Int32] = []
    var reachedOn: [Day] = []
    /// Whether a clause leaves a member unpaid, by member and payment; empty where no clause does.
    var unpaid: [Bool] = []
    /// The shares on each clause by quarter, and whether they are others than a quarter before; empty where none vary.
    var shares: [Share] = []
    var isOther: [Bool]
    /// What changes in each quarter, by clause and year.
    var changes: [Int64]
    /// The amounts of one member, by clause and year, and the nights counted for it, by unit clause and year.
    var amounts: [Int64]
    var counted: [Int64]
    var paidMember: [Int64]
    /// Nights fewer than expected on the last day, in millionths.
    var avoided: Int64 = 0

    static let never = Int32.max

    init(_ pricing: QuarterPricing) {
        let cells = pricing.clauses * pricing.years
        sums = [QuarterSum](repeating: QuarterSum(), count: pricing.ends.count)
        isOther = [Bool](repeating: false, count: pricing.ends.count)
        changes = [Int64](repeating: 0, count: cells * pricing.ends.count)
        amounts = [Int64](repeating: 0, count: cells)
        counted = [Int64](repeating: 0, count: pricing.units.count * pricing.years)
        paidMember = [Int64](repeating: 0, count: pricing.payments.count)
    }

    mutating func price(_ facts: CohortFacts, _ pricing: QuarterPricing) {
        resolve(facts, pricing)
        count(pricing)
        if !pricing.varying.isEmpty { share(facts, pricing) }
        for cell in changes.indices { changes[cell] = 0 }
        avoided = 0
        for member in 0..<starts.count where starts[member] >= 0 { follow(member, facts, pricing) }
        sum(pricing)
    }

    /// When each member starts, and when it reaches each outcome in time.
    private mutating func resolve(_ facts: CohortFacts, _ pricing: QuarterPricing) {
        let outcomes = pricing.outcomes
        starts.removeAll(keepingCapacity: true)
        reachedIn.removeAll(keepingCapacity: true)
        reachedYear.removeAll(keepingCapacity: true)
        reachedOn.removeAll(keepingCapacity: true)
        for member in 0..<facts.count {
            let start = facts.startedOn[member]
            let offset = start - pricing.firstStart
            let isIn = 0 <= offset && offset < pricing.startDays
            starts.append(isIn ? Int32(offset) : -1)
            for outcome in 0..<outcomes {
                let last = isIn ? pricing.deadlines[offset * outcomes + outcome] : start - 1
                let on = facts.day(of: outcome, member: member, from: start, to: last, provenBy: nil)
                let day = on.map { $0 - pricing.firstStart } ?? 0
                reachedIn.append(on == nil ? QuarterWork.never : pricing.quarterOfDay[day])
                reachedYear.append(on == nil ? 0 : pricing.yearOfDay[day])
                reachedOn.append(on ?? .latest)
            }
        }
    }

    /// Marks those left unpaid by count: the order of the days holds on every later day too, so it is found once.
    private mutating func count(_ pricing: QuarterPricing) {
        guard !pricing.counts.isEmpty else { return }
        let (width, outcomes) = (pricing.payments.count, pricing.outcomes)
        unpaid.removeAll(keepingCapacity: true)
        unpaid.append(contentsOf: repeatElement(false, count: starts.count * width))
        for clause in pricing.counts {
            var order: [(day: Day, member: Int)] = []
            for member in 0..<starts.count where starts[member] >= 0 {
                let offset = Int(starts[member])
                var first = Day.latest
                for place in clause.on where pricing.prices[offset * width + place] >= 0 {
                    let outcome = pricing.paidOutcomes[place]
                    let day = outcome >= 0 ? reachedOn[member * outcomes + outcome] : pricing.firstStart + offset
                    first = min(first, day)
                }
                if first < .latest { order.append((first, member)) }
            }
            order.sort { ($0.day, $0.member) < ($1.day, $1.member) }
            for (place, item) in order.enumerated() where place % clause.of >= clause.paid {
                for payment in clause.on { unpaid[item.member * width + payment] = true }
            }
        }
    }

    /// Adds the quarters up, with fees and what limits, retentions, tax and grants change in all.
    private mutating func sum(_ pricing: QuarterPricing) {
        let years = pricing.years
        let cells = amounts.count
        var whole = [Int64](repeating: 0, count: cells)
        for quarter in sums.indices {
            for cell in 0..<cells { whole[cell] += changes[quarter * cells + cell] }
            for fee in pricing.fees {
                let share = share(of: fee.clause, quarter, pricing)
                for year in 0..<years {
                    let periods = fee.ended[quarter].count { $0 == year }
                    let amount = Int128(fee.amount.pence) * Int128(periods) * Int128(share.numerator)
                    whole[fee.clause * years + year] = Money(rounding: amount, over: Int128(share.denominator)).pence
                }
            }
            let isCapped = limit(&whole, quarter, pricing)
            var sum = QuarterSum(isCapped: isCapped, avoided: avoided)
            for clause in pricing.netClauses { sum.net = sum.net + amount(of: clause, whole, pricing) }
            for clause in pricing.grantClauses { sum.grant = sum.grant + amount(of: clause, whole, pricing) }
            sums[quarter] = sum
        }
    }

    private func amount(of clause: Int, _ whole: [Int64], _ pricing: QuarterPricing) -> Money {
        var pence: Int64 = 0
        for year in 0..<pricing.years { pence += whole[clause * pricing.years + year] }
        return Money(pence: pence)
    }

    /// What the shares leave of a clause in a quarter.
    func share(of clause: Int, _ quarter: Int, _ pricing: QuarterPricing) -> Share {
        shares.isEmpty ? pricing.shares[clause] : shares[quarter * pricing.clauses + clause]
    }
}
