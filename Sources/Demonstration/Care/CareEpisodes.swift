import Records
import Values

/// Cuts a spell of care into the episodes of the SSDA903 return: each begins on the day the one before ended.
struct CareEpisodes {
    private let spell: CareSpell
    private let lastDay: Day
    private var numbers: SeededGenerator
    private var current: Placement
    private var done: [Placement] = []

    private enum Change {
        case legal(LegalStatus)
        case move
        case adopters
        case parents
    }

    init(of spell: CareSpell, until lastDay: Day, _ numbers: SeededGenerator) {
        self.spell = spell
        self.lastDay = lastDay
        var numbers = numbers
        let place = CarePlace.first(for: spell, &numbers)
        current = Placement(
            personID: spell.child.id,
            startedOn: spell.from,
            legalStatus: CareEpisodes.firstStatus(of: spell, &numbers),
            type: place.type,
            provider: place.provider,
            reasonNew: .s,
            weeklyCost: place.weeklyCost(on: spell.from, &numbers)
        )
        self.numbers = numbers
    }

    /// The episodes in order.
    mutating func placements() -> [Placement] {
        for (day, change) in changes() where day > current.startedOn && day < spell.until ?? lastDay {
            apply(change, on: day)
        }
        current.endedOn = spell.until
        current.reasonCeased = spell.ending.map(fitting)
        return done + [current]
    }

    private static func firstStatus(of spell: CareSpell, _ numbers: inout SeededGenerator) -> LegalStatus {
        if spell.kind == .remand { return .j1 }
        if spell.isAdoption { return .c1 }
        return numbers.pick([(.v2, 60), (.c1, 28), (.l1, 12)])
    }

    /// What changes on which day, in order and never two on one day.
    private mutating func changes() -> [(Day, Change)] {
        guard spell.kind == .ordinary else { return [] }
        var changes = legalChanges()
        if spell.isAdoption, let until = spell.until {
            changes.append((spell.from + (until - spell.from) * 6 / 10, .adopters))
        } else {
            changes += moves()
        }
        if spell.ending == .e4a, let until = spell.until, until - spell.from > 220, numbers.chance(0.4) {
            changes.append((until - numbers.whole(25...80), .parents))
        }
        return changes.sorted { $0.0 < $1.0 }
    }

    private mutating func legalChanges() -> [(Day, Change)] {
        let interim = spell.from + 2
        let full = spell.from + numbers.whole(180...300)
        switch current.legalStatus {
        case .l1: return [(interim, .legal(.c1)), (full, .legal(.c2))]
        case .c1 where spell.isAdoption:
            guard let until = spell.until else { return [] }
            return [(spell.from + (until - spell.from) * 45 / 100, .legal(.e1))]
        case .c1: return [(full, .legal(.c2))]
        case .v2 where numbers.chance(0.3):
            let order = spell.from + numbers.whole(60...200)
            return [(order, .legal(.c1)), (order + numbers.whole(180...300), .legal(.c2))]
        default: return []
        }
    }

    private mutating func moves() -> [(Day, Change)] {
        var moves: [(Day, Change)] = []
        var day = spell.from + numbers.whole(40...260)
        while moves.count < 5, day < spell.until ?? lastDay {
            moves.append((day, .move))
            day = day + numbers.whole(140...560)
        }
        return moves
    }

    private mutating func apply(_ change: Change, on day: Day) {
        switch change {
        case .legal(let status):
            guard status != current.legalStatus else { return }
            var next = current
            next.legalStatus = status
            next.reasonNew = .l
            proceed(to: next, on: day, reason: nil)
        case .move:
            let reason = numbers.pick(CarePlace.reasonsForChange)
            guard current.type != .p1 else { return }
            proceed(to: CarePlace.next(after: current, for: spell.child, on: day, &numbers), on: day, reason: reason)
        case .adopters:
            proceed(to: CarePlace(type: .a6, provider: .pr1), on: day, reason: .carpl)
        case .parents:
            guard current.legalStatus == .c1 || current.legalStatus == .c2 else { return }
            proceed(to: CarePlace(type: .p1, provider: .pr0), on: day, reason: .carpl)
        }
    }

    private mutating func proceed(to place: CarePlace, on day: Day, reason: ReasonForPlacementChange?) {
        var next = current
        next.type = place.type
        next.provider = place.provider
        next.reasonNew = .p
        next.weeklyCost = place.weeklyCost(on: day, &numbers)
        proceed(to: next, on: day, reason: reason)
    }

    private mutating func proceed(to next: Placement, on day: Day, reason: ReasonForPlacementChange?) {
        current.endedOn = day
        current.reasonCeased = .x1
        current.reasonChange = reason
        done.append(current)
        current = next
        current.startedOn = day
        current.endedOn = nil
        current.reasonCeased = nil
        current.reasonChange = nil
    }

    /// Guardianship by whom depends on who cared last; only someone placed for adoption is adopted.
    private func fitting(_ ending: ReasonEpisodeCeased) -> ReasonEpisodeCeased {
        switch ending {
        case .e47 where current.type == .u1 || current.type == .u3: .e45
        case .e48 where current.type == .u4 || current.type == .u6: .e46
        case .e17 where ![.u1, .u3, .u4, .u6].contains(current.type): .e5
        case .e11, .e12: current.type == .a6 ? ending : .e8
        default: ending
        }
    }
}
