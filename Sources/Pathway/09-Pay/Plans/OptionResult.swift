package import Values

/// What one way of paying for the programme comes to.
package struct OptionResult: Sendable {
    package let option: FinancingOption
    package let totals: PlanTotals
    /// What investors put in first.
    package let funded: Money
    /// What they are paid for the outcomes of the plan: what they put in and the return on it.
    package let outcomePayments: Money
    /// The council's money by quarter, out below nothing, as it is paid and not as it is recorded; may go on beyond the
    /// plan, where outcomes are proven later.
    package let cash: [QuarterCash]
    /// What it comes to where no child goes home.
    package let withoutReturns: Failure

    package struct QuarterCash: Hashable, Sendable {
        package let quarter: FinancialQuarter
        package let amount: Money
    }

    /// Who bears it where no child goes home: below nothing is a loss.
    package struct Failure: Hashable, Sendable {
        package let council: Money
        package let investors: Money
    }

    package init(_ plan: Plan, _ option: FinancingOption, children: [PlannedChild]) {
        self.option = option
        totals = PlanTotals(plan, option, children: children)
        let funded = plan.span.quarters.map { plan.funded(in: $0, option) }.total
        self.funded = funded
        let earned = plan.span.quarters.map { plan.investorReturn(in: $0, option) }.total
        let returned = children.filter(\.returns)
        let payments = OutcomePayments(
            pool: option.runs ? funded + earned : .zero,
            homecomings: returned.map { $0.starts + plan.cohort.quartersInHome },
            milestones: option.investor?.milestones ?? []
        )
        outcomePayments = payments.byQuarter.values.total
        cash = OptionResult.cash(plan, option, children, payments)
        withoutReturns = OptionResult.failure(plan, option, children, funded: funded)
    }

    /// What the council saves over the plan, as it is recorded.
    package var saved: Money { totals.totalSaved }

    /// What the programme costs altogether.
    package var cost: Money { totals.cost.total }

    /// What is not spent on placements.
    package var avoided: Money { totals.avoided.total }

    /// The most the council is ever out of pocket, as money is paid; nothing where it never is.
    package var mostOutOfPocket: Money {
        var sum = Money.zero
        var least = Money.zero
        for quarter in cash {
            sum = sum + quarter.amount
            least = min(least, sum)
        }
        return -least
    }

    private static func cash(
        _ plan: Plan,
        _ option: FinancingOption,
        _ children: [PlannedChild],
        _ payments: OutcomePayments
    ) -> [QuarterCash] {
        let last = max(plan.span.last, payments.byQuarter.keys.max() ?? plan.span.last)
        let span = QuarterSpan(plan.span.first, through: last) ?? plan.span
        return span.quarters.map { quarter in
            var amount = -(payments.byQuarter[quarter] ?? .zero)
            if plan.span.contains(quarter), option.runs {
                let cost = plan.costs.map { plan.whole($0, in: quarter, option) }.total
                let grants = plan.grants(of: option).map { $0.paid.share(of: $0.annual, in: quarter) }.total
                let partners = plan.partners(of: option).map { $0.paid.share(of: $0.annual, in: quarter) }.total
                let avoided = children.map {
                    $0.avoided(in: quarter, quartersInHome: plan.cohort.quartersInHome)
                }.total
                amount = amount + avoided + grants + partners - cost + plan.funded(in: quarter, option)
            }
            return QuarterCash(quarter: quarter, amount: amount)
        }
    }

    /// Grants for outcomes are not paid where there are none; nor are investors.
    private static func failure(
        _ plan: Plan,
        _ option: FinancingOption,
        _ children: [PlannedChild],
        funded: Money
    ) -> Failure {
        let failing = children.map {
            PlannedChild(
                id: $0.id,
                starts: $0.starts,
                placement: $0.placement,
                annualPrice: $0.annualPrice,
                returns: false,
                savingEnds: $0.savingEnds
            )
        }
        let totals = PlanTotals(plan, option, children: failing)
        let partners = plan.partners(of: option).map { partner in
            plan.span.quarters.map { partner.paid.share(of: partner.annual, in: $0) }.total
        }.total
        return Failure(council: totals.avoided.total + partners - totals.cost.total + funded, investors: -funded)
    }
}

/// What is paid for outcomes: the pool in equal parts a homecoming, each in equal parts a milestone, to the penny.
///
/// Of what is to be paid so far, each payment ends at the whole pence below, so that all of them are exactly the pool.
struct OutcomePayments {
    private(set) var byQuarter: [FinancialQuarter: Money] = [:]

    init(pool: Money, homecomings: [FinancialQuarter], milestones: [Int]) {
        let parts = Int64(homecomings.count * milestones.count)
        guard parts > 0 else { return }
        var part: Int64 = 0
        for home in homecomings.sorted() {
            for milestone in milestones {
                let before = OutcomePayments.share(pool, part, of: parts)
                part += 1
                let amount = OutcomePayments.share(pool, part, of: parts) - before
                byQuarter[home + milestone, default: .zero] = byQuarter[home + milestone, default: .zero] + amount
            }
        }
    }

    private static func share(_ pool: Money, _ part: Int64, of parts: Int64) -> Money {
        Money(pence: Int64(clamping: Int128(pool.pence) * Int128(part) / Int128(parts)))
    }
}
