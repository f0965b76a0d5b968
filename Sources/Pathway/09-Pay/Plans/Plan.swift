package import Definitions
package import Values

/// The financial plan of a programme: what is spent without it, what it costs, and what it changes.
///
/// A plan is a definition, so that who keeps it need not program. Money is planned in quarters of the financial year: a
/// child counts in a quarter wholly or not at all.
package struct Plan: Sendable {
    package let id: String
    package let version: String
    package let title: String
    /// Whose plan it is.
    package let council: String
    package let provenance: Provenance
    /// The quarters that money is counted in.
    package let span: QuarterSpan
    /// The quarters in which children can be worked with.
    package let delivery: QuarterSpan
    package var placements: [Placement]
    package let costs: [CostHeading]
    package var grants: [Grant]
    package let partners: [PartnerPlaces]
    package var cohort: CohortRules
    /// The children one by one, where the plan has them; nil plans with those that the cohort's rules make.
    package var children: [PlannedChild]?
    /// Ways to pay for it, the published one first.
    package var options: [FinancingOption]
    package let discount: DiscountRates
    /// Numbers that the plan's document gives and that are not money of the table, by name.
    package let quantities: [PlanQuantity]
    /// What the plan's document states, to be tried against what it comes to.
    package let statements: [PlanStatement]
    package let assumptions: [PlanAssumption]
    /// How far its numbers may be from what is planned.
    package let ranges: [PlanRange]
    /// Who the programme would be for, to be counted in a register; nil where the plan does not say.
    package let candidates: CandidateRule?

    /// The children that are planned with.
    package var plannedChildren: [PlannedChild] { children ?? cohort.children(delivery, placements) }

    package func placement(_ id: String) -> Placement? {
        placements.first { $0.id == id }
    }

    /// Every option, the published one first; a plan always has one.
    package func option(_ id: String) -> FinancingOption? {
        options.first { $0.id == id }
    }
}

/// A kind of placement that the baseline pays for.
package struct Placement: Hashable, Sendable {
    package let id: String
    package let label: String
    /// Children in it at any time, as the forecast without the programme has it.
    package let children: Int
    /// What a place costs a year.
    package var annualPrice: Money
    package let evidence: Provenance.Evidence

    /// What all its places cost a year.
    package var annualCost: Money { Money(pence: annualPrice.pence * Int64(children)) }
}

/// A heading of what the programme costs.
package struct CostHeading: Hashable, Sendable {
    package let id: String
    /// As the table of costs has it.
    package let label: String
    /// As the table of the budget has it, where set-up is part of it.
    package let budgetLabel: String
    package let annual: Money
    /// The quarters it is paid for.
    package let paid: QuarterSpan
    /// Paid once, in the first quarter of `paid`.
    package let setUp: Money
    /// The beds that `annual` buys; nil where it does not depend on beds.
    package let beds: Int?
}

/// A grant towards the programme.
package struct Grant: Hashable, Sendable {
    package let id: String
    package let label: String
    package var annual: Money
    package let paid: QuarterSpan
    package let evidence: Provenance.Evidence
}

/// Places that a partner buys.
package struct PartnerPlaces: Hashable, Sendable {
    package let id: String
    package let label: String
    package var placesAYear: Int
    package var price: Money
    package let paid: QuarterSpan
    package let evidence: Provenance.Evidence

    package var annual: Money { Money(pence: price.pence * Int64(placesAYear)) }
}

/// Something the plan takes for granted, and how far it was checked.
package struct PlanAssumption: Hashable, Sendable {
    package let what: String
    package let why: String
    package let evidence: Provenance.Evidence
}
