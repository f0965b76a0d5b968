package import Definitions
import Values

extension BenefitCase {
    /// The cases among the definitions, with the unit costs among them; throws everything that is wrong with any.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [BenefitCase] {
        let library = try UnitCost.all(definitions)
        return try definitions.read(.benefit) { BenefitCase($0, reading: &$1, library: library) }
    }

    private init?(_ definition: Definition, reading map: inout MapReader, library: [UnitCost]) {
        let title = map.text("title")
        let first = map.priceYear("first_year")
        let years = map.count("years", from: 1, to: 100)
        let things = map.text("things")
        let population = map.map("population") { $0.graded("number", most: 10_000_000) }
        let children = map.optionalCount("children", from: 0, to: 10_000_000)
        let engagement = map.map("engagement") { $0.graded("percent", most: 100) }
        let costs = map.maps("costs") { Cost(reading: &$0) }
        let outcomes = map.maps("outcomes") { Outcome(reading: &$0, library: library) }
        let discount = map.optionalMaps("discount") { step -> DiscountRates.Step? in
            let year = step.count("from_year", from: 0, to: 1000)
            let percent = step.percent("percent")
            guard let year, let percent else { return nil }
            return DiscountRates.Step(fromYear: year, percent: percent)
        }
        let optimism = map.map("optimism_bias") { OptimismBias(reading: &$0) }
        let levels = map.optionalMap("price_levels") { $0.priceLevels() } ?? [:]
        guard let title, let first, let years, let things, let population, let engagement, let costs, let outcomes,
            let discount, let optimism
        else { return nil }
        map.distinct("costs", costs.map(\.id))
        map.distinct("outcomes", outcomes.map(\.id))
        if !levels.isEmpty, levels[first] == nil { map.refuse("price_levels", "must have the first year") }
        self.init(
            id: definition.id,
            version: definition.version,
            title: title,
            provenance: definition.provenance,
            first: first,
            years: years,
            things: things,
            population: population,
            children: children,
            engagementPercent: engagement,
            costs: costs,
            outcomes: outcomes,
            discount: discount.isEmpty ? .greenBook : DiscountRates(discount),
            optimism: optimism,
            priceLevels: levels
        )
    }
}

extension MapReader {
    fileprivate mutating func graded(_ key: String, most: Int) -> BenefitCase.Graded? {
        let number = decimal(key)
        let grade = count("grade", from: 1, to: 6)
        guard let number, let grade else { return nil }
        guard number >= .zero, number <= Decimal(most) else {
            refuse(key, "must be from 0 to \(most)")
            return nil
        }
        return BenefitCase.Graded(number: number, grade: grade)
    }

    fileprivate mutating func priceLevels() -> [FinancialYear: Decimal]? {
        var levels: [FinancialYear: Decimal] = [:]
        for key in keys {
            guard let year = FinancialYear(short: key), let level = decimal(key), level > .zero,
                level <= Decimal(100_000)
            else {
                refuse(key, "must be a financial year with a price level above 0, like 2018/19: 100")
                continue
            }
            levels[year] = level
        }
        return levels
    }
}

extension OptimismBias {
    fileprivate init?(reading map: inout MapReader) {
        let texts = map.texts("percent_by_grade")
        let evidence: Provenance.Evidence? = map.code("evidence")
        guard let texts, let evidence else { return nil }
        let percents = texts.compactMap { Decimal($0) }
        guard percents.count == texts.count, percents.allSatisfy({ $0 >= .zero && $0 <= Decimal(100) }) else {
            map.refuse("percent_by_grade", "must be numbers from 0 to 100, from grade 1 on")
            return nil
        }
        self.init(percents: percents, evidence: evidence)
    }
}

extension BenefitCase.Cost {
    fileprivate init?(reading map: inout MapReader) {
        let id = map.text("id")
        let label = map.text("label")
        let agency = map.text("agency")
        let texts = map.texts("amounts")
        let grade = map.count("grade", from: 1, to: 6)
        guard let id, let label, let agency, let texts, let grade else { return nil }
        let amounts = texts.compactMap { text in
            Decimal(text).flatMap { $0 >= .zero && $0 <= Decimal(1_000_000_000) ? Money(pounds: $0) : nil }
        }
        guard amounts.count == texts.count else {
            map.refuse("amounts", "must be pounds from 0 to 1000000000, one a year")
            return nil
        }
        self.init(id: id, label: label, agency: agency, amounts: amounts, grade: grade)
    }
}

extension BenefitCase.Outcome {
    fileprivate init?(reading map: inout MapReader, library: [UnitCost]) {
        let id = map.text("id")
        let label = map.text("label")
        let name = map.text("unit_cost")
        let units = map.decimal("units")
        let impact = map.map("impact") { impact -> (BenefitCase.Graded, Decimal?, Decimal?)? in
            let low = impact.optionalDecimal("low")
            let high = impact.optionalDecimal("high")
            return impact.graded("percent", most: 100).map { ($0, low, high) }
        }
        let deadweight = map.percent("deadweight_percent")
        let attribution = map.percent("attribution_percent")
        let displacement = map.percent("displacement_percent")
        let lag = map.optionalCount("lag_years", from: 0, to: 100)
        let lasts = map.count("lasts_years", from: 1, to: 100)
        let dropOff = map.percent("drop_off_percent")
        guard let id, let label, let name, let units, let impact, let deadweight, let attribution, let displacement,
            let lasts, let dropOff
        else { return nil }
        guard let cost = library.first(where: { $0.id == name }) else {
            map.refuse("unit_cost", "must be one of the unit costs among the definitions")
            return nil
        }
        if units < .zero || units > Decimal(100_000) { map.refuse("units", "must be from 0 to 100000") }
        var range: ClosedRange<Decimal>?
        if let low = impact.1, let high = impact.2 {
            if low >= .zero, low <= impact.0.number, impact.0.number <= high, high <= Decimal(100) {
                range = low...high
            } else {
                map.refuse("impact", "must have low, percent and high in that order, from 0 to 100")
            }
        }
        self.init(
            id: id,
            label: label,
            unitCost: cost,
            units: units,
            impact: impact.0,
            impactRange: range,
            deadweightPercent: deadweight,
            attributionPercent: attribution,
            displacementPercent: displacement,
            lag: lag ?? 0,
            lasts: lasts,
            dropOffPercent: dropOff
        )
    }
}
