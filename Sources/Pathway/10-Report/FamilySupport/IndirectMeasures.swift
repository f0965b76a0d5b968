import Records
import Values

extension FamilySupport {
    /// Signs of need in the period among everybody in the register, served or not: what a service moves indirectly.
    func indirectMeasures() -> [Measure] {
        let occurrences = Occurrences(snapshot: snapshot, care: care)
        return Indicator.allCases.map { indicator in
            Measure(
                "indirect.\(indicator.rawValue)",
                "\(indicator.label): \(indicator.subject.rawValue)",
                .count,
                "\(indicator.definition) Everybody in the register is looked at, once each."
            ) { tally in
                var first: [Int: Occurrence] = [:]
                for one in occurrences.all(indicator, during: period)
                where one.from <= period.to && one.to >= period.from {
                    if let other = first[one.subject], other.from <= one.from { continue }
                    first[one.subject] = one
                }
                for (subject, one) in first.sorted(by: { $0.key < $1.key }) {
                    let words = one.from < period.from ? "since \(one.from.long)" : "on \(one.from.long)"
                    let member: Tally.Subject =
                        indicator.subject == .families ? .family(subject) : .person(Position(subject))
                    tally.add(.counted, member, because: words)
                }
                return .count
            }
        }
    }
}
