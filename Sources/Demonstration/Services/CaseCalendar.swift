import Records
import Values

/// Fills the places of every post with one case after the other, so that caseloads come out near their norms.
struct CaseCalendar {
    private let setting: Setting
    private let posts: [Post]
    private var numbers: SeededGenerator

    /// Share of courses completed at first, and by how much more at the end.
    private static let completed = (first: 0.8, gained: 0.12)
    /// How much smaller it is in a weak team.
    private static let weakness = 0.12
    /// Share of courses that run half as long again.
    private static let overrun = 0.03
    /// Share of cases that close on the day they start.
    private static let stillborn = 0.0015
    /// Days a place is empty between two cases.
    private static let gap = 2...12

    private static let otherEnds: [(CaseEndReason, Int)] = [
        (.disengaged, 26), (.consentWithdrawn, 18), (.movedAway, 12), (.enteredCare, 17), (.enteredCustody, 6),
        (.referredOn, 15), (.other, 6),
    ]

    init(_ setting: Setting, posts: [Post]) {
        self.setting = setting
        self.posts = posts
        numbers = setting.stream(.calendar)
    }

    /// Every case the posts had room for, in order of start.
    mutating func cases() -> [Engagement] {
        var cases: [Engagement] = []
        for post in posts.indices {
            for _ in 0..<posts[post].places { fill(post, into: &cases) }
        }
        let order = cases.indices.sorted { (cases[$0].startedOn, $0) < (cases[$1].startedOn, $1) }
        return order.map { cases[$0] }
    }

    private mutating func fill(_ index: Int, into cases: inout [Engagement]) {
        let post = posts[index]
        guard let programme = post.programme else { return }
        // Places fill over the first course, not all on the first day.
        var day = max(post.from, setting.from) + numbers.whole(0...programme.length.lowerBound)
        while let start = firstDayInPost(post, from: day), start <= setting.until {
            let course = course(of: programme, post, from: start)
            let end = start + course.days
            cases.append(
                Engagement(
                    number: 0,
                    programme: programme,
                    post: index,
                    team: post.team,
                    isWeak: post.isWeak,
                    startedOn: start,
                    endedOn: end <= setting.until ? end : nil,
                    endReason: end <= setting.until ? course.reason : nil
                )
            )
            day = end + numbers.whole(CaseCalendar.gap)
        }
    }

    /// No case starts while the post is vacant.
    private func firstDayInPost(_ post: Post, from day: Day) -> Day? {
        if post.holder(on: day) != nil { return day }
        return post.holders.map(\.from).filter { $0 > day }.min()
    }

    private mutating func course(
        of programme: Programme,
        _ post: Post,
        from start: Day
    ) -> (days: Int, reason: CaseEndReason) {
        if numbers.chance(CaseCalendar.stillborn) { return (0, .consentWithdrawn) }
        let share =
            CaseCalendar.completed.first + CaseCalendar.completed.gained * setting.progress(start)
            - (post.isWeak ? CaseCalendar.weakness : 0)
        let full = numbers.whole(programme.length)
        guard numbers.chance(share) else {
            return (max(21, Int(Double(full) * (0.15 + 0.6 * numbers.unit()))), numbers.pick(CaseCalendar.otherEnds))
        }
        return (numbers.chance(CaseCalendar.overrun) ? full * 3 / 2 : full, .completed)
    }
}
