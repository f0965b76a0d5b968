import Records
import Values

extension Authority {
    /// The parts of Westmere.
    ///
    /// Each is a district, in its order, of the postcode area ZZ, which is not in use.
    private static let areas = [
        "Northgate", "Millrace", "Saltern", "Quillside", "Fenwater", "Hartlow Park", "Larkrise", "Orchard Hythe",
        "Staithe",
    ]
    private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ")

    func families() -> [Family] {
        households.map { household in
            var numbers = setting.stream(.people, household.number)
            let district = numbers.whole(1...Authority.areas.count)
            let inward = "\(numbers.whole(1...9))\(numbers.pick(Authority.letters))\(numbers.pick(Authority.letters))"
            return Family(
                id: household.id,
                name: household.surname,
                postcode: "ZZ\(district) \(inward)",
                uprn: numbers.chance(0.7) ? reference("999900", household.number, digits: 6) : nil,
                area: Authority.areas[district - 1]
            )
        }
    }

    func people() -> [Person] {
        let records = households.flatMap { household in
            household.members.map { person($0, of: household) }
        }
        return records.sorted { $0.id < $1.id }
    }

    private func person(_ member: Member, of household: Household) -> Person {
        var numbers = setting.stream(.people, 1_000_000 + member.number)
        let isChild = member.role == .child
        let hasNHSNumber = numbers.chance(isChild ? 0.7 : 0.4)
        let hasPupilNumber = isChild && member.age(on: setting.until) >= 5 && numbers.chance(0.82)
        let isKnownToCare = isChild && (!care.spells(of: member).isEmpty || numbers.chance(0.55))
        let died = !isChild && numbers.chance(0.004)
        return Person(
            id: member.id,
            familyID: household.id,
            forename: member.forename,
            surname: member.surname,
            birth: BirthDate(member.birth),
            sex: member.sex,
            ethnicity: member.ethnicity,
            role: member.role,
            nhsNumber: hasNHSNumber ? PersonNumbers.nhs(member.number) : nil,
            upn: hasPupilNumber ? PersonNumbers.pupil(member.number) : nil,
            childID: isKnownToCare ? reference("WM", member.number, digits: 6) : nil,
            diedOn: died ? setting.anyDay(&numbers) : nil
        )
    }
}
