import Records
import Values

extension Authority {
    /// A review after a month and then every three, until the case closes; the next one due of an open case is not
    /// yet held.
    func reviews() -> [CaseReview] {
        var reviews: [CaseReview] = []
        for (engagement, _) in work {
            var numbers = setting.stream(.reviews, engagement.number)
            let end = engagement.endedOn ?? setting.until.adding(months: 3)
            var months = 1
            while months < 30 {
                let due = engagement.startedOn.adding(months: months)
                guard due < end else { break }
                let held = held(due, of: engagement, &numbers)
                let isLast = engagement.endedOn.map { engagement.startedOn.adding(months: months + 3) >= $0 } ?? false
                reviews.append(
                    CaseReview(
                        id: Identifier(reference("V", reviews.count + 1)),
                        caseID: engagement.id,
                        dueOn: due,
                        heldOn: held,
                        result: held == nil ? nil : result(isLast: isLast, &numbers)
                    )
                )
                months += 3
            }
        }
        return reviews
    }

    /// Three in four on time, most others late, one in ten missed.
    private func held(_ due: Day, of engagement: Engagement, _ numbers: inout SeededGenerator) -> Day? {
        let draw = numbers.unit()
        let delay = draw < 0.76 ? numbers.whole(-4...5) : numbers.whole(10...45)
        let held = (due + delay).weekdayOrFridayBefore
        return draw < 0.9 && held < engagement.end(setting.until) ? held : nil
    }

    private func result(isLast: Bool, _ numbers: inout SeededGenerator) -> ReviewResult {
        if isLast { return numbers.pick([(.close, 70), (.goOn, 26), (.stepDown, 4)]) }
        return numbers.pick([(.goOn, 88), (.stepDown, 8), (.stepUp, 4)])
    }
}
