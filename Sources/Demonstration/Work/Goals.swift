import Records
import Values

extension Authority {
    private static let titles: [(title: String, domain: String)] = [
        ("Goes to school every day", "education"), ("No more exclusions this term", "education"),
        ("Comes home by the time agreed", "safety"), ("No police call-outs to the home", "safety"),
        ("No further offences", "crime"), ("Stays away from known disorder", "crime"),
        ("Parents agree rules and keep to them", "parenting"), ("Family eats together three times a week", "family"),
        ("Arguments end without violence", "family"), ("Parent starts training or work", "work"),
        ("Debts are under a plan", "money"), ("The tenancy is kept", "housing"),
        ("Parent sees the doctor about low mood", "health"), ("Young person joins a club", "community"),
    ]

    /// Two to four goals a case, agreed in its first weeks.
    func goals() -> [Goal] {
        var goals: [Goal] = []
        for (engagement, _) in work {
            var numbers = setting.stream(.goals, engagement.number)
            let set = engagement.startedOn + numbers.whole(5...28)
            guard set < engagement.end(setting.until) else { continue }
            let first = numbers.whole(0...Authority.titles.count - 1)
            for step in 0..<numbers.whole(2...4) {
                // Five steps on each time, so that no case has one goal twice.
                let text = Authority.titles[(first + step * 5) % Authority.titles.count]
                let outcome = outcome(of: engagement, &numbers)
                goals.append(
                    Goal(
                        id: Identifier(reference("G", goals.count + 1)),
                        caseID: engagement.id,
                        title: text.title,
                        domain: text.domain,
                        setOn: set,
                        outcome: outcome,
                        closedOn: outcome == .open ? nil : engagement.end(setting.until) - 1
                    )
                )
            }
        }
        return goals
    }

    private func outcome(of engagement: Engagement, _ numbers: inout SeededGenerator) -> GoalOutcome {
        guard engagement.endedOn != nil else { return .open }
        return engagement.isCompleted
            ? numbers.pick([(.achieved, 54), (.partly, 27), (.notAchieved, 12), (.dropped, 7)])
            : numbers.pick([(.achieved, 12), (.partly, 24), (.notAchieved, 40), (.dropped, 24)])
    }
}
