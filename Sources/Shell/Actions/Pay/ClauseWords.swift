import Documents
package import Pay
import Values

extension Contract {
    /// What a clause says, in a sentence.
    package func words(_ clause: Clause) -> String {
        let rule = ruleWords(clause.rule)
        guard !clause.rule.kind.earns, clause.on.count < payingClauses else { return rule }
        return rule + " On: " + clause.on.map { clauses[$0].label }.joined(separator: ", ") + "."
    }

    private var payingClauses: Int { clauses.count { $0.rule.kind.earns } }

    private func ruleWords(_ rule: ClauseRule) -> String {
        switch rule {
        case .fee(let amount, let every, let during):
            "\(amount.long) for each whole \(every.rawValue) that has ended, \(during.long)."
        case .attachment(let prices): "\(priceWords(prices)) for each \(cohort.unit.rawValue) that starts."
        case .outcome(let outcome, let prices, let others):
            "\(priceWords(prices)) for each \(cohort.unit.rawValue) with the outcome “\(outcomes[outcome].label)”"
                + (others.isEmpty
                    ? "."
                    : ", less what was paid for " + others.map { clauses[$0].label }.joined(separator: " and ") + ".")
        case .unit(let unit): unitWords(unit)
        case .deadweight(.part(let part)):
            "Less \(NumberText.percent(part) ?? "0%"), which would have happened anyway."
        case .deadweight(.count(let paid, let of)):
            "Of each \(of) only the first \(paid) are paid for: the others would have happened anyway."
        case .attribution(let part): "\(NumberText.percent(part) ?? "0%") of the change is the service's."
        case .threshold(let measure, let threshold):
            "Nothing is paid unless \(measureWords(measure)) is at least "
                + "\(NumberText.percent(threshold.atLeast) ?? "0%")"
                + (threshold.from.map { ", judged from \($0.long)" } ?? "")
                + (threshold.anyCohort.map { "; a cohort with at least \(NumberText.percent($0) ?? "0%") pays alone" }
                    ?? "") + "."
        case .band(let measure, let bands):
            "Pays a part by \(measureWords(measure)): " + bands.map(bandWords).joined(separator: "; ") + "."
        case .floor(let scope, let amount): "At least \(amount.long) per \(scope.rawValue)."
        case .cap(let scope, let amount): "At most \(amount.long) per \(scope.rawValue)."
        case .retention(let part, let until): "\(NumberText.percent(part) ?? "0%") is held back until \(until.long)."
        case .clawBack(let part): "\(NumberText.percent(part) ?? "0%") of an overpayment is paid back."
        case .vat(let part): "Value added tax at \(NumberText.percent(part) ?? "0%") is added."
        case .grant(let part, let most):
            "\(grantFunder) bears \(NumberText.percent(part) ?? "0%")" + (most.map { ", up to \($0.long)." } ?? ".")
        }
    }

    private func unitWords(_ unit: UnitPrice) -> String {
        switch unit.unit {
        case .eventAvoided: "\(unit.price.long) for each event fewer than in the comparison group."
        case .careDayAvoided(let baseline):
            "\(unit.price.long) for each night out of care that was expected in care, in the first "
                + "\(baseline.windowMonths) months; "
                + (baseline.perMillion.count == 1
                    ? "\(NumberText.trimmed(Double(baseline.perMillion[0]) / 10_000, places: 2)) % of nights are expected."
                    : "how many are expected changes with the months since the start.")
        }
    }

    private func priceWords(_ table: PriceTable) -> String {
        guard table.prices.count > 1 else { return table.prices.first?.amount.long ?? "Nothing" }
        return table.prices.map { "\($0.amount.long) for starts \($0.starts.long)" }.joined(separator: ", ")
    }

    private func measureWords(_ measure: CohortMeasure) -> String {
        switch measure {
        case .successRate(let outcome): "the part of the cohort with “\(outcomes[outcome].label)”"
        case .careDayReduction: "the reduction of nights in care"
        case .eventReduction: "the reduction of events against the comparison group"
        }
    }

    private func bandWords(_ band: PayBand) -> String {
        let pays = NumberText.percent(band.pays) ?? "0%"
        let from = NumberText.percent(band.from) ?? "0%"
        guard let to = band.to.flatMap({ NumberText.percent($0) }) else { return "\(pays) from \(from)" }
        return "\(pays) from \(from) to below \(to)"
    }
}

extension Party.Role {
    /// As people say it.
    package var label: String {
        switch self {
        case .commissioner: "Commissioner"
        case .provider: "Provider"
        case .vehicle: "Holds the contract for the investors"
        case .investor: "Investor"
        case .outcomePayer: "Pays for outcomes"
        case .grantFunder: "Gives a grant"
        }
    }
}
