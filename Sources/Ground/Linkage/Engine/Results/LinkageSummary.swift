import Values

/// What a linking came to, in numbers.
package struct LinkageSummary: Sendable {
    /// What there would be at a threshold.
    package struct AtThreshold: Sendable {
        package let probability: Double
        /// Pairs of records at or above it.
        package let links: Int
        /// Groups of records taken for one person each, those of one record included.
        package let clusters: Int
        /// Records that would be in another company than at the threshold chosen.
        package let moved: Int
    }

    package let records: Int
    package let compared: Int
    package let thresholds: [AtThreshold]
    /// The largest number of records taken for one person.
    package let largest: Int

    /// Thresholds shown beside the one chosen.
    package static let usual = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
}

extension Linkage {
    /// The numbers at the threshold chosen and at others around it.
    package func summary(at chosen: Double, others: [Double] = LinkageSummary.usual) -> LinkageSummary {
        let thresholds = Set(others + [chosen]).sorted()
        let company = sizes(clusters)
        let counted = Parts.map(thresholds.count, size: 1) { range in
            let probability = thresholds[range.lowerBound]
            let isChosen = probability == chosen
            return numbers(
                at: probability,
                isChosen ? clusters : Linker.clusters(pairs, count: clusters.count, at: probability),
                company
            )
        }
        return LinkageSummary(
            records: clusters.count,
            compared: compared,
            thresholds: counted,
            largest: company.max() ?? 0
        )
    }

    private func numbers(at probability: Double, _ found: [Int], _ company: [Int]) -> LinkageSummary.AtThreshold {
        let bar = MatchWeights.weight(ofProbability: probability)
        let sizes = sizes(found)
        return LinkageSummary.AtThreshold(
            probability: probability,
            links: pairs.count { $0.weight >= bar },
            clusters: sizes.count { $0 > 0 },
            moved: found.indices.count { sizes[found[$0]] != company[clusters[$0]] }
        )
    }

    /// How many records are in the cluster of each first record; 0 for records that are not the first of any.
    private func sizes(_ clusters: [Int]) -> [Int] {
        var sizes = [Int](repeating: 0, count: clusters.count)
        for first in clusters { sizes[first] += 1 }
        return sizes
    }
}
