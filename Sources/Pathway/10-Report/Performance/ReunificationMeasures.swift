import FollowUp
import Records
import Values

extension Performance {
    /// Children who came home from care, and the service's part in it.
    func reunificationMeasures() -> [Measure] {
        let returns = Dictionary(
            grouping: service.returns.filter { period.contains($0.on) },
            by: \.child
        ).sorted { $0.key.number < $1.key.number }
        return [
            Measure(
                "reunified.children",
                "Children returned home from care",
                .count,
                """
                People of role child, once each, with a placement that ended in the period with reason E4A or E4B and no \
                placement started 0 to 7 days after.
                """
            ) { tally in
                for (child, days) in returns {
                    tally.add(.counted, .person(child), because: "returned on \(days[0].on.long)")
                }
                return .count
            },
            Measure(
                "reunified.with_service.share",
                "Returned home with the service",
                .share,
                """
                Of those, with a case of any programme of the child's family, or with the child as index child, started \
                before the return and open at it, or ended on or after the return less 12 months.
                """
            ) { tally in
                for (child, days) in returns { add(child, days, &tally) }
                return .share
            },
        ]
    }

    private func add(_ child: Position<Person>, _ returns: [Reunification], _ tally: inout Tally) {
        for item in returns {
            guard let index = item.service(in: snapshot) else { continue }
            let words = "returned on \(item.on.long) with case \(snapshot.caseIDs[index])"
            tally.add(.counted, .person(child), because: words)
            return
        }
        tally.add(.notCounted, .person(child), because: "returned on \(returns[0].on.long) without a case")
    }
}
