import Values

/// What one possible course comes to: money by quarter, and in all.
struct SimulatedCourse {
    /// The quarters from the first start to the last claim.
    let quarters: [Period]
    /// Paid for outcomes in each quarter, less what was paid back, without tax.
    var payments: [Int64] = []
    /// Spent on the service in each quarter.
    var costs: [Int64] = []
    var saving: Int64 = 0
    var grant: Int64 = 0
    var isCapped = false

    var payment: Int64 { payments.reduce(0, +) }
    var cost: Int64 { costs.reduce(0, +) }

    init(_ contract: Contract, _ plan: SimulationPlan, _ quarters: SimulatedQuarters, numbers: inout SeededNumbers) {
        self.quarters = quarters.all
        let cohort = SimulatedCohort(contract, plan, quarters: quarters.starts, numbers: &numbers)
        var paid = Money.zero
        for (index, quarter) in quarters.all.enumerated() {
            let statement = Statement(contract, cohort.facts, asAt: quarter.to)
            // A cap below what was paid cannot come about here: nothing is paid but by the same clauses.
            let settlement = try? statement.settle(paid: paid)
            let moved = (settlement?.due ?? .zero) - (settlement?.recovered ?? .zero)
            paid = paid + moved
            payments.append(moved.pence)
            let runs = index < quarters.starts.count
            costs.append((runs ? plan.costInQuarter.pence : 0) + (index == 0 ? plan.setUpCost.pence : 0))
            guard index == quarters.all.count - 1 else { continue }
            grant = statement.grant.pence
            isCapped = statement.lines.contains { $0.reason == .heldToCap && $0.subject == .contract }
            saving = SimulatedCourse.saving(plan, cohort, statement)
        }
    }

    /// What the commissioner no longer spends: days by what was avoided, outcomes by how many reached each.
    private static func saving(_ plan: SimulationPlan, _ cohort: SimulatedCohort, _ statement: Statement) -> Int64 {
        var days = Int128.zero
        for line in statement.lines where statement.kind(of: line) == .unit {
            days += Int128(line.quantity.numerator) * (1_000_000 / Int128(line.quantity.denominator))
        }
        let byDays = Money(rounding: days * Int128(plan.saving.careDay.pence), over: 1_000_000).pence
        return zip(cohort.successes, plan.saving.outcome).reduce(byDays) { $0 + Int64($1.0) * $1.1.pence }
    }

    /// The flows of whoever pays for the service and is paid for outcomes, at the end of each quarter.
    var flows: [CashFlow] {
        zip(quarters, zip(payments, costs)).map { quarter, money in
            CashFlow(on: quarter.to, amount: Money(pence: money.0 - money.1))
        }
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
