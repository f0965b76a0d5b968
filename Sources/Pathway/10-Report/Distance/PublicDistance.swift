package import Statistics

/// Distance travelled as it may be published: families better, the same or worse, by group, small counts hidden.
///
/// Medians, tests and single areas are left out: beside the counts they tell more than either.
package struct PublicDistance: Sendable {
    package struct Part: Sendable {
        /// Nil: the group of these is not known.
        package let code: String?
        package let better: ProtectedCount
        package let same: ProtectedCount
        package let worse: ProtectedCount
        package let all: ProtectedCount
    }

    package let dimensions: [(dimension: Dimension, parts: [Part])]
    /// Nothing could protect it, so that nothing of it may be published.
    package let isWithheld: Bool

    /// Every table by every dimension, hidden together, since they share their sums.
    package init(_ cohort: DistanceCohort, by dimensions: [Dimension], policy: DisclosurePolicy) {
        var counts = LinkedCounts()
        let totals = PublicDistance.row(cohort).enumerated().map { counts.add("all \($0)", $1) }
        counts.link(totals[3], isSumOf: Array(totals.prefix(3)))
        let tables = dimensions.map { dimension in
            let parts = cohort.parts(dimension)
            let places = parts.enumerated().map { index, part in
                PublicDistance.row(part.cohort).enumerated().map { column, value in
                    counts.add("\(dimension.rawValue) \(index) \(column)", value)
                }
            }
            for row in places { counts.link(row[3], isSumOf: Array(row.prefix(3))) }
            for column in totals.indices { counts.link(totals[column], isSumOf: places.map { $0[column] }) }
            return (dimension: dimension, parts: parts, places: places)
        }
        let protection = DisclosureControl(policy).protect(counts)
        isWithheld = protection.isWithheld
        let published = { (place: Int) -> ProtectedCount in
            protection.isWithheld ? .hidden(.primary) : protection.published(place)
        }
        let all = Part(
            code: "",
            better: published(totals[0]),
            same: published(totals[1]),
            worse: published(totals[2]),
            all: published(totals[3])
        )
        self.dimensions = tables.map { table in
            let parts = zip(table.parts, table.places).map { part, places in
                Part(
                    code: part.code,
                    better: published(places[0]),
                    same: published(places[1]),
                    worse: published(places[2]),
                    all: published(places[3])
                )
            }
            return (table.dimension, parts + [all])
        }
    }

    /// Families better in more areas than worse, in as many, in fewer; and all.
    private static func row(_ cohort: DistanceCohort) -> [Int] {
        let better = cohort.families.count { $0.better > $0.worse }
        let worse = cohort.families.count { $0.better < $0.worse }
        return [better, cohort.families.count - better - worse, worse, cohort.families.count]
    }
}
