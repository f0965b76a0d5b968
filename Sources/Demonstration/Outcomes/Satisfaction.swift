import Records
import Values

extension Authority {
    /// Share of completed and of other cases whose parent answered at the end.
    private static let answered = (completed: 0.7, other: 0.12)

    /// How often each answer, 0 to 10, was given to the three questions; about as in Essex in 2019.
    private static let answersPerHundred: [[(Int, Int)]] = [
        [(10, 62), (9, 20), (8, 11), (7, 4), (5, 2), (3, 1)],
        [(10, 34), (9, 22), (8, 22), (7, 11), (6, 5), (5, 4), (2, 2)],
        [(10, 8), (9, 11), (8, 27), (7, 18), (6, 13), (5, 12), (4, 6), (2, 4), (0, 1)],
    ]

    /// What the parent said of the therapy at closure: three questions.
    func addSatisfaction(of engagement: Engagement, to answers: inout Answers) {
        var numbers = setting.stream(.satisfaction, engagement.number)
        let share = engagement.isCompleted ? Authority.answered.completed : Authority.answered.other
        guard let end = engagement.endedOn, end - engagement.startedOn > 30, numbers.chance(share) else { return }
        // Families of a weak team are a little less content.
        let less = engagement.isWeak && numbers.chance(0.4) ? 1 : 0
        let given = Authority.answersPerHundred.enumerated().map { index, weights in
            (item: String(index + 1), value: Decimal(max(0, numbers.pick(weights) - less)))
        }
        answers.add("mst-satisfaction", .caregiver, "closure", on: end - numbers.whole(1...7), of: engagement, given)
    }
}
