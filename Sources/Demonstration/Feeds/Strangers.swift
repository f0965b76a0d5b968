import Records
import Values

/// Families whom partners know and the register does not, some of them in the trouble the criteria look for.
struct Strangers {
    private let setting: Setting
    private let count: Int

    /// Share of them that meet at least two criteria.
    private static let troubled = 0.3

    init(_ setting: Setting, families count: Int) {
        self.setting = setting
        self.count = count
    }

    func add(to records: inout RecordSet) {
        var households = Households(
            Setting(seed: setting.seed &+ 0x5EED, families: setting.families, until: setting.until)
        )
        for _ in 0..<count { _ = households.add(.unreferred(setting.until - 30), ages: 4...15, offending: 0.3) }
        for household in households.all {
            var numbers = setting.stream(.strangers, household.number)
            let family = Identifier<Family>(reference("X", household.number))
            let district = numbers.whole(1...9)
            records.families.append(
                Family(
                    id: family,
                    name: household.surname,
                    postcode:
                        "ZZ\(district) \(numbers.whole(1...9))\(numbers.pick(["AB", "DE", "GH", "NP", "TU", "XZ"]))",
                    uprn: numbers.chance(0.7) ? reference("999950", household.number, digits: 6) : nil,
                    area: nil
                )
            )
            for member in household.members { add(member, of: family, to: &records, &numbers) }
            addFacts(household, to: &records, &numbers)
        }
    }

    private func id(_ member: Member) -> Identifier<Person> { Identifier(reference("XP", member.number)) }

    private func add(
        _ member: Member,
        of family: Identifier<Family>,
        to records: inout RecordSet,
        _ numbers: inout SeededGenerator
    ) {
        let isChild = member.role == .child
        records.people.append(
            Person(
                id: id(member),
                familyID: family,
                forename: member.forename,
                surname: member.surname,
                birth: BirthDate(member.birth),
                sex: member.sex,
                role: member.role,
                nhsNumber: numbers.chance(0.5) ? PersonNumbers.nhs(500_000 + member.number) : nil,
                upn: isChild && numbers.chance(0.8) ? PersonNumbers.pupil(500_000 + member.number) : nil,
                childID: isChild && numbers.chance(0.2) ? reference("XC", member.number) : nil
            )
        )
    }

    private func addFacts(_ household: Household, to records: inout RecordSet, _ numbers: inout SeededGenerator) {
        let isTroubled = numbers.chance(Strangers.troubled)
        let pupils = household.children.filter { $0.isPupil(on: setting.until - 183) }
        let misses = numbers.chance(isTroubled ? 0.8 : 0.05)
        for pupil in pupils {
            let rate = misses && pupil.number == pupils[0].number ? 0.24 : 0.02
            addTerms(of: pupil, rate, to: &records, &numbers)
        }
        if let youth = household.children.first(where: { $0.isYouth(on: setting.until - 183) }) {
            if numbers.chance(isTroubled ? 0.5 : 0.02) {
                add(.offence, youth, "youth_justice", proven: true, to: &records, &numbers)
            }
            if numbers.chance(isTroubled ? 0.4 : 0.03) { add(.asbIncident, youth, "asb_team", to: &records, &numbers) }
        }
        for adult in household.adults.prefix(1) {
            let isOut = numbers.chance(isTroubled ? 0.9 : 0.3)
            records.workStatus.append(
                WorkStatus(
                    personID: id(adult),
                    status: isOut ? .outOfWorkBenefit : .employed,
                    benefit: isOut ? "Universal Credit" : nil,
                    from: setting.until - numbers.whole(200...900),
                    source: "jobcentre"
                )
            )
        }
    }

    private func addTerms(
        of pupil: Member,
        _ rate: Double,
        to records: inout RecordSet,
        _ numbers: inout SeededGenerator
    ) {
        for term in SchoolCalendar.halfTerms(endingFrom: setting.lastYear, to: setting.until) {
            let missed = (Double(term.sessions) * rate * (0.8 + 0.4 * numbers.unit())).nearest
            records.attendance.append(
                Attendance(
                    personID: id(pupil),
                    from: term.from,
                    to: term.to,
                    sessionsPossible: term.sessions,
                    authorisedAbsences: numbers.whole(0...4),
                    unauthorisedAbsences: missed,
                    source: "education"
                )
            )
        }
    }

    private func add(
        _ kind: EventKind,
        _ member: Member,
        _ source: String,
        proven: Bool? = nil,
        to records: inout RecordSet,
        _ numbers: inout SeededGenerator
    ) {
        records.events.append(
            Event(
                id: Identifier(reference("XE", records.events.count + 1, digits: 6)),
                personID: id(member),
                kind: kind,
                on: setting.until - numbers.whole(20...340),
                source: source,
                reference: reference("WX-", numbers.whole(1...999_999), digits: 6),
                proven: proven
            )
        )
    }
}
