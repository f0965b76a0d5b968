package import Statistics
package import Values

/// Distance travelled as it may be published: families better, the same or worse, by group, small counts hidden.
///
/// It is held against every distance published before, of this period or another. Medians, tests and single areas are left
/// out: beside the counts they tell more than either.
package struct PublicDistance: Sendable {
    package struct Part: Sendable {
        /// Empty: all groups together; nil: the group of these is not known.
        package let code: String?
        package let better: PublishedCount
        package let same: PublishedCount
        package let worse: PublishedCount
        package let all: PublishedCount
    }

    package let dimensions: [(dimension: Dimension, parts: [Part])]
    package let protection: Protection
    /// What it publishes or hides, for the log.
    package let published: [PublishedFigure]

    /// Nothing could protect it, so that nothing of it may be published.
    package var isWithheld: Bool { protection.isWithheld }

    /// The name of the count of all families of a group, whichever way they went.
    static let all = "families"

    /// Every table by every dimension, hidden together, since they share their sums, and with what was published before.
    package init(
        _ cohort: DistanceCohort,
        measuredIn period: Period,
        by dimensions: [Dimension],
        policy: DisclosurePolicy,
        earlier: [[PublishedFigure]] = []
    ) {
        var links = AnswerLinks(earlier, of: .distance)
        func add(_ group: String, _ cohort: DistanceCohort) -> [Int] {
            PublicDistance.row(cohort).map { measure, value in
                links.add(PublishedFigure(.distance, of: group, measure, during: period, value: value))
            }
        }
        let totals = add("all", cohort)
        let tables = dimensions.map { dimension in
            let parts = cohort.parts(dimension)
            let places = parts.map { add("\(dimension.rawValue)/\($0.code ?? "")", $0.cohort) }
            return (dimension: dimension, codes: parts.map(\.code), places: places)
        }
        let protection = DisclosureControl(policy).protect(links.linked())
        self.protection = protection
        published = links.published(protection)
        let part = { (code: String?, places: [Int]) in
            let counts = places.map { PublishedCount(protection, $0) }
            return Part(code: code, better: counts[0], same: counts[1], worse: counts[2], all: counts[3])
        }
        self.dimensions = tables.map { table in
            (table.dimension, zip(table.codes, table.places).map(part) + [part("", totals)])
        }
    }

    /// Families better in more areas than worse, in as many, in fewer; and all.
    private static func row(_ cohort: DistanceCohort) -> [(measure: String, value: Int)] {
        let better = cohort.families.count { $0.better > $0.worse }
        let worse = cohort.families.count { $0.better < $0.worse }
        let all = cohort.families.count
        return [("better", better), ("same", all - better - worse), ("worse", worse), (PublicDistance.all, all)]
    }
}
