import Values

/// A clause that pays each member once: for starting, or for an outcome.
struct MemberPayment: Sendable {
    /// A position in the contract's clauses.
    let clause: Int
    /// Nil for one that pays for starting.
    let outcome: Int?
    /// Those it stands instead of, as places in the list of these.
    let insteadOf: [Int]

    static func all(_ contract: Contract) -> [MemberPayment] {
        let positions = contract.clauses.indices.filter { contract.clauses[$0].rule.paysMembers }
        return positions.map { position in
            guard case .outcome(let outcome, _, let others) = contract.clauses[position].rule else {
                return MemberPayment(clause: position, outcome: nil, insteadOf: [])
            }
            let places = others.compactMap { other in positions.firstIndex(of: other) }
            return MemberPayment(clause: position, outcome: outcome, insteadOf: places)
        }
    }

    /// The prices by day of start and clause, and what the shares leave of them; -1 where a start has no price.
    static func prices(_ all: [MemberPayment], _ contract: Contract, _ shares: [Share]) -> ([Int64], [Int64]) {
        var prices: [Int64] = []
        var full: [Int64] = []
        for offset in 0..<contract.term.starts.days {
            for payment in all {
                let price = contract.clauses[payment.clause].rule.prices?.price(
                    startedOn: contract.term.starts.from + offset
                )
                prices.append(price?.pence ?? -1)
                full.append(price.map { shares[payment.clause].of($0).pence } ?? -1)
            }
        }
        return (prices, full)
    }
}

/// A fee: how many of its periods have ended in each year, by quarter.
struct QuarterFee: Sendable {
    let clause: Int
    let amount: Money
    /// The year of each period that has ended by a quarter's end.
    let ended: [[Int]]

    static func all(_ contract: Contract, ends: [Day], year: (Day) -> Int) -> [QuarterFee] {
        contract.clauses.indices.compactMap { position in
            guard case .fee(let amount, let every, let during) = contract.clauses[position].rule else { return nil }
            let ended = ends.map { contract.feeEnds(every, during: during, by: $0).map(year) }
            return QuarterFee(clause: position, amount: amount, ended: ended)
        }
    }
}

/// A clause that looks at sums, and the clauses whose sums they are.
struct SumClause: Sendable {
    let clause: Int
    let rule: ClauseRule
    let looks: [Int]
    private let least: Int64
    private let leastAtLast: Int64
    private let most: Int64

    private init(_ clause: Int, _ rule: ClauseRule, looks: [Int]) {
        self.clause = clause
        self.rule = rule
        self.looks = looks
        (least, leastAtLast, most) =
            switch rule {
            case .floor(_, let amount): (0, amount.pence, .max)
            case .cap(_, let amount): (.min, .min, amount.pence)
            default: (.min, .min, .max)
            }
    }

    var isPerMember: Bool { [.floor, .cap].contains(rule.kind) && rule.scope == .member }
    var isFloor: Bool { rule.kind == .floor }

    static func all(_ contract: Contract) -> [SumClause] {
        contract.clauses.indices.compactMap { position in
            let rule = contract.clauses[position].rule
            guard [.floor, .cap, .retention, .vat, .grant].contains(rule.kind) else { return nil }
            let looks = contract.looksAt(position)
            return SumClause(position, rule, looks: looks.indices.filter { looks[$0] })
        }
    }

    /// A sum within the floor or the cap at the end of a quarter.
    ///
    /// A floor binds with the last claim, and before it keeps sums from falling below nought.
    @inline(__always)
    func held(_ sum: Int64, isLast: Bool) -> Int64 { min(most, max(isLast ? leastAtLast : least, sum)) }
}

/// Deadweight by count: of each so many members in the order in which they earned, only the first so many are paid.
struct CountClause: Sendable {
    let paid: Int
    let of: Int
    /// Places in the list of payments.
    let on: [Int]

    static func all(_ contract: Contract) -> [CountClause] {
        let payments = MemberPayment.all(contract)
        return contract.clauses.compactMap { clause in
            guard case .deadweight(.count(let paid, let of)) = clause.rule else { return nil }
            let on = payments.indices.filter { clause.on.contains(payments[$0].clause) }
            return CountClause(paid: paid, of: of, on: on)
        }
    }
}

extension ClauseRule {
    /// What it pays a member; nil for clauses that do not pay members.
    var prices: PriceTable? {
        switch self {
        case .attachment(let prices), .outcome(_, let prices, _): prices
        default: nil
        }
    }
}
