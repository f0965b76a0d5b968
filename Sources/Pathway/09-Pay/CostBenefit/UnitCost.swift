package import Definitions
package import Values

/// What one unit of an outcome is worth to somebody: a week in a children's home, a family worked with.
package struct UnitCost: Hashable, Sendable {
    package let id: String
    package let label: String
    package let amount: Money
    /// What it is the worth of: `week`, `child-year`, `family`.
    package let per: String
    /// The financial year in whose prices it stands.
    package let priceYear: FinancialYear
    /// Who saves it or has the good of it.
    package let agency: String
    package let value: Value
    package let basis: Basis
    /// Of 100 pounds, how many leave the agency's budget.
    package let cashablePercent: Decimal
    package let provenance: Provenance

    /// Whose value it is (HM Treasury and others, cost-benefit guidance for local partnerships, 2014).
    package enum Value: String, CaseIterable, Sendable {
        /// Public money.
        case fiscal
        /// Income of people and firms.
        case economic
        /// Wellbeing.
        case social
    }

    /// What is divided by what.
    package enum Basis: String, CaseIterable, Sendable {
        /// All that is spent divided by all units: fixed costs are in it, and do not go away with one unit.
        case average
        /// What one unit more or less costs.
        case marginal
    }
}

extension UnitCost {
    /// Every unit cost among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [UnitCost] {
        try definitions.read(.unitCosts) { definition, map -> [UnitCost]? in
            let costs = map.maps("costs") { UnitCost(reading: &$0) }
            guard let costs else { return nil }
            map.distinct("costs", costs.map(\.id))
            return costs
        }.flatMap(\.self)
    }

    private init?(reading map: inout MapReader) {
        let id = map.text("id")
        let label = map.text("label")
        let amount = map.amount("amount")
        let per = map.text("per")
        let year = map.priceYear("price_year")
        let agency = map.text("agency")
        let value: Value? = map.code("value")
        let basis: Basis? = map.code("basis")
        let cashable = map.percent("cashable_percent")
        let provenance = Provenance(reading: &map)
        guard let id, let label, let amount, let per, let year, let agency, let value, let basis, let cashable,
            let provenance
        else { return nil }
        self.init(
            id: id,
            label: label,
            amount: amount,
            per: per,
            priceYear: year,
            agency: agency,
            value: value,
            basis: basis,
            cashablePercent: cashable,
            provenance: provenance
        )
    }
}

extension MapReader {
    /// A financial year of prices.
    mutating func priceYear(_ key: String) -> FinancialYear? {
        guard let text = text(key) else { return nil }
        guard let year = FinancialYear(short: text) else {
            refuse(key, "must be a financial year, like 2018/19")
            return nil
        }
        return year
    }
}
