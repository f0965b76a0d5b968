import Records
import Values

extension Authority {
    /// The outcome contract that cases of Multisystemic Therapy count under.
    private static let contract = "westmere-edge-of-care"

    private static let destinations: [(String, Int)] = [
        ("No further service", 34), ("Early help", 26), ("School support", 12), ("Children's social care", 12),
        ("Young Minds Clinic", 8), ("Voluntary sector", 8),
    ]

    func cases(referrals: [Int: Identifier<Referral>]) -> [Case] {
        work.map { engagement, household in
            var numbers = setting.stream(.cases, engagement.number)
            let tier = engagement.programme.tier(&numbers)
            let destination = numbers.pick(Authority.destinations)
            // In some cases of a key worker the whole family is meant, not one child.
            let isWholeFamily = !engagement.programme.isTherapy && numbers.chance(0.012)
            return Case(
                id: engagement.id,
                referralID: referrals[engagement.number],
                familyID: households[household].id,
                personID: isWholeFamily ? nil : index(of: household).id,
                programme: engagement.programme.code,
                organisationID: engagement.programme.organisation,
                team: engagement.team,
                tier: tier,
                startedOn: engagement.startedOn,
                endedOn: engagement.endedOn,
                endReason: engagement.endReason,
                destination: engagement.endedOn == nil ? nil : destination,
                contractID: engagement.programme.code == "mst" ? Authority.contract : nil
            )
        }
    }
}
