import Records
import Values

extension KeyInformation {
    /// Cases by the child's age at referral, sex and ethnic group; only the values that occur.
    func profileMeasures() -> [Measure] {
        profile("age", "Age at referral", "Cases by the child's age on the day their own referral was received.", age)
            + profile("sex", "Sex", "Cases by the child's sex.") { child($0)?.sex?.rawValue }
            + profile("ethnicity", "Ethnic group", "Cases by the child's ethnic group.") {
                child($0)?.ethnicity?.rawValue
            }
    }

    private func child(_ index: Int) -> Snapshot.Person? {
        snapshot.cases[index].child.map { snapshot.people[$0.index] }
    }

    private func age(_ index: Int) -> String? {
        guard let referral = snapshot.cases[index].referral, let bornOn = child(index)?.bornOn else { return nil }
        // As at the day: a referral received after it is not known yet.
        let receivedOn = snapshot.referrals[referral.index].receivedOn
        guard receivedOn <= day else { return nil }
        let age = receivedOn.age(bornOn: bornOn)
        return age < 0 ? nil : "\(age)"
    }

    private func profile(
        _ name: String,
        _ label: String,
        _ definition: String,
        _ value: @escaping (Int) -> String?
    ) -> [Measure] {
        var members: [String: [Int]] = [:]
        for index in cases { members[value(index) ?? "unknown", default: []].append(index) }
        // Ages in their order, codes in theirs; not known last.
        let values = members.keys.sorted {
            ($0 == "unknown" ? 1 : 0, Int($0) ?? 0, $0) < ($1 == "unknown" ? 1 : 0, Int($1) ?? 0, $1)
        }
        return values.map { value in
            Measure("profile.\(name).\(value)", "\(label): \(words(value))", .count, definition) { [members] tally in
                for index in members[value] ?? [] { tally.add(.counted, .caseAt(index), because: words(value)) }
                return .count
            }
        }
    }

    private func words(_ value: String) -> String {
        value == "unknown" ? "not known" : Ethnicity(rawValue: value)?.label ?? Sex(rawValue: value)?.label ?? value
    }
}
