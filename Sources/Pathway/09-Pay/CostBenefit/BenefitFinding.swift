import Definitions
import Values

extension BenefitResult {
    /// What must be known before the case is relied on, a sentence each.
    package var cautions: [String] {
        let outcomes = benefitCase.outcomes
        var cautions: [String] = []
        let unpriced = outcomes.filter {
            $0.unitCost.priceYear != benefitCase.first && benefitCase.priceLevels[$0.unitCost.priceYear] == nil
        }
        for outcome in unpriced {
            cautions.append(
                "\(outcome.unitCost.label) stands in prices of \(outcome.unitCost.priceYear.short), and no price level is given "
                    + "to put it into those of \(benefitCase.first.short)."
            )
        }
        if Set(outcomes.map(\.unitCost.basis)).count > 1 {
            cautions.append(
                "Average and marginal unit costs stand beside each other: only what is marginal goes away with a case less."
            )
        }
        let average = outcomes.filter { $0.unitCost.basis == .average && $0.unitCost.cashablePercent > .zero }
        for outcome in average {
            cautions.append(
                "\(outcome.unitCost.label) is an average, fixed costs included, and is counted as cashable."
            )
        }
        for outcome in outcomes where outcome.unitCost.provenance.evidence == .unverified {
            cautions.append("\(outcome.unitCost.label) was not checked against its source.")
        }
        if benefitCase.optimism.evidence == .unverified {
            cautions.append(
                "The per cent taken off for hope by grade of evidence were not checked against their source."
            )
        }
        for outcome in outcomes where outcome.deadweightPercent == .zero {
            cautions.append("\(outcome.label): nobody is taken to have reached it anyway.")
        }
        return cautions + twice
    }

    /// Outcomes that count the same unit cost, which may count one saving twice.
    private var twice: [String] {
        let grouped = Dictionary(grouping: benefitCase.outcomes, by: \.unitCost.id).filter { $0.value.count > 1 }
        return grouped.sorted { $0.key < $1.key }.map { _, outcomes in
            "\(outcomes.map(\.label).joined(separator: " and ")) are worth the same unit: see that no saving is counted twice."
        }
    }
}
