import FollowUp
import Records
import Values

extension KeyInformation {
    /// Offending before, during and after.
    ///
    /// The three windows differ in length: they are not a trend.
    func offendingMeasures() -> [Measure] {
        [
            offending(
                .before,
                "offending.before",
                "Offended before",
                "Cases whose child has an offence, proven or not, in the 6 months before the case started."
            ),
            offending(
                .during,
                "offending.during",
                "Offended during",
                "Cases whose child has an offence, proven or not, while the case was open."
            ),
            offending(
                .after,
                "offending.after",
                "Offended after",
                "Closed cases whose child has an offence, proven or not, in the 4 months from closure."
            ),
        ]
    }

    private func offending(_ window: OffendingWindow, _ id: String, _ label: String, _ definition: String) -> Measure {
        Measure(id, label, .count, definition) { tally in
            for index in cases {
                let item = snapshot.cases[index]
                guard let child = item.child, let days = window.days(of: item, asAt: day),
                    let offence = snapshot.firstOffence(of: child, in: days)
                else { continue }
                tally.add(.counted, .caseAt(index), because: "offence on \(offence.on.long)")
            }
            return .count
        }
    }
}
