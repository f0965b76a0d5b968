package import Definitions
import Values

extension Plan {
    /// The plans among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [Plan] {
        try definitions.read(.plan) { Plan($0, reading: &$1) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let council = map.text("council")
        let discount = map.optionalMaps("discount") { DiscountRates.Step(reading: &$0) }
        let assumptions = map.optionalMaps("assumptions") { PlanAssumption(reading: &$0) }
        let candidates = map.optionalMap("candidates") { CandidateRule(reading: &$0) }
        guard let money = PlanMoney(reading: &map) else {
            map.takeRest(["options", "quantities", "stated", "ranges"])
            return nil
        }
        let options = map.maps("options") {
            FinancingOption(
                reading: &$0,
                costs: money.costs.map(\.id),
                grants: money.grants.map(\.id),
                partners: money.partners.map(\.id)
            )
        }
        map.distinct("options", options?.map(\.id) ?? [])
        let ranges = map.optionalMaps("ranges") {
            PlanRange(reading: &$0, placements: money.placements.map(\.id), grants: money.grants.map(\.id))
        }
        let quantities = map.optionalMaps("quantities") { PlanQuantity(reading: &$0, span: money.span) } ?? []
        map.distinct("quantities", quantities.map(\.id))
        let lines = Plan.lineIDs(costs: money.costs.map(\.id))
        map.check(quantities, lines)
        let stated = map.optionalMaps("stated") {
            PlanStatement(reading: &$0, lines: lines, quantities: quantities.map(\.id), span: money.span)
        }
        guard let title, let council, let discount, let assumptions, let options, let ranges, let stated else {
            return nil
        }
        self.init(
            id: definition.id,
            version: definition.version,
            title: title,
            council: council,
            provenance: definition.provenance,
            span: money.span,
            delivery: money.delivery,
            placements: money.placements,
            costs: money.costs,
            grants: money.grants,
            partners: money.partners,
            cohort: money.cohort,
            children: money.children.isEmpty ? nil : money.children,
            options: options,
            discount: discount.isEmpty ? .greenBook : DiscountRates(discount),
            quantities: quantities,
            statements: stated,
            assumptions: assumptions,
            ranges: ranges,
            candidates: candidates
        )
    }

    /// The lines that every plan's table has, by which statements and quantities name them.
    static func lineIDs(costs: [String]) -> Set<String> {
        let fixed = [
            "set-up", "gross", "grants", "partners", "net", "forecast", "revised", "return", "income", "combined",
            "reduction", "in-year", "run-rate", "cash", "cash-cumulative", "present-value",
        ]
        return Set(fixed + costs.flatMap { ["cost-\($0)", "budget-\($0)"] })
    }
}

/// What a plan's money comes from: quarters, placements, headings, income and children.
private struct PlanMoney {
    let span: QuarterSpan
    let delivery: QuarterSpan
    let placements: [Placement]
    let costs: [CostHeading]
    let grants: [Grant]
    let partners: [PartnerPlaces]
    let cohort: CohortRules
    let children: [PlannedChild]

    init?(reading map: inout MapReader) {
        let span = map.map("span") { $0.span() }
        let delivery = map.map("delivery") { $0.span() }
        let placements = map.maps("placements") { Placement(reading: &$0) }
        guard let span, let delivery, let placements else {
            map.takeRest(["costs", "grants", "partners", "cohort", "children"])
            return nil
        }
        map.distinct("placements", placements.map(\.id))
        if !span.contains(delivery.first) || !span.contains(delivery.last) {
            map.refuse("delivery", "must lie within span")
        }
        let costs = map.maps("costs") { CostHeading(reading: &$0, delivery: delivery, span: span) }
        let grants = map.optionalMaps("grants") { Grant(reading: &$0, delivery: delivery, span: span) }
        let partners = map.optionalMaps("partners") { PartnerPlaces(reading: &$0, delivery: delivery, span: span) }
        let cohort = map.map("cohort") { CohortRules(reading: &$0, delivery: delivery, placements: placements) }
        let children = map.optionalMaps("children") { child in
            PlannedChild(reading: &child, delivery: delivery, placements: placements)
        }
        guard let costs, let grants, let partners, let cohort, let children else { return nil }
        for (key, ids) in [
            ("costs", costs.map(\.id)), ("grants", grants.map(\.id)), ("partners", partners.map(\.id)),
            ("children", children.map(\.id)),
        ] { map.distinct(key, ids) }
        self.span = span
        self.delivery = delivery
        self.placements = placements
        self.costs = costs
        self.grants = grants
        self.partners = partners
        self.cohort = cohort
        self.children = children
    }
}

extension MapReader {
    fileprivate mutating func check(_ quantities: [PlanQuantity], _ lines: Set<String>) {
        for quantity in quantities {
            guard case .cell(let place) = quantity.value, !lines.contains(place.line) else { continue }
            refuse("quantities", "must name lines that a plan has: \(lines.sorted().joined(separator: ", "))")
        }
    }
}

extension DiscountRates.Step {
    fileprivate init?(reading map: inout MapReader) {
        let year = map.count("from_year", from: 0, to: 1000)
        let percent = map.percent("percent")
        guard let year, let percent else { return nil }
        self.init(fromYear: year, percent: percent)
    }
}

extension PlanAssumption {
    fileprivate init?(reading map: inout MapReader) {
        let what = map.text("what")
        let why = map.text("why")
        let evidence: Provenance.Evidence? = map.code("evidence")
        guard let what, let why, let evidence else { return nil }
        self.init(what: what, why: why, evidence: evidence)
    }
}

extension PlanQuantity {
    fileprivate init?(reading map: inout MapReader, span: QuarterSpan) {
        let id = map.text("id")
        let words = map.text("words")
        let number = map.optionalDecimal("number")
        let line = map.optionalText("line")
        let year = line == nil ? nil : map.year("year", in: span)
        guard let id, let words else { return nil }
        if let number, line == nil {
            self.init(id: id, words: words, value: .number(number))
        } else if let line, number == nil {
            guard let year else { return nil }
            self.init(id: id, words: words, value: .cell(PlanCell.Place(line: line, year: year)))
        } else {
            map.refuse("id", "must have either number, or line and year")
            return nil
        }
    }
}
