import Values

extension AnswerLinks {
    /// Links whatever adds up in one publication, as its readers know: groups to all, the rows of a table, a share's parts.
    ///
    /// It is done for this publication and again for every earlier one, since a sum can tell what a hidden count of it is.
    mutating func linkSums(_ publication: [PublishedFigure]) {
        let periods = Dictionary(grouping: publication, by: \.period)
        for (_, figures) in periods.sorted(by: { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }) {
            linkGroups(figures)
            switch figures.first?.topic {
            case .report: linkReport(figures)
            case .distance: linkRows(figures)
            case .needs: linkPopulations(figures)
            case nil: break
            }
        }
    }

    /// Groups that are told apart by one thing add up to all, as programmes do (`mst.families.served`).
    private mutating func linkGroups(_ figures: [PublishedFigure]) {
        let groups = Dictionary(grouping: figures.filter { !$0.isOfAll }, by: \.name)
        for total in figures where total.isOfAll {
            let parts = Dictionary(grouping: groups[total.name] ?? [], by: \.dimension)
            for (_, alike) in parts.sorted(by: { $0.key < $1.key }) { link(total, isSumOf: alike) }
        }
    }

    /// Numerators are among their denominators; counts of one list (`profile.age.12`) may add up to any other count.
    ///
    /// Where a list does add up, a reader may take one from the other.
    private mutating func linkReport(_ figures: [PublishedFigure]) {
        let wholes = Dictionary(
            figures.filter { $0.part == .denominator }.map { ($0.figure, $0) },
            uniquingKeysWith: { one, _ in one }
        )
        let hits = figures.filter { $0.part == .numerator }
        for part in hits { if let whole = wholes[part.figure] { link(part, isAmong: whole) } }
        let shares = Set(hits.map(\.figure))
        let counts = figures.filter { $0.part != .denominator || !shares.contains($0.figure) }
        let lists = Dictionary(grouping: counts) { $0.figure.split(separator: ".").dropLast().joined(separator: ".") }
        for (_, list) in lists.sorted(by: { $0.key < $1.key }) where list.count > 1 {
            let names = Set(list.map(\.figure))
            let sum = list.reduce(0) { $0 + $1.value }
            for total in counts where total.value == sum && !names.contains(total.figure) {
                link(total, isSumOf: list)
            }
        }
    }

    /// Of each group, families better, the same and worse are all families.
    private mutating func linkRows(_ figures: [PublishedFigure]) {
        for (_, row) in Dictionary(grouping: figures, by: \.group).sorted(by: { $0.key < $1.key }) {
            guard let all = row.first(where: { $0.measure == PublicDistance.all }) else { continue }
            link(all, isSumOf: row.filter { $0.measure != PublicDistance.all })
        }
    }

    /// Of each group, those who have a sign of need are among those it is counted in.
    private mutating func linkPopulations(_ figures: [PublishedFigure]) {
        let populations = Dictionary(
            figures.filter { $0.part == .denominator }.map { ("\($0.group) \($0.measure)", $0) },
            uniquingKeysWith: { one, _ in one }
        )
        for part in figures where part.part == .numerator {
            guard let indicator = Indicator(rawValue: String(part.measure)),
                let whole = populations["\(part.group) \(indicator.subject.rawValue)"]
            else { continue }
            link(part, isAmong: whole)
        }
    }
}
