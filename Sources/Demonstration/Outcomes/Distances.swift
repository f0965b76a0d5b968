import Records
import Values

/// Rates of the distance families travel, area by area, on levels from 1 (none) to 5 (critical or complex).
private enum Rates {
    /// Share of cases with a baseline: of priority families, whose tool it is, and of the therapies.
    static let baseline = (own: 0.86, other: 0.22)
    static let review = 0.82
    static let closure = (completed: 0.8, other: 0.2)
    /// Share of families who set their own levels beside those agreed with the worker.
    static let ownView = 0.15
    /// How often an area is told to be worse once there is trust.
    static let told = 0.16
    /// How often an area with need goes down a level between two occasions.
    static let falls = (completed: 0.46, other: 0.2)
    /// Of a weak team, less of that.
    static let weakness = 0.14
    /// How often an area goes up a level for no such reason.
    static let rises = 0.05
}

extension Authority {
    /// The areas of distance travelled, as the shipped definition names them, and how often each is of need at all.
    private static let areas: [(name: String, need: Double)] = [
        ("housing", 0.42), ("income-and-work", 0.6), ("family-history", 0.62), ("social-links", 0.46),
        ("general-health", 0.3), ("physical-development", 0.12), ("speech-and-language", 0.2),
        ("emotional-development", 0.6), ("behaviour", 0.72), ("self-esteem", 0.5), ("relationships", 0.56),
        ("self-care", 0.18), ("reasoning", 0.22), ("participation", 0.52), ("progress", 0.5), ("aspirations", 0.4),
        ("basic-care", 0.34), ("routines", 0.7), ("warmth", 0.44), ("physical-health", 0.26), ("mental-health", 0.55),
        ("drugs-and-alcohol", 0.32),
    ]

    /// Levels at the start, at reviews after three and six months, and at closure.
    func addDistance(of engagement: Engagement, to answers: inout Answers) {
        var numbers = setting.stream(.distance, engagement.number)
        let isOwn = !engagement.programme.isTherapy
        guard numbers.chance(isOwn ? Rates.baseline.own : Rates.baseline.other) else { return }
        let end = engagement.end(setting.until)
        let start = engagement.startedOn + numbers.whole(3...21)
        guard start < end else { return }
        let view: Informant = numbers.chance(0.7) ? .joint : .worker
        let hasOwnView = numbers.chance(Rates.ownView)
        var levels = Authority.areas.map { firstLevel($0.need, &numbers) }
        var isFirst = true
        for (occasion, day) in occasions(of: engagement, from: start, until: end, &numbers) {
            if occasion != "baseline" {
                levels = levels.map { later($0, engagement, mayTell: isFirst, &numbers) }
                isFirst = false
            }
            add(levels, view, occasion, on: day, engagement, &answers)
            if hasOwnView {
                let own = levels.map { numbers.chance(0.2) ? min(5, max(1, $0 + numbers.whole(-1...1))) : $0 }
                add(own, .family, occasion, on: day, engagement, &answers)
            }
        }
    }

    private func occasions(
        of engagement: Engagement,
        from start: Day,
        until end: Day,
        _ numbers: inout SeededGenerator
    ) -> [(String, Day)] {
        var occasions = [("baseline", start)]
        for (occasion, months) in [("review_1", 3), ("review_2", 6)] {
            let day = engagement.startedOn.adding(months: months) + numbers.whole(-5...5)
            if day < end - 14, numbers.chance(Rates.review) { occasions.append((occasion, day)) }
        }
        let closes = engagement.isCompleted ? Rates.closure.completed : Rates.closure.other
        if let last = engagement.endedOn, last - start > 40, numbers.chance(closes) {
            occasions.append(("closure", last - numbers.whole(1...10)))
        }
        return occasions
    }

    private func firstLevel(_ need: Double, _ numbers: inout SeededGenerator) -> Int {
        guard numbers.chance(need) else { return numbers.pick([(1, 70), (2, 30)]) }
        return numbers.pick([(2, 20), (3, 40), (4, 28), (5, 12)])
    }

    private func later(
        _ level: Int,
        _ engagement: Engagement,
        mayTell: Bool,
        _ numbers: inout SeededGenerator
    ) -> Int {
        if mayTell, numbers.chance(Rates.told) { return min(5, level + 1) }
        if numbers.chance(Rates.rises) { return min(5, level + 1) }
        let falls = engagement.isCompleted ? Rates.falls.completed : Rates.falls.other
        let less = engagement.isWeak ? Rates.weakness : 0
        guard level > 1, numbers.chance(falls - less) else { return level }
        return max(1, level - numbers.pick([(1, 78), (2, 22)]))
    }

    private func add(
        _ levels: [Int],
        _ view: Informant,
        _ occasion: String,
        on day: Day,
        _ engagement: Engagement,
        _ answers: inout Answers
    ) {
        answers.add(
            "distance-travelled",
            view,
            occasion,
            on: day,
            of: engagement,
            by: worker(of: engagement, on: day),
            zip(Authority.areas, levels).map { (item: $0.name, value: Decimal($1)) }
        )
    }

    /// What the family says of the service at a review and at the end: four questions, 1 to 5.
    func addFeedback(of engagement: Engagement, to answers: inout Answers) {
        var numbers = setting.stream(.feedback, engagement.number)
        let end = engagement.end(setting.until)
        let review = engagement.startedOn.adding(months: 3)
        if review < end - 14, numbers.chance(0.18) {
            addFeedback("review_1", on: review, engagement, &answers, &numbers)
        }
        guard let last = engagement.endedOn, last - engagement.startedOn > 40,
            numbers.chance(engagement.isCompleted ? 0.4 : 0.08)
        else { return }
        addFeedback("closure", on: last - numbers.whole(1...9), engagement, &answers, &numbers)
    }

    private func addFeedback(
        _ occasion: String,
        on day: Day,
        _ engagement: Engagement,
        _ answers: inout Answers,
        _ numbers: inout SeededGenerator
    ) {
        let weights = [(5, 46), (4, 34), (3, 13), (2, 5), (1, 2)]
        let given = ["listened", "clear", "useful", "recommend"].map { item in
            (
                item: item,
                value: Decimal(max(1, numbers.pick(weights) - (engagement.isWeak && numbers.chance(0.3) ? 1 : 0)))
            )
        }
        answers.add("family-feedback", .family, occasion, on: day, of: engagement, given)
    }

    /// An audit of about one closed case in ten: eight standards, not met, partly met or met.
    func addAudit(of engagement: Engagement, to answers: inout Answers) {
        var numbers = setting.stream(.audits, engagement.number)
        guard let end = engagement.endedOn, numbers.chance(0.1) else { return }
        let day = end + numbers.whole(20...60)
        guard day <= setting.until else { return }
        let standards = ["record", "assessment", "plan", "voice", "visits", "reviews", "outcome", "ending"]
        let given = standards.map { standard in
            (
                item: standard,
                value: Decimal(
                    numbers.pick(standard == "ending" ? [(2, 52), (1, 30), (0, 18)] : [(2, 70), (1, 22), (0, 8)])
                )
            )
        }
        answers.add("case-audit", .supervisor, "audit", on: day, of: engagement, given)
    }
}
