package import Statistics

/// A needs analysis as it may be published: prevalence alone, small counts hidden, rates hidden with their counts.
///
/// First times, the number of events and combinations are left out: two measures of the same people, held against each
/// other, tell more than either.
package struct PublicNeeds: Sendable {
    package struct Count: Sendable, Hashable {
        package let having: ProtectedCount
        package let population: ProtectedCount

        /// Per 1,000 of the population; nil where either is hidden or nobody is there.
        package var rate: Double? {
            guard let having = having.value, let population = population.value, population > 0 else { return nil }
            return Double(having) * 1000 / Double(population)
        }
    }

    package let analysis: NeedsAnalysis
    /// By indicator, then by group.
    package let counts: [[Count]]
    /// Of each indicator over all areas; nil by time.
    package let totals: [Count]?

    package init(_ analysis: NeedsAnalysis, control: DisclosureControl = DisclosureControl()) {
        self.analysis = analysis
        let hasTotals = analysis.totals != nil
        var columns: [[Count]] = []
        for indicator in analysis.counts.indices {
            let cells = analysis.counts[indicator]
            let population = PublicNeeds.column(cells.map(\.population), hasTotals: hasTotals, control: control)
            let most = zip(cells, population).map { $1.isHidden ? nil : $0.population }
            let having = PublicNeeds.column(cells.map(\.having), most: most, hasTotals: hasTotals, control: control)
            columns.append(zip(having, population).map { Count(having: $0, population: $1) })
        }
        counts = columns.map { Array($0.prefix(analysis.groups.count)) }
        totals = hasTotals ? columns.compactMap(\.last) : nil
    }

    /// One column with its sum, if that is published.
    private static func column(
        _ values: [Int],
        most: [Int?]? = nil,
        hasTotals: Bool,
        control: DisclosureControl
    ) -> [ProtectedCount] {
        let table = CountTable(
            values.map { [$0] },
            hasRowTotals: false,
            hasColumnTotals: hasTotals,
            most: most.map { $0.map { [$0] } }
        )
        return control.protect(table).counts.map { $0[0] }
    }
}

extension NeedsAnalysis.Count {
    /// Per 1,000 of the population; nil where nobody is there.
    package var rate: Double? {
        population == 0 ? nil : Double(having) * 1000 / Double(population)
    }
}
