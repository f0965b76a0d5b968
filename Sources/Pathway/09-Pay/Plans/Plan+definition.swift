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
        let span = map.map("span") { $0.span() }
        let delivery = map.map("delivery") { $0.span() }
        let placements = map.maps("placements") { Placement(reading: &$0) }
        let discount = map.optionalMaps("discount") { DiscountRates.Step(reading: &$0) }
        let assumptions = map.optionalMaps("assumptions") { PlanAssumption(reading: &$0) }
        let later = ["costs", "grants", "partners", "cohort", "options", "children", "quantities", "stated", "ranges"]
        guard let span, let delivery, let placements else {
            map.takeRest(later)
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
        let quantities = map.optionalMaps("quantities") { PlanQuantity(reading: &$0, span: span) }
        guard let title, let council, let costs, let grants, let partners, let cohort, let children, let quantities,
            let discount, let assumptions
        else {
            map.takeRest(later)
            return nil
        }
        for (key, ids) in [
            ("costs", costs.map(\.id)), ("grants", grants.map(\.id)), ("partners", partners.map(\.id)),
            ("children", children.map(\.id)), ("quantities", quantities.map(\.id)),
        ] { map.distinct(key, ids) }
        let options = map.maps("options") {
            FinancingOption(
                reading: &$0,
                costs: costs.map(\.id),
                grants: grants.map(\.id),
                partners: partners.map(\.id)
            )
        }
        let lines = Plan.lineIDs(costs: costs.map(\.id))
        map.check(quantities, lines)
        let stated = map.optionalMaps("stated") {
            PlanStatement(reading: &$0, lines: lines, quantities: quantities.map(\.id), span: span)
        }
        let ranges = map.optionalMaps("ranges") {
            PlanRange(reading: &$0, placements: placements.map(\.id), grants: grants.map(\.id))
        }
        guard let options, let stated, let ranges else { return nil }
        map.distinct("options", options.map(\.id))
        self.init(
            id: definition.id,
            version: definition.version,
            title: title,
            council: council,
            provenance: definition.provenance,
            span: span,
            delivery: delivery,
            placements: placements,
            costs: costs,
            grants: grants,
            partners: partners,
            cohort: cohort,
            children: children.isEmpty ? nil : children,
            options: options,
            discount: discount.isEmpty ? .greenBook : DiscountRates(discount),
            quantities: quantities,
            statements: stated,
            assumptions: assumptions,
            ranges: ranges
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
