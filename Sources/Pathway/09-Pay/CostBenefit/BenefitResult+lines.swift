import Values

extension BenefitResult {
    static func line(_ cost: BenefitCase.Cost, _ benefitCase: BenefitCase) -> Line {
        let bias = benefitCase.optimism.percent(cost.grade)
        return Line(
            id: cost.id,
            label: cost.label,
            agency: cost.agency,
            value: nil,
            cashablePercent: .zero,
            years: (0..<benefitCase.years).map { year in
                let amount = year < cost.amounts.count ? cost.amounts[year].pounds : 0
                return BenefitAmount([
                    BenefitAmount.Step("Planned", amount, isMoney: true),
                    BenefitAmount.Step(
                        "Raised by \(bias)% for hope (evidence of grade \(cost.grade))",
                        amount * (1 + bias.double / 100),
                        isMoney: true
                    ),
                ])
            },
            adjustments: nil
        )
    }

    static func line(_ outcome: BenefitCase.Outcome, _ benefitCase: BenefitCase) -> Line {
        let years = (0..<benefitCase.years).map { OutcomeYear(outcome, benefitCase, year: $0) }
        let total = { (value: (OutcomeYear) -> Double) in
            Money(pence: Int64((years.map(value).reduce(0, +) * 100).rounded()))
        }
        return Line(
            id: outcome.id,
            label: outcome.label,
            agency: outcome.unitCost.agency,
            value: outcome.unitCost.value,
            cashablePercent: outcome.unitCost.cashablePercent,
            years: years.map(\.amount),
            adjustments: BenefitAdjustments(
                gross: total(\.gross),
                afterDeadweight: total(\.afterDeadweight),
                afterAttribution: total(\.afterAttribution),
                afterDisplacement: total(\.afterDisplacement),
                afterOptimism: total(\.afterOptimism)
            )
        )
    }
}

/// An outcome in one year, with everything between those who could be worked with and the amount that counts.
private struct OutcomeYear {
    let gross: Double
    let afterDeadweight: Double
    let afterAttribution: Double
    let afterDisplacement: Double
    let afterOptimism: Double
    let amount: BenefitAmount

    init(_ outcome: BenefitCase.Outcome, _ benefitCase: BenefitCase, year: Int) {
        let since = year - outcome.lag
        let runs = since >= 0 && since < outcome.lasts
        var left = runs ? 1.0 : 0
        for _ in 0..<max(0, min(since, outcome.lasts)) { left *= 1 - outcome.dropOffPercent.double / 100 }
        let engaged = benefitCase.population.number.double * benefitCase.engagementPercent.number.double / 100
        let reached = engaged * outcome.impact.number.double / 100
        let own = reached - engaged * outcome.deadweightPercent.double / 100
        let unit = outcome.unitCost.amount.pounds * benefitCase.uplift(outcome.unitCost.priceYear)
        let worth = unit * outcome.units.double * left
        // The worst of the evidence that the amount rests on.
        let grade = max(
            outcome.impact.grade,
            max(benefitCase.population.grade, benefitCase.engagementPercent.grade)
        )
        let bias = benefitCase.optimism.percent(grade)
        gross = reached * worth
        afterDeadweight = own * worth
        afterAttribution = afterDeadweight * outcome.attributionPercent.double / 100
        afterDisplacement = afterAttribution * (1 - outcome.displacementPercent.double / 100)
        afterOptimism = afterDisplacement * (1 - bias.double / 100)
        let number = { (words: String, value: Double) in BenefitAmount.Step(words, value, isMoney: false) }
        let money = { (words: String, value: Double) in BenefitAmount.Step(words, value, isMoney: true) }
        amount = BenefitAmount([
            number("\(benefitCase.things) who could be worked with", benefitCase.population.number.double),
            number("of whom \(benefitCase.engagementPercent.number)% take it up", engaged),
            number("of whom \(outcome.impact.number)% reach it", reached),
            number("less \(outcome.deadweightPercent)% who would have anyway", own),
            money("A unit (\(outcome.unitCost.per)) in prices of \(benefitCase.first.short)", unit),
            money("\(outcome.units) units a year\(left == 1 ? "" : ", and what is left of them in this year")", worth),
            money("Together", afterDeadweight),
            money("of which \(outcome.attributionPercent)% are this programme's doing", afterAttribution),
            money("less \(outcome.displacementPercent)% lost to others", afterDisplacement),
            money("less \(bias)% for hope (evidence of grade \(grade))", afterOptimism),
        ])
    }
}

extension BenefitCase {
    /// What an amount of that year's prices is multiplied by; 1 where no price levels are known for it.
    func uplift(_ year: FinancialYear) -> Double {
        guard let from = priceLevels[year], let to = priceLevels[first] else { return 1 }
        return to.double / from.double
    }
}
