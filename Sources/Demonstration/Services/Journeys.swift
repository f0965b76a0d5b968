import Records
import Values

/// Gives every case a family, new or one that comes back, and adds the families without a case.
struct Journeys {
    private let setting: Setting
    private var numbers: SeededGenerator
    private(set) var households: Households

    /// Share of families that a programme works with; the others were turned away, wait, or were never referred.
    static let worked = 0.82
    private static let turnedAway = 0.45
    private static let waiting = 0.22
    /// Days between the close of one case and the start of the next.
    private static let pause = 60
    /// Share of returning families whose first case is still open: two cases at once.
    private static let doubled = 0.015

    init(_ setting: Setting, cases: [Engagement]) {
        self.setting = setting
        numbers = setting.stream(.journeys)
        households = Households(setting)
        place(thinned(cases))
        addOthers()
    }

    /// As many cases as the families can take up; in a small authority the posts have more room than that.
    private mutating func thinned(_ cases: [Engagement]) -> [Engagement] {
        let most = 1.25 * Journeys.worked * Double(setting.families)
        let share = most / Double(max(cases.count, 1))
        return share >= 1 ? cases : cases.filter { _ in numbers.chance(share) }
    }

    private mutating func place(_ cases: [Engagement]) {
        let wanted = Int(Journeys.worked * Double(setting.families))
        var number = 0
        for (index, engagement) in cases.enumerated() {
            let missing = Double(wanted - households.all.count)
            let isNew = numbers.chance(missing / Double(cases.count - index))
            guard
                let family = isNew ? newcomer(for: engagement) : returning(for: engagement) ?? newcomer(for: engagement)
            else { continue }
            number += 1
            var engagement = engagement
            engagement.number = number
            households.give(engagement, to: family)
        }
    }

    private mutating func newcomer(for engagement: Engagement) -> Int? {
        guard households.all.count < setting.families else { return nil }
        let programme = engagement.programme
        return households.add(.worked(engagement.startedOn), ages: programme.ages, offending: programme.offending)
    }

    /// A family whose last case has closed and whose first child is still of an age; nil if a few draws find none.
    private mutating func returning(for engagement: Engagement) -> Int? {
        guard !households.all.isEmpty else { return nil }
        let doubled = numbers.chance(Journeys.doubled)
        for _ in 0..<24 {
            let index = numbers.whole(0...households.all.count - 1)
            let family = households.all[index]
            guard let last = family.work.last, let child = family.children.first,
                engagement.programme.ages.contains(child.age(on: engagement.startedOn))
            else { continue }
            if doubled, last.nights.contains(engagement.startedOn) { return index }
            if let closed = last.endedOn, closed + Journeys.pause <= engagement.startedOn { return index }
        }
        return nil
    }

    private mutating func addOthers() {
        while households.all.count < setting.families {
            let draw = numbers.unit()
            let path: Path
            if draw < Journeys.turnedAway {
                path = .turnedAway(setting.anyDay(&numbers))
            } else if draw < Journeys.turnedAway + Journeys.waiting {
                path = .waiting(setting.until - numbers.whole(1...84))
            } else {
                path = .unreferred(setting.anyDay(&numbers))
            }
            _ = households.add(path, ages: 6...15, offending: 0.15)
        }
    }
}
