import Pay
import Values

/// A second, plain reading of the clauses: night by night and member by member, with no columns, and slow.
///
/// The amounts by member (nil for the contract) and financial year, after caps and before retention.
struct PlainPricing {
    let contract: Contract
    let members: [MemberHistory]
    let day: Day
    let proof: Statement.Proof
    private(set) var table: [String: [Int: Int64]] = [:]

    init(_ contract: Contract, _ members: [MemberHistory], asAt day: Day, counting proof: Statement.Proof) {
        self.contract = contract
        self.day = min(day, contract.term.lastClaim)
        self.proof = proof
        let last = self.day
        self.members = members.filter { contract.term.starts.contains($0.startedOn) && $0.startedOn <= last }
            .sorted { $0.id < $1.id }
        earn()
        limit()
    }

    var net: Int64 { table.values.flatMap(\.values).reduce(0, +) }

    private mutating func add(_ pence: Int64, _ who: String, _ on: Day) {
        table[who, default: [:]][FinancialYear(containing: on).startYear, default: 0] += pence
    }

    private func reached(_ outcome: Int, _ member: MemberHistory) -> Day? {
        member.outcomes.filter { fact in
            Int(fact.outcome) == outcome && fact.on >= member.startedOn && fact.on <= day
                && (contract.outcomes[outcome].withinMonths.map { fact.on < member.startedOn.adding(months: $0) }
                    ?? true)
                && (proof == .delivered || (fact.provenOn.map { $0 <= day } ?? false))
        }.map(\.on).min()
    }

    /// Pence of a fraction of an amount, half away from zero, by decimal halves rather than by remainders.
    private func rounded(_ numerator: Int128, _ denominator: Int128) -> Int64 {
        let size = (2 * Int128(numerator.magnitude) + denominator) / (2 * denominator)
        return Int64(numerator < 0 ? -size : size)
    }

    private func share(_ position: Int) -> (Int128, Int128) {
        var (top, bottom): (Int128, Int128) = (1, 1)
        for clause in contract.clauses where clause.on.contains(position) {
            switch clause.rule {
            case .deadweight(.part(let part)):
                top *= Int128(part.denominator - part.numerator); bottom *= Int128(part.denominator)
            case .attribution(let part): top *= Int128(part.numerator); bottom *= Int128(part.denominator)
            case .threshold(.successRate(let outcome), let threshold):
                let rate = rate(of: outcome)
                if rate.0 * Int128(threshold.atLeast.denominator) < Int128(threshold.atLeast.numerator) * rate.1
                    || rate.1 == 0
                {
                    top = 0
                }
            case .band(.successRate(let outcome), let bands):
                let rate = rate(of: outcome)
                var pays: (Int128, Int128) = (0, 1)
                for band in bands
                where rate.1 > 0 && rate.0 * Int128(band.from.denominator) >= Int128(band.from.numerator) * rate.1 {
                    pays = (Int128(band.pays.numerator), Int128(band.pays.denominator))
                }
                top *= pays.0
                bottom *= pays.1
            default: continue
            }
        }
        return (top, bottom)
    }

    private func rate(of outcome: Int) -> (Int128, Int128) {
        (Int128(members.count { reached(outcome, $0) != nil }), Int128(members.count))
    }

    private func isUnpaid(_ position: Int, _ member: MemberHistory) -> Bool {
        for clause in contract.clauses where clause.on.contains(position) {
            guard case .deadweight(.count(let paid, let of)) = clause.rule else { continue }
            let ranked = members.compactMap { other -> (Day, String)? in
                let days = clause.on.compactMap { earnedOn($0, other) }
                return days.min().map { ($0, other.id) }
            }.sorted { $0 < $1 }
            if let place = ranked.firstIndex(where: { $0.1 == member.id }), place % of >= paid { return true }
        }
        return false
    }

    private func earnedOn(_ position: Int, _ member: MemberHistory) -> Day? {
        switch contract.clauses[position].rule {
        case .attachment(let prices): prices.price(startedOn: member.startedOn).map { _ in member.startedOn }
        case .outcome(let outcome, let prices, _):
            prices.price(startedOn: member.startedOn).flatMap { _ in reached(outcome, member) }
        default: nil
        }
    }

