import FollowUp
import Records
import Values

extension ProgrammePerformance {
    /// Children living at home at closure and 6, 12, 18 and 24 months after it.
    func homeMeasures() -> [Measure] {
        [0, 6, 12, 18, 24].flatMap { months in
            let name = months == 0 ? "close" : "\(months)"
            let when = months == 0 ? "at closure" : "\(months) months after closure"
            return [
                Measure(
                    id("home.\(name).share"),
                    "Children at home \(when)",
                    .share,
                    """
                    Of the children of the families of cases that reached this milestone in the period, under 18 and \
                    born on the day the case closed: at home, as a share of those known.
                    """,
                    read: { atHome(months, &$0) }
                ),
                Measure(
                    id("home.\(name).unknown"),
                    "Children not known \(when)",
                    .count,
                    "Of the same children, those of whom it is not known where they live.",
                    read: { notKnown(months, &$0) }
                ),
            ]
        }
    }

    private func atHome(_ months: Int, _ tally: inout Tally) -> Reading {
        eachChild(months) { child, found in
            switch found.finding {
            case .home: tally.add(.counted, .person(child), because: found.words)
            case .away: tally.add(.notCounted, .person(child), because: found.words)
            case .unknown: tally.add(.unknown, .person(child), because: found.words)
            }
        }
        return .share
    }

    private func notKnown(_ months: Int, _ tally: inout Tally) -> Reading {
        eachChild(months) { child, found in
            guard found.finding == .unknown else { return }
            tally.add(.counted, .person(child), because: found.words)
        }
        return .count
    }

    /// The cohort: the children of each case closed whose closure and so many months lies in the period.
    func eachChild(_ months: Int, _ body: (Position<Person>, AtHome) -> Void) {
        let rule = AtHomeRule(snapshot, care: care)
        for index in cases.closed(months, before: period) {
            guard let closedOn = snapshot.cases[index].endedOn else { continue }
            let adultsBornBy = AtHomeRule.birthOfAdults(on: closedOn)
            rule.eachChild(ofCaseAt: index, closedOn: closedOn, adultsBornBy: adultsBornBy) { child in
                body(child, rule.finding(caseAt: index, child: child, closedOn: closedOn, months: months))
            }
        }
    }
}

extension AtHome {
    /// Why, in words.
    var words: String {
        switch evidence {
        case .followUp(let living, let day): "follow-up on \(day.long): \(living.label.lowercased())"
        case .placements: finding == .home ? "no follow-up in time; not in care" : "no follow-up in time; in care"
        case .none: "no follow-up in time, and not in any return"
        }
    }
}
