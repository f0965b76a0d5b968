import FollowUp
import Records
import Values

extension KeyInformation {
    /// Where the children are, and their days in care.
    func careMeasures() -> [Measure] {
        [
            Measure(
                "home.now",
                "Children not in care",
                .share,
                "Share of cases opened whose child is not in care on the day.",
                read: homeNow
            ),
            Measure(
                "care.entered",
                "Children who entered care",
                .count,
                "Cases whose child entered care on a day in the 30 months from the start of the case, by the day.",
                read: { entrants(&$0) { _ in true } }
            ),
            Measure(
                "care.left",
                "Entered care and left",
                .count,
                "Of those who entered care, not in care on the day.",
                read: { entrants(&$0) { !care.isInCare($0, on: day) } }
            ),
            Measure(
                "care.in_care",
                "Entered care and still there",
                .count,
                "Of those who entered care, in care on the day.",
                read: { entrants(&$0) { care.isInCare($0, on: day) } }
            ),
            Measure(
                "care.child_days",
                "Child days",
                .days,
                "Nights in the 30 months from the start of each case, up to the day.",
                read: { careDays(&$0) { Double($0.childDays) } }
            ),
            Measure(
                "care.days",
                "Care days",
                .days,
                "Of the child days, those in care.",
                read: { careDays(&$0) { Double($0.careDays) } }
            ),
            Measure(
                "care.proportion",
                "Care proportion",
                .share,
                "Care days divided by child days.",
                read: careProportion
            ),
            Measure(
                "care.never_entered",
                "Children who never entered care",
                .share,
                "Share of cases opened whose child did not enter care in the 30 months from the start of the case.",
                read: neverEntered
            ),
        ]
    }

    private var noIndexChild: String { "the case has no index child" }

    /// The nights over which the case's care is counted.
    func window(_ index: Int) -> CareWindow {
        CareWindow(startedOn: snapshot.cases[index].startedOn, months: KeyInformation.trackedMonths, asAt: day)
    }

    private func homeNow(_ tally: inout Tally) -> Reading {
        for index in cases {
            guard let child = snapshot.cases[index].child else {
                tally.add(.unknown, .caseAt(index), because: noIndexChild)
                continue
            }
            if let spell = care.spell(of: child, on: day) {
                tally.add(.notCounted, .caseAt(index), because: "in care since \(spell.from.long)")
            } else {
                tally.add(.counted, .caseAt(index), because: "not in care on \(day.long)")
            }
        }
        return .share
    }

    /// The day the case's child entered care in the window, if it did.
    private func entry(_ index: Int, _ child: Position<Person>) -> Day? {
        let window = window(index)
        return care.firstEntry(of: child, from: window.from, until: window.until)
    }

    private func entrants(_ tally: inout Tally, where isCounted: (Position<Person>) -> Bool) -> Reading {
        for index in cases {
            guard let child = snapshot.cases[index].child, let entered = entry(index, child), isCounted(child) else {
                continue
            }
            let now = care.isInCare(child, on: day) ? "in care on \(day.long)" : "not in care on \(day.long)"
            tally.add(.counted, .caseAt(index), because: "entered care on \(entered.long); \(now)")
        }
        return .count
    }

    private func careDays(_ tally: inout Tally, _ part: (CareDays) -> Double) -> Reading {
        .number(part(sumOfCareDays(&tally)))
    }

    private func careProportion(_ tally: inout Tally) -> Reading {
        .days(sumOfCareDays(&tally).proportion)
    }

    private func sumOfCareDays(_ tally: inout Tally) -> CareDays {
        var total = CareDays.none
        for index in cases {
            guard let child = snapshot.cases[index].child else {
                tally.add(.unknown, .caseAt(index), because: noIndexChild)
                continue
            }
            let days = care.careDays(of: child, in: window(index))
            total = total + days
            let words = "\(days.careDays) of \(days.childDays) nights in care"
            tally.add(days.careDays > 0 ? .counted : .notCounted, .caseAt(index), because: words)
        }
        return total
    }

    private func neverEntered(_ tally: inout Tally) -> Reading {
        for index in cases {
            guard let child = snapshot.cases[index].child else {
                tally.add(.unknown, .caseAt(index), because: noIndexChild)
                continue
            }
            if let entered = entry(index, child) {
                tally.add(.notCounted, .caseAt(index), because: "entered care on \(entered.long)")
            } else {
                tally.add(.counted, .caseAt(index), because: "did not enter care")
            }
        }
        return .share
    }
}
