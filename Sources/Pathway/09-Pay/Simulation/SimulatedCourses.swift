import Values

/// What possible courses come to, in columns: money by quarter, and in all.
struct SimulatedCourses: Sendable {
    /// Paid for outcomes in each quarter, less what was paid back, without tax; course by course.
    var payments: [Int64] = []
    /// Paid in all, saved by the commissioner, and borne by the grant funder, by course.
    var payment: [Int64] = []
    var saving: [Int64] = []
    var grant: [Int64] = []
    /// How many courses reach a cap.
    var capped = 0

    /// Draws and prices some trials of a contract under a seed.
    init(_ trials: Range<Int>, seed: UInt64, _ pricing: QuarterPricing, _ plan: SimulationPlan, starts: [Period]) {
        var cohort = SimulatedCohort(pricing.contract, plan, quarters: starts)
        var work = QuarterWork(pricing)
        let terms = SettlementTerms(pricing.contract)
        payments.reserveCapacity(trials.count * pricing.ends.count)
        for trial in trials {
            var numbers = SeededNumbers(seed: seed, trial: trial)
            cohort.draw(&numbers)
            work.price(cohort.facts, pricing)
            var paid = Money.zero
            for sum in work.sums {
                let moved = terms.moved(net: sum.net, paid: paid)
                paid = paid + moved
                payments.append(moved.pence)
            }
            payment.append(paid.pence)
            guard let last = work.sums.last else { continue }
            grant.append(last.grant.pence)
            if last.isCapped { capped += 1 }
            let days = Int128(last.avoided) * Int128(plan.saving.careDay.pence)
            let outcomes = zip(cohort.successes, plan.saving.outcome).reduce(Int64.zero) {
                $0 + Int64($1.0) * $1.1.pence
            }
            saving.append(Money(rounding: days, over: 1_000_000).pence + outcomes)
        }
    }

    /// Adds the courses of another part after these.
    mutating func append(_ other: SimulatedCourses) {
        payments += other.payments
        payment += other.payment
        saving += other.saving
        grant += other.grant
        capped += other.capped
    }
}

/// What a contract says about payments on account, read once.
private struct SettlementTerms {
    let cap: Money?
    let paidBefore: Money
    let clawBack: Share

    init(_ contract: Contract) {
        cap = contract.cap
        paidBefore = contract.paidBefore
        clawBack = contract.clawBack
    }

    /// What is paid now, or paid back (below nought); nothing where the cap is below what has been paid.
    func moved(net: Money, paid: Money) -> Money {
        let before = paid + paidBefore
        if let cap, cap < before { return .zero }
        let settlement = Settlement(net: net, before: before, clawBack: clawBack)
        return settlement.due - settlement.recovered
    }
}

/// The quarters of a contract, counted from the day of the first start.
struct SimulatedQuarters: Sendable {
    let all: [Period]
    /// Those in which members start.
    let starts: [Period]

    init(_ term: Term) {
        var all: [Period] = []
        var from = term.starts.from
        while from <= term.lastClaim {
            let next = term.starts.from.adding(months: 3 * (all.count + 1))
            all.append(Period(from: from, to: min(next - 1, term.lastClaim)) ?? term.starts)
            from = next
        }
        self.all = all
        starts = all.compactMap { $0.intersection(term.starts) }
    }
}
