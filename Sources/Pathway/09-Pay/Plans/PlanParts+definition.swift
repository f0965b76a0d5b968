import Definitions
import Values

extension Placement {
    init?(reading map: inout MapReader) {
        let id = map.text("id")
        let label = map.text("label")
        let children = map.count("children", from: 0, to: 100_000)
        let price = map.amount("price")
        let evidence: Provenance.Evidence? = map.code("evidence")
        guard let id, let label, let children, let price, let evidence else { return nil }
        self.init(id: id, label: label, children: children, annualPrice: price, evidence: evidence)
    }
}

extension CostHeading {
    init?(reading map: inout MapReader, delivery: QuarterSpan, span: QuarterSpan) {
        let id = map.text("id")
        let label = map.text("label")
        let budgetLabel = map.optionalText("budget_label")
        let annual = map.amount("annual")
        let setUp = map.optionalAmount("set_up")
        let beds = map.optionalCount("beds", from: 1, to: 1000)
        let paid = map.paid(delivery, within: span)
        guard let id, let label, let annual, let paid else { return nil }
        self.init(
            id: id,
            label: label,
            budgetLabel: budgetLabel ?? label,
            annual: annual,
            paid: paid,
            setUp: setUp ?? .zero,
            beds: beds
        )
    }
}

extension Grant {
    init?(reading map: inout MapReader, delivery: QuarterSpan, span: QuarterSpan) {
        let id = map.text("id")
        let label = map.text("label")
        let annual = map.amount("annual")
        let paid = map.paid(delivery, within: span)
        let evidence: Provenance.Evidence? = map.code("evidence")
        guard let id, let label, let annual, let paid, let evidence else { return nil }
        self.init(id: id, label: label, annual: annual, paid: paid, evidence: evidence)
    }
}

extension PartnerPlaces {
    init?(reading map: inout MapReader, delivery: QuarterSpan, span: QuarterSpan) {
        let id = map.text("id")
        let label = map.text("label")
        let places = map.count("places_a_year", from: 0, to: 10_000)
        let price = map.amount("price")
        let paid = map.paid(delivery, within: span)
        let evidence: Provenance.Evidence? = map.code("evidence")
        guard let id, let label, let places, let price, let paid, let evidence else { return nil }
        self.init(id: id, label: label, placesAYear: places, price: price, paid: paid, evidence: evidence)
    }
}

extension CohortRules {
    init?(reading map: inout MapReader, delivery: QuarterSpan, placements: [Placement]) {
        let ids = placements.map(\.id)
        let beds = map.count("beds", from: 1, to: 1000)
        let inHome = map.count("quarters_in_home", from: 1, to: 40)
        let success = map.percent("success_percent")
        let lasts = map.optionalCount("saving_lasts_quarters", from: 1, to: 400)
        let first = map.optionalMaps("first") { run -> Run? in
            let placement = run.text("placement")
            let children = run.count("children", from: 1, to: 100_000)
            guard let placement, let children else { return nil }
            if !ids.contains(placement) { run.refuse("placement", "must be one of the placements") }
            return Run(placement: placement, children: children)
        }
        let then = map.texts("then")
        guard let beds, let inHome, let success, let first, let then else { return nil }
        if !then.allSatisfy(ids.contains) { map.refuse("then", "must name placements of this plan") }
        if inHome > delivery.count {
            map.refuse("quarters_in_home", "must not be more than the quarters in which the programme runs")
        }
        self.init(
            beds: beds,
            quartersInHome: inHome,
            successPercent: success,
            first: first,
            then: then,
            savingLasts: lasts
        )
    }
}

extension PlannedChild {
    init?(reading map: inout MapReader, delivery: QuarterSpan, placements: [Placement]) {
        let id = map.text("id")
        let starts = map.quarter("starts")
        let name = map.text("placement")
        let price = map.optionalAmount("price")
        let returns = map.optionalFlag("returns")
        let next = map.optionalAmount("next_price")
        let ends = map.optionalQuarter("saving_ends")
        guard let id, let starts, let name else { return nil }
        guard let placement = placements.first(where: { $0.id == name }) else {
            map.refuse("placement", "must be one of the placements")
            return nil
        }
        guard let returns else {
            map.refuse("returns", "must be true or false")
            return nil
        }
        if !delivery.contains(starts) {
            map.refuse(
                "starts",
                "must be from \(delivery.first.text) to \(delivery.last.text), when the programme runs"
            )
        }
        if let ends, ends <= starts { map.refuse("saving_ends", "must be after starts") }
        self.init(
            id: id,
            starts: starts,
            placement: placement.label,
            annualPrice: price ?? placement.annualPrice,
            returns: returns,
            nextAnnualPrice: next,
            savingEnds: ends
        )
    }
}

