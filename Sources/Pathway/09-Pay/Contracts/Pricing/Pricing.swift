package import Values

/// The evaluation of a contract's clauses on the facts of a cohort, in the order of `ClauseKind`.
struct Pricing {
    let contract: Contract
    let facts: CohortFacts
    /// The day, or the last claim if that is earlier: no fact after it counts.
    let day: Day
    let proof: Statement.Proof
    /// The financial years of the contract, and the first day of each.
    let firstYear: Int
    let yearStarts: [Day]
    /// Members that started in the term and by the day.
    let eligible: [Bool]
    let eligibleCount: Int
    /// Within how many months of the start each outcome counts.
    private let withinMonths: [Int?]
    var lines: [StatementLine] = []

    init(_ contract: Contract, _ facts: CohortFacts, asAt day: Day, counting proof: Statement.Proof) {
        self.contract = contract
        self.facts = facts
        self.day = min(day, contract.term.lastClaim)
        self.proof = proof
        firstYear = FinancialYear(containing: contract.term.starts.from).startYear
        let lastYear = FinancialYear(containing: contract.term.lastClaim).startYear
        yearStarts = (firstYear...lastYear).map { FinancialYear(startYear: $0).period.from }
        let starts = contract.term.starts
        let last = self.day
        eligible = facts.startedOn.map { starts.contains($0) && $0 <= last }
        eligibleCount = eligible.count { $0 }
        withinMonths = contract.outcomes.map(\.withinMonths)
        lines.reserveCapacity(eligibleCount * 2)
    }

    /// Which of the contract's years a day of the term lies in, counted from nought.
    @inline(__always)
    func year(of day: Day) -> Int {
        var year = yearStarts.count - 1
        while year > 0, day < yearStarts[year] { year -= 1 }
        return year
    }

    func startYear(_ year: Int) -> Int32 { Int32(truncatingIfNeeded: firstYear + year) }

    /// The day by which an outcome must be proven to count; nil where it need not be.
    var provenBy: Day? { proof == .proven ? day : nil }

    /// The day on which a member reached an outcome in time.
    @inline(__always)
    func reached(_ outcome: Int, _ member: Int) -> Day? {
        let start = facts.startedOn[member]
        var last = day
        if let months = withinMonths[outcome] { last = min(last, start.adding(months: months) - 1) }
        return facts.day(of: outcome, member: member, from: start, to: last, provenBy: provenBy)
    }

    mutating func evaluate() {
        earn()
        for position in contract.clauses.indices {
            let clause = contract.clauses[position]
            switch clause.rule {
            case .floor(let scope, let amount):
                let least = day >= contract.term.lastClaim ? amount : .zero
                hold(position, scope, .raisedToFloor) { max($0, least.pence) }
            case .cap(let scope, let amount):
                hold(position, scope, .heldToCap) { min($0, amount.pence) }
            case .retention(let part, let until):
                if day < until { takePart(part, position, .retained, sign: -1, upTo: nil) }
            case .vat(let part): takePart(part, position, .tax, sign: 1, upTo: nil)
            case .grant(let part, let most): takePart(part, position, .grantShare, sign: 1, upTo: most)
            default: continue
            }
        }
    }
}

extension Statement {
    /// Evaluates a contract on the facts of its cohort as at a day.
    ///
    /// Every line is rounded to the penny once, half away from zero, after all shares; between there are exact fractions.
    package init(_ contract: Contract, _ facts: CohortFacts, asAt day: Day, counting proof: Proof = .proven) {
        var pricing = Pricing(contract, facts, asAt: day, counting: proof)
        pricing.evaluate()
        self.contract = contract
        self.day = day
        self.proof = proof
        memberIDs = facts.ids
        resultIDs = facts.results.map(\.id)
        lines = pricing.lines
    }
}
