import Records
import Values

extension ProgrammePerformance {
    /// What the service cost for each family and child served, in pounds.
    func costMeasures() -> [Measure] {
        [
            Measure(
                id("cost.per_family"),
                "Cost per family",
                .pounds,
                "Costs of the programme, spread evenly by day over their own period, in the period; by families served.",
                read: { cost(by: familiesServed.count, &$0) }
            ),
            Measure(
                id("cost.per_child"),
                "Cost per child",
                .pounds,
                "Costs of the programme, spread evenly by day over their own period, in the period; by children served.",
                read: { cost(by: childrenServed.count, &$0) }
            ),
        ]
    }

    private func cost(by count: Int, _ tally: inout Tally) -> Reading {
        .quotient(snapshot.pounds(of: programme, during: period, &tally), Double(count))
    }
}

extension Snapshot {
    /// What a programme cost in a period, in pounds, each cost spread evenly by day over its own; nil is all programmes.
    func pounds(of programme: Symbol?, during period: Period, _ tally: inout Tally) -> Double {
        // Pence times days, by the length of the cost's own period: exact until the one division of each length.
        var penceDays: [Int: Int128] = [:]
        for (index, cost) in costs.enumerated() where programme == nil || cost.programme == programme {
            guard let days = cost.period.intersection(period)?.days else { continue }
            penceDays[cost.period.days, default: 0] += Int128(cost.amount.pence) * Int128(days)
            tally.add(.counted, .cost(index), because: "\(days) of its \(cost.period.days) days lie in the period")
        }
        let pence = penceDays.sorted { $0.key < $1.key }.reduce(0) { $0 + Double($1.value) / Double($1.key) }
        return pence / 100
    }
}