extension FinancingOption {
    init?(reading map: inout MapReader, costs: [String], grants: [String], partners: [String]) {
        let id = map.text("id")
        let label = map.text("label")
        let runs = map.optionalFlag("runs") ?? true
        let grants = map.names("grants", among: grants, of: "grants")
        let partners = map.names("partners", among: partners, of: "partners")
        let investor = map.optionalMap("investor") { Investor(reading: &$0, costs: costs) }
        let note = map.optionalText("note")
        guard let id, let label, let grants, let partners else { return nil }
        self.init(
            id: id,
            label: label,
            runs: runs,
            grants: grants,
            partners: partners,
            investor: investor,
            note: note
        )
    }
}

extension FinancingOption.Investor {
    fileprivate init?(reading map: inout MapReader, costs: [String]) {
        let funds = map.names("funds", among: costs, of: "cost headings")
        let percent = map.percent("return_percent")
        let milestones = map.optionalIntegers("milestones")
        guard let funds, let percent else { return nil }
        if funds.isEmpty { map.refuse("funds", "must name at least one cost heading") }
        guard let milestones, milestones.allSatisfy({ (0...40).contains($0) }) else {
            map.refuse("milestones", "must be quarters after going home, from 0 to 40, like [2, 4, 8]")
            return nil
        }
        self.init(funds: funds, returnPercent: percent, milestones: milestones)
    }
}

extension PlanStatement {
    init?(reading map: inout MapReader, lines: Set<String>, quantities: [String], span: QuarterSpan) {
        let place = map.text("place")
        let words = map.text("words")
        let line = map.optionalText("line")
        let claim =
            line.map { Claim(reading: &map, line: $0, lines: lines, span: span) }
            ?? Claim(reading: &map, quantities: quantities)
        guard let place, let words, let claim else { return nil }
        self.init(place: place, words: words, claim: claim)
    }
}

extension PlanStatement.Claim {
    fileprivate init?(reading map: inout MapReader, line: String, lines: Set<String>, span: QuarterSpan) {
        if !lines.contains(line) {
            map.refuse("line", "must be one of \(lines.sorted().joined(separator: ", "))")
        }
        let nearest = map.optionalCount("to_nearest_pounds", from: 1, to: 1_000_000) ?? 1
        let amounts = map.map("amounts") { years -> [PlanStatement.StatedAmount]? in
            years.keys.compactMap { key in
                let amount = years.decimal(key)
                guard let year = FinancialYear(short: key), span.years.contains(year) else {
                    years.refuse(key, "must be a financial year of the plan, like \(span.first.year.short)")
                    return nil
                }
                guard let amount, let money = Money(pounds: amount) else { return nil }
                return PlanStatement.StatedAmount(year: year, amount: money)
            }
        }
        guard let amounts else { return nil }
        self = .amounts(line: line, amounts, nearest: Int64(nearest) * 100)
    }

    fileprivate init?(reading map: inout MapReader, quantities: [String]) {
        let operand = { (map: inout MapReader, key: String, text: String) -> PlanStatement.Operand? in
            if let number = Decimal(text) { return .number(number) }
            if quantities.contains(text) { return .quantity(text) }
            map.refuse(key, "must be numbers or names of quantities")
            return nil
        }
        var stated: (PlanStatement.Comparison, PlanStatement.Operand)?
        for comparison in PlanStatement.Comparison.allCases {
            guard let text = map.optionalText(comparison.rawValue) else { continue }
            guard let value = operand(&map, comparison.rawValue, text) else { return nil }
            stated = (comparison, value)
        }
        let terms = map.maps("from") { term -> PlanStatement.Term? in
            let times = term.texts("times")?.compactMap { operand(&term, "times", $0) }
            let over = (term.optionalTexts("over") ?? []).compactMap { operand(&term, "over", $0) }
            return times.map { PlanStatement.Term(times: $0, over: over) }
        }
        guard let stated else {
            map.refuse("place", "must come with line and amounts, or with equals, at_least or at_most")
            return nil
        }
        guard let terms else { return nil }
        self = .number(stated.0, stated.1, terms: terms)
    }
}
