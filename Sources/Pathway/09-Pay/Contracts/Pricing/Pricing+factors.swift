import Values

/// What deadweight, attribution, thresholds and bands leave of a clause's quantity.
struct Factor {
    var share: Share
    /// A threshold is not met, so the share is nought.
    var isBelow = false
    /// The evaluator's cohorts that reach this pay although the threshold is not met by all of them together.
    var anyCohort: Share?
    /// The share of a line that passes on its own.
    var passed: Share

    init(_ share: Share) {
        self.share = share
        passed = share
    }

    /// The factor of a line that passes the threshold on its own.
    var whenPassed: Factor { Factor(passed) }
}

extension Contract {
    /// The product of the shares on a clause that pays, on a day on which the measures of the cohort have these values.
    func factor(of position: Int, asAt day: Day, value: (CohortMeasure) -> Share) -> Factor {
        var factor = Factor(.whole)
        for clause in clauses where clause.on.contains(position) {
            switch clause.rule {
            case .deadweight(.part(let part)): factor.passed = factor.passed * part.rest
            case .attribution(let part): factor.passed = factor.passed * part
            case .threshold(let measure, let threshold):
                let isLate = threshold.from.map { $0 <= day } ?? true
                if !(isLate && value(measure).isAtLeast(threshold.atLeast)) {
                    factor.isBelow = true
                    factor.anyCohort = threshold.anyCohort
                }
            case .band(let measure, let bands):
                let value = value(measure)
                let band = bands.last { value.isAtLeast($0.from) }
                factor.passed = factor.passed * (band?.part(at: value) ?? .nothing)
            default: continue
            }
        }
        factor.share = factor.isBelow ? .nothing : factor.passed
        return factor
    }
}

extension Pricing {
    /// The product of the shares on a clause that pays.
    func factor(of position: Int) -> Factor {
        contract.factor(of: position, asAt: day, value: value(of:))
    }

    /// A measure of the whole cohort as at the day; a part of nothing where there is nobody.
    func value(of measure: CohortMeasure) -> Share {
        switch measure {
        case .successRate(let outcome):
            var successes = 0
            for member in 0..<facts.count where eligible[member] && reached(outcome, member) != nil { successes += 1 }
            return Share(successes, of: eligibleCount)
        case .careDayReduction: return careDayReduction
        case .eventReduction:
            var avoided = Int128.zero
            var expected = Int128.zero
            // On one denominator: the product of the comparison groups' sizes.
            let reported = facts.results.indices.filter(isReported).map { facts.results[$0] }
            for result in reported {
                var others = Int128(1)
                for other in reported where other != result { others *= Int128(other.comparisonMembers) }
                let size = Int128(result.comparisonMembers)
                let due = Int128(result.comparisonEvents) * Int128(result.members)
                expected += others * due
                avoided += others * (due - Int128(result.events) * size)
            }
            return Share(exact: avoided, of: expected)
        }
    }

    private var careDayReduction: Share {
        for clause in contract.clauses {
            guard case .unit(let unit) = clause.rule, case .careDayAvoided(let baseline) = unit.unit else { continue }
            var days = YearDays(years: yearStarts.count)
            var expected: Int64 = 0
            var inCare: Int64 = 0
            for member in 0..<facts.count where eligible[member] {
                count(&days, of: member, baseline)
                for year in days.first...days.last {
                    expected += days.expected[year]
                    inCare += Int64(days.inCare[year])
                }
            }
            return Share(exact: Int128(expected) - 1_000_000 * Int128(inCare), of: Int128(expected))
        }
        return Share(0, of: 0)
    }

    /// For each clause, the members it does not pay because they would have earned anyway; nil where it pays all.
    func unpaidMembers() -> [[Bool]?] {
        var unpaid = [[Bool]?](repeating: nil, count: contract.clauses.count)
        for clause in contract.clauses {
            guard case .deadweight(.count(let paid, let of)) = clause.rule else { continue }
            var order: [(day: Day, member: Int)] = []
            for member in 0..<facts.count where eligible[member] {
                let days = clause.on.compactMap { firstDay(of: member, by: $0) }
                if let first = days.min() { order.append((first, member)) }
            }
            order.sort { ($0.day, $0.member) < ($1.day, $1.member) }
            for (place, item) in order.enumerated() where place % of >= paid {
                for position in clause.on {
                    if unpaid[position] == nil { unpaid[position] = [Bool](repeating: false, count: facts.count) }
                    unpaid[position]?[item.member] = true
                }
            }
        }
        return unpaid
    }

    /// The day on which a clause first has something to pay a member for.
    private func firstDay(of member: Int, by position: Int) -> Day? {
        switch contract.clauses[position].rule {
        case .attachment(let prices):
            prices.price(startedOn: facts.startedOn[member]) == nil ? nil : facts.startedOn[member]
        case .outcome(let outcome, let prices, _):
            prices.price(startedOn: facts.startedOn[member]) == nil ? nil : reached(outcome, member)
        default: nil
        }
    }
}

extension PayBand {
    /// What the band pays at a value: its part while the value is in it, nothing above a last band that ends.
    fileprivate func part(at value: Share) -> Share {
        to.map { value.isAtLeast($0) ? .nothing : pays } ?? pays
    }
}

extension Share {
    /// A quotient of 128-bit numbers in lowest terms; both are halved until they fit, which comparing hardly notices.
    init(exact numerator: Int128, of denominator: Int128) {
        var (numerator, denominator) = (numerator, denominator)
        while numerator.magnitude > UInt128(Int64.max) || denominator.magnitude > UInt128(Int64.max) {
            numerator /= 2
            denominator /= 2
        }
        self = Share(Int(numerator), of: Int(denominator)).reduced
    }
}
