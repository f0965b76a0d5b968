package import Definitions
package import Values

/// A number of a plan that may turn out differently.
package enum PlanInput: Hashable, Sendable {
    /// Beds in the programme's home.
    case beds
    /// What a place costs a year, in pounds, by the placement's id.
    case price(String)
    /// Of 100 children, how many go home.
    case success
    /// What investors are paid over what they put in, in per cent.
    case investorReturn
    /// A grant a year, in pounds, by its id.
    case grant(String)
}

/// How far an input of a plan may be from what is planned.
package struct PlanRange: Hashable, Sendable {
    package let input: PlanInput
    package let low: Double
    package let high: Double
    /// Decided by the council and not by events, and so not left to chance.
    package let isDecision: Bool
    package let evidence: Provenance.Evidence

    package init(
        input: PlanInput,
        low: Double,
        high: Double,
        isDecision: Bool = false,
        evidence: Provenance.Evidence = .unverified
    ) {
        self.input = input
        self.low = low
        self.high = high
        self.isDecision = isDecision
        self.evidence = evidence
    }
}

extension Plan {
    /// What the plan has for an input; nil where it has no such placement or grant, or no investor.
    package func value(of input: PlanInput, _ option: FinancingOption) -> Double? {
        switch input {
        case .beds: Double(cohort.beds)
        case .price(let id): placement(id)?.annualPrice.pounds
        case .success: cohort.successPercent.double
        case .investorReturn: option.investor?.returnPercent.double
        case .grant(let id): grants(of: option).first { $0.id == id }?.annual.pounds
        }
    }

    /// In words: `Price of a place, out of authority residential`.
    package func words(_ input: PlanInput) -> String {
        switch input {
        case .beds: "Beds in the home"
        case .price(let id): "A place a year: \(placement(id)?.label ?? id)"
        case .success: "Children who go home, per cent"
        case .investorReturn: "Return to investors, per cent"
        case .grant(let id): "Grant a year: \(grants.first { $0.id == id }?.label ?? id)"
        }
    }
}

extension PlanInput {
    /// The values that it can have at all.
    package var possible: ClosedRange<Double> {
        switch self {
        case .beds: 1...100
        case .price, .grant: 0...10_000_000
        case .success, .investorReturn: 0...100
        }
    }

    /// Whether it is counted in pounds.
    package var isMoney: Bool {
        switch self {
        case .price, .grant: true
        case .beds, .success, .investorReturn: false
        }
    }
}

/// A plan under one way of paying with some numbers changed: children are those of its rules, not of a list.
///
/// A list of children knows who goes home, so that beds and success cannot be changed in it.
package struct PlanScenario: Sendable {
    package private(set) var plan: Plan
    package private(set) var option: FinancingOption

    package init(_ plan: Plan, _ option: FinancingOption) {
        self.plan = plan
        self.plan.children = nil
        self.option = option
    }

    /// The same with another value of an input; values that it cannot have become the nearest that it can.
    ///
    /// Pounds are taken to the penny, per cent to four places, beds whole.
    package func with(_ input: PlanInput, _ value: Double) -> PlanScenario {
        let value = min(max(value.isFinite ? value : 0, input.possible.lowerBound), input.possible.upperBound)
        let pounds = Money(pence: Int64((value * 100).rounded()))
        let percent = Decimal(digits: Int64((value * 10_000).rounded()), places: 4)
        var changed = self
        switch input {
        case .beds: changed.plan.cohort.beds = Int(value.rounded())
        case .success: changed.plan.cohort.successPercent = percent
        case .investorReturn: changed.option.investor?.returnPercent = percent
        case .price(let id):
            for index in plan.placements.indices where plan.placements[index].id == id {
                changed.plan.placements[index].annualPrice = pounds
            }
        case .grant(let id):
            for index in plan.grants.indices where plan.grants[index].id == id {
                changed.plan.grants[index].annual = pounds
            }
        }
        return changed
    }

    /// What the council saves over the plan, as it is recorded.
    package var saved: Money {
        PlanTotals(plan, option, children: plan.plannedChildren).totalSaved
    }
}
