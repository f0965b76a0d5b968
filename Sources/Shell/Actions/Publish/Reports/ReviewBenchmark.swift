import Documents
import Records
package import Report
package import Statistics
import Values

/// One measure of a provider beside the same of the others.
package struct ReviewBenchmark: Sendable {
    package let title: String
    package let unit: FigureUnit
    /// The provider's own.
    package let own: Figure?
    /// The others', by name.
    package let others: [(name: String, figure: Figure?)]
    /// The provider's share less that of the others together, where it is one.
    package let difference: Interval?

    /// What may be said of the difference.
    package var verdict: String {
        guard let difference else { return "Only shares are compared by more than the eye" }
        if difference.low > 0 { return "Higher than the others, by more than chance" }
        return difference.high < 0 ? "Lower than the others, by more than chance" : "Chance may explain the difference"
    }

    /// `−3.1 to 4.0 points`.
    package var differenceWords: String {
        guard let difference else { return "" }
        let points = { (share: Double) in NumberText.decimal(share * 100, places: 1) }
        return "\(points(difference.low)) to \(points(difference.high)) points"
    }
}

extension Keeper {
    /// The latest values of a scorecard's measures, of a provider and of every other.
    func benchmark(
        _ scorecard: Scorecard,
        provider: String,
        asAt day: Day,
        knownAt change: Int?
    ) throws -> [ReviewBenchmark] {
        let whole = try picture(knownAt: change).ground
        let names = try groupNames()
        let providers = CaseGroups(whole.snapshot).codes(.provider)
        let latest = scorecard.lasting(1)
        let answers = try providers.map { code in
            let ground = try ground(ReportFilter([.provider: code]), knownAt: change)
            return (code: code, answer: ground.answer(latest, asAt: day))
        }
        return scorecard.measures.compactMap { measure in
            let figures = answers.map { (code: $0.code, figure: $0.answer.measure(measure.id)?.latest) }
            guard let own = figures.first(where: { $0.code == provider })?.figure else { return nil }
            let others = figures.filter { $0.code != provider }
            let shares = others.compactMap(\.figure?.share)
            let pooled = shares.reduce(into: (numerator: 0, denominator: 0)) { sum, share in
                sum.numerator += Int(share.numerator)
                sum.denominator += Int(share.denominator)
            }
            let difference =
                own.low == nil
                ? nil
                : own.share.flatMap { share in
                    Wilson.difference((Int(share.numerator), Int(share.denominator)), pooled)
                }
            return ReviewBenchmark(
                title: measure.title,
                unit: own.unit,
                own: own,
                others: others.map { (names.name($0.code, .provider), $0.figure) },
                difference: difference
            )
        }
    }
}
