package import Statistics

/// A needs analysis as it may be published: prevalence alone, small counts hidden, rates hidden with their counts.
///
/// It is held against every needs analysis published before, by area or by time. First times, the number of events and
/// combinations are left out: two measures of the same people, held against each other, tell more than either.
package struct PublicNeeds: Sendable {
    package struct Count: Sendable, Hashable {
        package let having: PublishedCount
        package let population: PublishedCount

        /// Per 1,000 of the population, of the numbers that are printed; nil where either is hidden or nobody is there.
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
    package let protection: Protection
    /// What it publishes or hides, for the log.
    package let published: [PublishedFigure]

    /// Nothing could protect it, so that nothing of it may be published.
    package var isWithheld: Bool { protection.isWithheld }

    package init(_ analysis: NeedsAnalysis, policy: DisclosurePolicy, earlier: [[PublishedFigure]] = []) {
        self.analysis = analysis
        var links = AnswerLinks(earlier, of: .needs)
        func add(_ count: NeedsAnalysis.Count, _ indicator: Indicator, _ group: NeedsGroup?) -> (Int, Int) {
            // Areas are of one period; parts of the period are each of everybody.
            let isArea = analysis.grouping == .area && group != nil
            let name = isArea ? "area/\(group?.label ?? "")" : "all"
            let period = group?.period ?? analysis.period
            let subject = indicator.subject.rawValue
            let all = count.population
            let whole = PublishedFigure(.needs, of: name, subject, .denominator, during: period, value: all)
            let part = PublishedFigure(
                .needs,
                of: name,
                indicator.rawValue,
                .numerator,
                during: period,
                value: count.having
            )
            // Few or none who have it not are hidden too; a small population is hidden itself, and so no limit to anybody.
            return (links.add(part, of: max(all, policy.spread + 1)), links.add(whole))
        }
        let places = zip(Indicator.allCases, analysis.counts).map { indicator, counts in
            zip(analysis.groups, counts).map { add($1, indicator, $0) }
        }
        let sums = analysis.totals.map { zip(Indicator.allCases, $0).map { add($1, $0, nil) } }
        let protection = DisclosureControl(policy).protect(links.linked())
        self.protection = protection
        published = links.published(protection)
        let count = { (places: (Int, Int)) in
            Count(having: PublishedCount(protection, places.0), population: PublishedCount(protection, places.1))
        }
        counts = places.map { $0.map(count) }
        totals = sums.map { $0.map(count) }
    }
}

extension NeedsAnalysis.Count {
    /// Per 1,000 of the population; nil where nobody is there.
    package var rate: Double? {
        population == 0 ? nil : Double(having) * 1000 / Double(population)
    }
}