    private mutating func earn() {
        for (position, clause) in contract.clauses.enumerated() where clause.rule.kind.earns {
            let (top, bottom) = share(position)
            switch clause.rule {
            case .fee(let amount, let every, let during):
                for number in 1...100 {
                    let last = during.from.adding(months: every.months * number) - 1
                    if last <= during.to, last <= day { add(amount.pence, "", last) }
                }
            case .attachment, .outcome:
                for member in members {
                    add(full(position, member) - before(position, member), member.id, earnedOn(position, member) ?? day)
                }
            case .unit(let unit):
                guard case .careDayAvoided(let baseline) = unit.unit else { continue }
                for member in members {
                    for (year, millionths) in nights(member, baseline) {
                        let pence = rounded(millionths * top * Int128(unit.price.pence), 1_000_000 * bottom)
                        add(pence, member.id, FinancialYear(startYear: year).period.from)
                    }
                }
            default: continue
            }
        }
    }

    private func full(_ position: Int, _ member: MemberHistory) -> Int64 {
        guard earnedOn(position, member) != nil, !isUnpaid(position, member) else { return 0 }
        let (top, bottom) = share(position)
        switch contract.clauses[position].rule {
        case .attachment(let prices), .outcome(_, let prices, _):
            return rounded(Int128(prices.price(startedOn: member.startedOn)?.pence ?? 0) * top, bottom)
        default: return 0
        }
    }

    /// What is taken off because the member earned it by the clauses this one stands instead of.
    private func before(_ position: Int, _ member: MemberHistory) -> Int64 {
        guard case .outcome(_, _, let others) = contract.clauses[position].rule else { return 0 }
        let earned = others.reduce(0) { $0 + full($1, member) - before($1, member) }
        return min(earned, full(position, member))
    }

    private func nights(_ member: MemberHistory, _ baseline: UnitPrice.Baseline) -> [Int: Int128] {
        var years: [Int: Int128] = [:]
        for month in 0..<baseline.windowMonths {
            var night = member.startedOn.adding(months: month)
            while night < member.startedOn.adding(months: month + 1), night <= day {
                let inCare = member.care.contains { $0.contains(night) }
                let rate = baseline.perMillion.count == 1 ? baseline.perMillion[0] : baseline.perMillion[month]
                years[FinancialYear(containing: night).startYear, default: 0] += Int128(rate) - (inCare ? 1_000_000 : 0)
                night = night + 1
            }
        }
        return years
    }

    /// Floors and caps on everything, in order; each year takes what is left of a limit after the years before.
    private mutating func limit() {
        let years =
            (FinancialYear(containing: contract.term.starts.from).startYear...FinancialYear(containing: day).startYear)
        for clause in contract.clauses {
            let limit: (Int64) -> Int64
            let scope: Scope
            switch clause.rule {
            case .floor(let per, let amount):
                let least = day < contract.term.lastClaim ? 0 : amount.pence
                limit = { max($0, least) }
                scope = per
            case .cap(let per, let amount):
                limit = { min($0, amount.pence) }
                scope = per
            default: continue
            }
            switch scope {
            case .member:
                for member in members {
                    let first = FinancialYear(containing: member.startedOn).startYear
                    var (sum, held): (Int64, Int64) = (0, 0)
                    for year in years where year >= first {
                        sum += table[member.id]?[year] ?? 0
                        table[member.id, default: [:]][year] = limit(sum) - held
                        held = limit(sum)
                    }
                }
            case .year:
                for year in years {
                    let sum = table.values.reduce(0) { $0 + ($1[year] ?? 0) }
                    table["", default: [:]][year, default: 0] += limit(sum) - sum
                }
            case .contract:
                var (sum, held): (Int64, Int64) = (0, 0)
                for year in years {
                    let own = table.values.reduce(0) { $0 + ($1[year] ?? 0) }
                    sum += own
                    table["", default: [:]][year, default: 0] += limit(sum) - held - own
                    held = limit(sum)
                }
            }
        }
    }
}
