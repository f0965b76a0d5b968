package import Values

/// A contract laid out for pricing many cohorts at the ends of the same quarters: sums, without a statement's lines.
///
/// It comes to the same pence as a `Statement` on each of those days, for what a simulation draws: cohorts whose outcomes
/// are proven on the day they are reached, and on which no evaluator reports. What hangs on the day a member starts alone
/// is worked out here once, so that a cohort costs what happens in it and not its members times its quarters.
package struct QuarterPricing: Sendable {
    let contract: Contract
    let ends: [Day]
    /// Financial years of the contract.
    let years: Int
    /// The year of each quarter's last day.
    let yearAtEnd: [Int]
    /// Whether each quarter ends with the last claim.
    let isLast: [Bool]
    let firstStart: Day
    /// The year and the quarter of each day from the first start to the last claim.
    let yearOfDay: [Int32]
    let quarterOfDay: [Int32]
    /// How many days there are to start on.
    let startDays: Int
    /// The last day on which each outcome counts, by the day of the start.
    let deadlines: [Day]
    /// The clauses that pay members for starting or for outcomes, in order.
    let payments: [MemberPayment]
    /// The outcome each of them pays for; below nought for starting.
    let paidOutcomes: [Int]
    /// What each of them pays, by the day of the start: pence before and after its shares; below nought where nothing.
    let prices: [Int64]
    let fullPrices: [Int64]
    let units: [UnitSteps]
    let fees: [QuarterFee]
    /// Floors and caps per member, in order.
    let memberLimits: [SumClause]
    /// Floors and caps per year and contract, retentions, tax and grants, in order.
    let wholeLimits: [SumClause]
    /// Clauses that count members and leave some unpaid.
    let counts: [CountClause]
    /// The shares on each clause; where a threshold or a band stands on one, those of a cohort without any success.
    let shares: [Share]
    /// The clauses whose shares hang on the cohort.
    let varying: [Int]
    let measures: [CohortMeasure]
    /// The clauses whose sums are the net amount, and those whose sums are the grant.
    let netClauses: [Int]
    let grantClauses: [Int]
    let outcomes: Int
    let clauses: Int
    /// Whether every member has something due on the last day, having anything or not.
    let hasMemberFloor: Bool

    /// Lays a contract out.
    ///
    /// - Parameters:
    ///   - contract: its clauses.
    ///   - ends: the last days of its quarters, in order, up to and with its last claim.
    package init(_ contract: Contract, ends: [Day]) {
        let starts = contract.term.starts
        let calendar = Pricing(contract, QuarterPricing.oneEachDay(starts), asAt: .latest, counting: .delivered)
        let days = Int(max(0, contract.term.lastClaim - starts.from) + 1)
        self.contract = contract
        self.ends = ends
        years = calendar.yearStarts.count
        yearAtEnd = ends.map(calendar.year(of:))
        isLast = ends.map { $0 >= contract.term.lastClaim }
        firstStart = starts.from
        startDays = starts.days
        yearOfDay = (0..<days).map { Int32(calendar.year(of: starts.from + $0)) }
        quarterOfDay = (0..<days).map { day in
            Int32(ends.firstIndex { starts.from + day <= $0 } ?? ends.count)
        }
        deadlines = (0..<starts.days).flatMap { offset in
            contract.outcomes.map { outcome in
                let last = outcome.withinMonths.map { (starts.from + offset).adding(months: $0) - 1 }
                return min(contract.term.lastClaim, last ?? contract.term.lastClaim)
            }
        }
        let shares = contract.clauses.indices.map { position in
            contract.factor(of: position, asAt: .earliest, value: { _ in .nothing }).share
        }
        self.shares = shares
        measures = contract.measures
        netClauses = contract.clauses.indices.filter { contract.clauses[$0].rule.kind <= .retention }
        grantClauses = contract.clauses.indices.filter { contract.clauses[$0].rule.kind == .grant }
        outcomes = contract.outcomes.count
        clauses = contract.clauses.count
        varying = contract.clauses.indices.filter { position in
            contract.clauses.contains { $0.rule.isMeasured && $0.on.contains(position) }
        }
        payments = MemberPayment.all(contract)
        paidOutcomes = payments.map { $0.outcome ?? -1 }
        (prices, fullPrices) = MemberPayment.prices(payments, contract, shares)
        units = UnitSteps.all(contract, calendar, ends: ends, shares)
        fees = QuarterFee.all(contract, ends: ends, year: calendar.year(of:))
        counts = CountClause.all(contract)
        memberLimits = SumClause.all(contract).filter(\.isPerMember)
        wholeLimits = SumClause.all(contract).filter { !$0.isPerMember }
        hasMemberFloor = memberLimits.contains { $0.isFloor }
    }

    /// One member that starts on each day, with nothing known of it.
    private static func oneEachDay(_ starts: Period) -> CohortFacts {
        var facts = CohortFacts([])
        for offset in 0..<starts.days { facts.start(on: starts.from + offset) }
        return facts
    }

    /// What a cohort comes to at the end of each quarter.
    package func sums(of facts: CohortFacts) -> [QuarterSum] {
        var work = QuarterWork(self)
        work.price(facts, self)
        return work.sums
    }
}

/// What a contract comes to at the end of a quarter, in all since the start.
package struct QuarterSum: Hashable, Sendable {
    /// Net, without tax.
    package var net = Money.zero
    /// What the grant funder bears of it.
    package var grant = Money.zero
    /// Whether a cap on a year or on the whole contract takes something away.
    package var isCapped = false
    /// Nights fewer than expected, in millionths.
    package var avoided: Int64 = 0
}

extension ClauseRule {
    /// The measure of the whole cohort it looks at.
    fileprivate var measure: CohortMeasure? {
        switch self {
        case .threshold(let measure, _), .band(let measure, _): measure
        default: nil
        }
    }

    fileprivate var isMeasured: Bool { measure != nil }
}

extension Contract {
    /// The measures its clauses look at, each once.
    fileprivate var measures: [CohortMeasure] {
        var measures: [CohortMeasure] = []
        for clause in clauses {
            if let measure = clause.rule.measure, !measures.contains(measure) { measures.append(measure) }
        }
        return measures
    }
}
