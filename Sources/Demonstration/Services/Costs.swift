import Records
import Values

extension Authority {
    private static let headings: [(heading: String, perHundred: Int)] = [
        ("Staff", 79), ("Premises and travel", 9), ("Licence and training", 5), ("Overheads", 7),
    ]
    /// Prices rise by this much a year up to the last, whose costs are those of the programme.
    private static let inflation = 0.03

    /// What each programme cost in each quarter, under four headings.
    ///
    /// Over a year the sum comes to the cost per family times the families served: those who start in it and those
    /// already open at its beginning, of whom a quarter counts in each quarter.
    func costs() -> [Cost] {
        var costs: [Cost] = []
        for programme in Programme.all {
            var day = setting.from
            while day <= setting.until {
                let quarter = Quarter(containing: day).period
                guard let part = Period(from: day, to: min(quarter.to, setting.until)) else { break }
                let pounds = pounds(of: programme, in: part, share: Double(part.days) / Double(quarter.days))
                for line in Authority.headings where pounds > 0 {
                    costs.append(
                        Cost(
                            id: Identifier(reference("B", costs.count + 1, digits: 4)),
                            programme: programme.code,
                            organisationID: programme.organisation,
                            from: part.from,
                            to: part.to,
                            amount: Money(pence: Int64(pounds) * Int64(line.perHundred)),
                            heading: line.heading
                        )
                    )
                }
                day = quarter.end
            }
        }
        return costs
    }

    private func pounds(of programme: Programme, in part: Period, share: Double) -> Int {
        let cases = work.map(\.engagement).filter { $0.programme.code == programme.code }
        let started = cases.count { part.contains($0.startedOn) }
        let open = cases.count { $0.startedOn < part.from && $0.nights.contains(part.from) }
        let years = Double(setting.until - part.to) / 365.25
        let families = Double(started) + Double(open) * share / 4
        return Int(families * Double(programme.costPerFamily) * (1 + Authority.inflation * (0.5 - years)))
    }
}
