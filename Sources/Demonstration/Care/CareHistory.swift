import Records
import Values

/// When the children of one family were in care.
struct CareHistory {
    private let family: Household
    private let setting: Setting
    private var numbers: SeededGenerator
    private var spells: [CareSpell] = []

    /// Share of first children who enter care within 30 months where no programme works with the family.
    private static let turnedAway = 0.24
    private static let unreferred = 0.09
    private static let waiting = 0.04
    /// Entries fall over the five years: this much above the rate at the start, as much below it at the end.
    private static let trend = 0.45
    /// How much likelier entry is with a weak team, and where a course was not completed.
    private static let weakTeam = 1.9
    private static let notCompleted = 1.6
    /// Share of brothers and sisters who go with the first child, and who go without.
    private static let together = 0.3
    private static let alone = 0.12
    /// Share of children already in care long before the work, and still there after it.
    private static let longTerm = 0.012
    private static let window = 30

    init(of family: Household, _ setting: Setting) {
        self.family = family
        self.setting = setting
        numbers = setting.stream(.care, family.number)
    }

    /// The spells of every child, each child's in order and apart.
    mutating func all() -> [CareSpell] {
        before()
        remands()
        after()
        return spells
    }

    /// Care that ended with a return home about the time the work began.
    private mutating func before() {
        let share = family.work.first?.programme.careBefore ?? 0.07
        for child in family.children where child.number == family.children[0].number || numbers.chance(0.35) {
            guard numbers.chance(share) else {
                if numbers.chance(CareHistory.longTerm) { add(child, from: family.noticed - 500, days: 2_400) }
                continue
            }
            let home = family.noticed + numbers.whole(-120...90)
            let days = numbers.whole(60...700)
            add(child, from: home - days, days: days, ending: numbers.chance(0.82) ? .e4a : .e4b)
        }
    }

    /// A case that ended in custody began with a remand.
    private mutating func remands() {
        for engagement in family.work where engagement.endReason == .enteredCustody {
            guard let end = engagement.endedOn, family.children[0].isYouth(on: end) else { continue }
            let days = numbers.whole(20...90)
            add(family.children[0], from: end, days: days, ending: numbers.chance(0.6) ? .e9 : .e14, kind: .remand)
        }
    }

    private mutating func after() {
        let first = family.children[0]
        guard let day = entryDay() else {
            for child in family.children.dropFirst() where numbers.chance(entryShare() * CareHistory.alone) {
                enter(child, on: family.noticed + skewed(CareHistory.window * 30))
            }
            return
        }
        enter(first, on: day)
        for child in family.children.dropFirst() where numbers.chance(CareHistory.together) {
            enter(child, on: numbers.chance(0.7) ? day : day + numbers.whole(5...120))
        }
    }

    /// The day the first child enters care after the family came to notice; nil for most.
    private mutating func entryDay() -> Day? {
        if let ended = family.work.first(where: { $0.endReason == .enteredCare }), let end = ended.endedOn {
            return max(ended.startedOn + 1, end - numbers.whole(0...6))
        }
        guard numbers.chance(entryShare()) else { return nil }
        return family.noticed + skewed(CareHistory.window * 30)
    }

    private func entryShare() -> Double {
        guard let first = family.work.first else {
            switch family.path {
            case .turnedAway: return CareHistory.turnedAway
            case .unreferred: return CareHistory.unreferred
            case .waiting, .worked: return CareHistory.waiting
            }
        }
        var share = first.programme.careAfter
        share *= 1 + CareHistory.trend * (1 - 2 * setting.progress(first.startedOn))
        if first.isWeak { share *= CareHistory.weakTeam }
        if first.endedOn != nil, !first.isCompleted { share *= CareHistory.notCompleted }
        return share
    }

    /// Days after the start, more of them soon than late.
    private mutating func skewed(_ most: Int) -> Int {
        let draw = numbers.unit()
        return 8 + Int(draw * draw * Double(most))
    }

    private mutating func enter(_ child: Member, on day: Day) {
        let days = numbers.pick([(10...90, 32), (91...365, 36), (366...1_500, 32)])
        add(child, from: day, days: numbers.whole(days))
    }

    /// Adds the spell unless the child is unborn, nearly grown up, or was in care within the last month.
    private mutating func add(
        _ child: Member,
        from: Day,
        days: Int,
        ending: ReasonEpisodeCeased? = nil,
        kind: CareSpell.Kind = .ordinary
    ) {
        let start = max(from, child.birth + 3)
        guard start < child.birth.adding(months: 17 * 12 + 9), start <= setting.until, days > 3 else { return }
        let spell = CareSpell(
            child: child,
            from: start,
            days: max(4, days - (start - from)),
            ending: ending,
            kind: kind,
            until: setting.until,
            &numbers
        )
        let isFree = spells.allSatisfy { other in
            other.child.number != child.number || (other.until.map { $0 + 30 <= start } ?? false)
        }
        if isFree { spells.append(spell) }
    }
}
