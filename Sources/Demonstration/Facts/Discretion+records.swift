import Records
import Values

extension Authority {
    private static let criteria = "troubled-families-2012"

    /// Share of families with a decision, by how many of the three criteria they meet.
    private static let decided = [0.002, 0.012, 0.88, 0.2]
    /// Share of decisions withdrawn again.
    private static let withdrawn = 0.05

    private static let reasons = [
        "High cost to the police and to health services", "Several children at risk of care",
        "Domestic abuse with repeated call-outs", "Parent's mental health and debt", "Risk of losing the tenancy",
        "Drug and alcohol misuse in the household", "Younger children follow their brother into disorder",
    ]
    private static let panel = ["Lead for priority families", "Chair of the gateway panel", "Head of early help"]

    /// Decisions that a family may count although it meets two of the three criteria.
    func discretion() -> [Discretion] {
        households.indices.compactMap { index in
            let household = households[index]
            var numbers = setting.stream(.discretion, household.number)
            guard numbers.chance(Authority.decided[min(hardship[index].count, 3)]) else { return nil }
            let set = setting.until - numbers.whole(3...540)
            let withdrawn = numbers.chance(Authority.withdrawn) ? set + numbers.whole(30...300) : nil
            return Discretion(
                familyID: household.id,
                criteria: Authority.criteria,
                setOn: set,
                setBy: numbers.pick(Authority.panel),
                reason: numbers.pick(Authority.reasons),
                withdrawnOn: withdrawn.flatMap { $0 <= setting.until ? $0 : nil }
            )
        }
    }
}
