package import Definitions
package import Values

/// What a programme costs and what it changes, year by year from its first.
package struct BenefitCase: Sendable {
    package let id: String
    package let version: String
    package let title: String
    package let provenance: Provenance
    /// The first year, whose prices everything is put into.
    package let first: FinancialYear
    /// How many years are looked at.
    package let years: Int
    /// What is counted: `families`.
    package let things: String
    /// Families, or whatever is counted, who could be worked with.
    package var population: Graded
    /// Children in them; nil where that is not known.
    package let children: Int?
    /// Of 100, how many take it up.
    package var engagementPercent: Graded
    package let costs: [Cost]
    package var outcomes: [Outcome]
    package let discount: DiscountRates
    /// Per cent by which each grade of evidence is taken to be too hopeful, from grade 1, the best.
    package let optimism: OptimismBias
    /// Price levels by financial year, for putting amounts into the prices of the first; empty where none are given.
    package let priceLevels: [FinancialYear: Decimal]

    /// A number and how good its evidence is, from 1, the best, to 6.
    package struct Graded: Hashable, Sendable {
        package var number: Decimal
        package let grade: Int
    }

    /// What is paid for the programme.
    package struct Cost: Hashable, Sendable {
        package let id: String
        package let label: String
        package let agency: String
        /// By year from the first; nothing after the last.
        package let amounts: [Money]
        package let grade: Int
    }

    /// Something that changes for the better.
    package struct Outcome: Hashable, Sendable {
        package let id: String
        package let label: String
        package let unitCost: UnitCost
        /// Units of the unit cost that one success is worth a year.
        package let units: Decimal
        /// Of 100 who take it up, how many reach it.
        package var impact: Graded
        /// The lowest and the highest share that the evidence allows.
        package let impactRange: ClosedRange<Decimal>?
        /// Of 100 who take it up, how many would have reached it anyway.
        package let deadweightPercent: Decimal
        /// Of 100 pounds, how many are this programme's doing and not another's.
        package let attributionPercent: Decimal
        /// Of 100 pounds, how many are lost to others: displacement and leakage.
        package let displacementPercent: Decimal
        /// Years before it begins.
        package let lag: Int
        /// Years for which it lasts.
        package let lasts: Int
        /// Of 100 pounds of a year, how many fewer in the next.
        package let dropOffPercent: Decimal
    }
}

/// How much hope is taken out of an amount, by the grade of its evidence.
package struct OptimismBias: Hashable, Sendable {
    /// Per cent by grade, from 1, the best.
    package let percents: [Decimal]
    package let evidence: Provenance.Evidence

    /// Of the grade; the worst for grades beyond the table.
    package func percent(_ grade: Int) -> Decimal {
        percents.isEmpty ? .zero : percents[min(max(grade, 1), percents.count) - 1]
    }
}
