import Identify
import Records
import Values

// What partners say of criteria that are a change against the time before the start.
extension CohortReader {
    /// What partners say of a fall of events, six months against six.
    func fall(
        _ facts: PartnerFacts,
        _ events: CountedEvents,
        _ percent: Int,
        _ claimed: ClaimedCriterion.Standing,
        _ asked: PartnerQuestion
    ) -> PartnerWord {
        let windows = JudgedWindows(asked.member.startedOn, asked.day, months: 6)
        guard facts.covers.contains(windows.after) else {
            return .notCovered("the feed tells of \(facts.covers.long), and not of the six months to \(asked.day.long)")
        }
        let goesBack = facts.covers.contains(windows.before)
        guard goesBack || claimed != .neutral else {
            return .notCovered("the feed does not go back to the six months before the start")
        }
        let told = people(of: asked.member).flatMap { person in
            facts.facts(of: Identifier(snapshot.personIDs[person])).filter { counts($0.fact, events.kind, person) }
        }
        if told.isEmpty, facts.isThinned {
            return .notCovered("rows that met no criterion were deleted, and none of this family is held")
        }
        func count(_ window: Period) -> Int { told.count { $0.fact.day.map(window.contains) ?? false } }
        func registered(_ window: Period) -> Int { events.places.count { window.contains(snapshot.events[$0].on) } }
        let own = EventFall(before: registered(windows.before), after: registered(windows.after))
        let theirs = EventFall(before: goesBack ? count(windows.before) : own.before, after: count(windows.after))
        let ours = "\(events.words): \(own.before) before and \(own.after) since by the register"
        return PartnerWord(
            claimed: claimed,
            told: theirs.standing(reducedPercent: percent),
            goesBack
                ? "\(ours), \(theirs.before) and \(theirs.after) by the partner"
                : "\(ours), \(theirs.after) since by the partner, who does not go back to the time before",
            rows: Set(told.filter { isIn(windows, $0.fact, goesBack: goesBack) }.map(\.row))
        )
    }

    private func isIn(_ windows: JudgedWindows, _ fact: FeedFact, goesBack: Bool) -> Bool {
        guard let day = fact.day else { return false }
        return windows.after.contains(day) || (goesBack && windows.before.contains(day))
    }

    /// Whether a partner's fact is an event of the kind; an offence only where it is proven, of somebody under 18.
    private func counts(_ fact: FeedFact, _ kind: EventKind, _ person: Int) -> Bool {
        guard case .event(kind, let on, let proven, _) = fact else { return false }
        guard kind == .offence else { return true }
        guard proven == true, let bornOn = snapshot.people[person].bornOn else { return false }
        return on.age(bornOn: bornOn) < 18
    }

    // MARK: School

    /// What partners say of the children's school, a year against a year.
    ///
    /// A child's year is the partner's where its terms reach as far as the register's, else the register's.
    func school(
        _ facts: PartnerFacts,
        _ limits: SchoolLimits,
        _ claimed: ClaimedCriterion.Standing,
        _ asked: PartnerQuestion
    ) -> PartnerWord {
        let windows = JudgedWindows(asked.member.startedOn, asked.day, months: 12)
        var own: [SchoolChange] = []
        var theirs: [SchoolChange] = []
        var rows: Set<FeedRowKey> = []
        var seen = (before: 0, after: 0)
        for child in children(of: asked.member) {
            let told = facts.facts(of: Identifier(snapshot.personIDs[child]))
            let ours = SchoolChange(
                before: schoolYear(of: child, windows.before),
                after: schoolYear(of: child, windows.after)
            )
            var change = ours
            if reaches(told, as: child, windows.before) {
                change.before = SchoolYear(told, windows.before)
                seen.before += 1
            }
            if reaches(told, as: child, windows.after) {
                change.after = SchoolYear(told, windows.after)
                seen.after += 1
                rows.formUnion(told.filter { $0.fact.lastDay.map(windows.after.contains) ?? false }.map(\.row))
            }
            own.append(ours)
            theirs.append(change)
        }
        // What did not apply rests on the year before the start, and what is met on the year since.
        let isNeutral = claimed == .neutral
        let covered = isNeutral ? seen.before : seen.after
        guard covered > 0 else { return .notCovered("the feed has no such year of any child of the family") }
        let year = isNeutral ? "the year before the start" : "the year to \(asked.day.long)"
        let ours = own.map { isNeutral ? $0.before : $0.after }
        let told = theirs.map { isNeutral ? $0.before : $0.after }
        return PartnerWord(
            claimed: claimed,
            told: theirs.standing(limits),
            "\(year): \(ours.words) by the register, \(told.words) by the partner, who has \(covered) of "
                + "\(own.count) children",
            rows: rows
        )
    }

    /// Whether a partner tells of a child's terms in a window, and of as many as the register.
    private func reaches(_ told: [PartnerFacts.Told], as child: Int, _ window: Period) -> Bool {
        let theirs = told.compactMap { item -> Day? in
            if case .attendance(_, let to, _, _, _) = item.fact, window.contains(to) { to } else { nil }
        }
        guard let first = theirs.min(), let last = theirs.max() else { return false }
        let own = snapshot.attendanceOfPerson[child].map { snapshot.attendance[Int($0)].to }.filter(window.contains)
        return own.allSatisfy { first <= $0 && $0 <= last }
    }
}

extension SchoolYear {
    /// What a partner says of a year.
    fileprivate init(_ told: [PartnerFacts.Told], _ window: Period) {
        for item in told {
            switch item.fact {
            case .event(.fixedExclusion, let on, _, _) where window.contains(on): exclusions += 1
            case .attendance(_, let to, let possible, _, let unauthorised) where window.contains(to):
                self.possible += possible
                missed += unauthorised
            default: continue
            }
        }
    }
}

extension [SchoolYear] {
    /// `1 exclusion, 12 of 180 sessions missed`.
    fileprivate var words: String {
        let exclusions = reduce(0) { $0 + $1.exclusions }
        let missed = reduce(0) { $0 + $1.missed }
        let possible = reduce(0) { $0 + $1.possible }
        return "\(exclusions) \(exclusions == 1 ? "exclusion" : "exclusions"), \(missed) of \(possible) sessions missed"
    }
}

extension FeedFact {
    /// The day of an event.
    fileprivate var day: Day? {
        if case .event(_, let on, _, _) = self { on } else { nil }
    }

    /// The day of an event, the last of a term.
    fileprivate var lastDay: Day? {
        switch self {
        case .event(_, let on, _, _): on
        case .attendance(_, let to, _, _, _): to
        case .work: nil
        }
    }
}

extension Period {
    fileprivate func contains(_ other: Period) -> Bool { contains(other.from) && contains(other.to) }
}
