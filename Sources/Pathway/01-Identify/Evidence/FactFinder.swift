import Records
import Values

/// Finds what one criterion counts: facts in its time, from its sources, of people of its ages.
struct FactFinder {
    let snapshot: Snapshot
    let criterion: Int
    let period: Period
    private let rules: [CriterionRule]
    private let ages: Range<Int>?
    /// Nil accepts any source.
    private let sources: Set<Symbol>?

    init(_ criterion: Criterion, at index: Int, of set: CriteriaSet, in snapshot: Snapshot, asAt day: Day) {
        self.snapshot = snapshot
        self.criterion = index
        rules = criterion.rules
        ages = criterion.ages
        period = Period.last(months: criterion.looksBackMonths ?? set.looksBackMonths, asAt: day)
        sources = criterion.sources.isEmpty ? nil : Set(criterion.sources.compactMap { snapshot.symbols.symbol($0) })
    }

    /// What every rule finds about the family, met or not, in the order of the rules.
    func evidence(ofFamily family: Int) -> [Evidence] {
        rules.indices.flatMap { rule in
            subjects(of: rules[rule], family).compactMap { person in
                finding(rules[rule], family: family, person: person).map { reach, facts in
                    Evidence(
                        criterion: criterion,
                        rule: rule,
                        person: person.map { Position($0) },
                        reach: reach,
                        facts: facts
                    )
                }
            }
        }
    }

    /// Those a rule is tried on: each person of the family, or nil for the family together.
    private func subjects(of rule: CriterionRule, _ family: Int) -> [Int?] {
        let people = snapshot.peopleOfFamily[family]
        return switch rule {
        case .familyEvent, .referral, .openCase: [nil]
        case .notHeld: []
        case .provenOffence: people.map { Int($0) }
        case .childEvents, .unauthorisedAbsence, .absence, .inCare:
            people.map { Int($0) }.filter { snapshot.people[$0].role == .child }
        case .adultStatus: people.map { Int($0) }.filter { snapshot.people[$0].role != .child }
        }
    }

    /// What a rule finds; nil where there is no fact to count.
    private func finding(_ rule: CriterionRule, family: Int, person: Int?) -> (Evidence.Reach, [Evidence.Fact])? {
        switch (rule, person) {
        case (.unauthorisedAbsence(let percent), let person?):
            return sessions(ofPerson: person, percent) { $0.unauthorisedAbsences }
        case (.absence(let percent), let person?):
            return sessions(ofPerson: person, percent) { $0.authorisedAbsences + $0.unauthorisedAbsences }
        default:
            let facts = facts(rule, family: family, person: person)
            return facts.isEmpty ? nil : (.count(facts.count, needed: rule.needed), facts)
        }
    }

    private func facts(_ rule: CriterionRule, family: Int, person: Int?) -> [Evidence.Fact] {
        switch (rule, person) {
        case (.provenOffence(let from, let under), let person?):
            offences(ofPerson: person, from: from, under: under).map { .event($0) }
        case (.childEvents(let kind, _), let person?): events(kind, ofPerson: person).map { .event($0) }
        case (.adultStatus(let status), let person?): statuses(status, ofPerson: person).map { .status($0) }
        case (.inCare, let person?): placements(ofPerson: person).map { .placement($0) }
        case (.familyEvent(let kind, _), nil): events(kind, ofFamily: family).map { .event($0) }
        case (.referral(let routes), nil): referrals(routes, ofFamily: family).map { .referral($0) }
        case (.openCase(let programme), nil): openCases(of: programme, ofFamily: family).map { .openCase($0) }
        default: []
        }
    }

    // MARK: What is accepted

    private func accepts(_ source: Symbol?) -> Bool {
        guard let sources else { return true }
        return source.map(sources.contains) ?? false
    }

    /// Whether a person is of the ages asked for on the day.
    private func accepts(_ person: Int?, on day: Day) -> Bool {
        guard let ages else { return true }
        guard let bornOn = person.flatMap({ snapshot.people[$0].bornOn }) else { return false }
        return ages.contains(day.age(bornOn: bornOn))
    }

    private func counts(_ event: Int, _ kind: EventKind) -> Bool {
        let event = snapshot.events[event]
        return event.kind == kind && period.contains(event.on) && accepts(event.source)
    }

    // MARK: Facts

    private func events(_ kind: EventKind, ofPerson person: Int) -> [Int] {
        snapshot.eventsOfPerson[person].map { Int($0) }.filter { event in
            counts(event, kind) && accepts(person, on: snapshot.events[event].on)
        }
    }

    /// Those that name the family first, then those of its people; each once.
    private func events(_ kind: EventKind, ofFamily family: Int) -> [Int] {
        let own = snapshot.eventsOfFamily[family].map { Int($0) }.filter { event in
            counts(event, kind) && accepts(snapshot.events[event].person?.index, on: snapshot.events[event].on)
        }
        let people = snapshot.peopleOfFamily[family].flatMap { events(kind, ofPerson: Int($0)) }
        return own + people.filter { snapshot.events[$0].family?.index != family }
    }

    private func offences(ofPerson person: Int, from: Int, under: Int) -> [Int] {
        guard let bornOn = snapshot.people[person].bornOn else { return [] }
        return events(.offence, ofPerson: person).filter { index in
            let event = snapshot.events[index]
            let age = event.on.age(bornOn: bornOn)
            return event.proven && bornOn <= event.on && from <= age && age < under
        }
    }

    private func statuses(_ wanted: WorkState, ofPerson person: Int) -> [Int] {
        snapshot.workStatusOfPerson[person].map { Int($0) }.filter { index in
            let row = snapshot.workStatus[index]
            return row.status == wanted && row.from <= period.to && (row.to.map { $0 >= period.to } ?? true)
                && accepts(row.source) && accepts(person, on: period.to)
        }
    }

    private func placements(ofPerson person: Int) -> [Int] {
        snapshot.placementsOfPerson.range(of: person).filter { index in
            let row = snapshot.placements[index]
            return !row.isShortBreak && row.startedOn <= period.to
                && row.endedOn.map { $0 > max(row.startedOn, period.from) } ?? true
                && accepts(person, on: max(row.startedOn, period.from))
        }
    }

    private func referrals(_ routes: [ReferralRoute], ofFamily family: Int) -> [Int] {
        snapshot.referralsOfFamily[family].map { Int($0) }.filter { index in
            routes.contains(snapshot.referrals[index].route) && period.contains(snapshot.referrals[index].receivedOn)
        }
    }

    private func openCases(of programme: String?, ofFamily family: Int) -> [Int] {
        let symbol = programme.flatMap { snapshot.symbols.symbol($0) }
        guard programme == nil || symbol != nil else { return [] }
        return snapshot.casesOfFamily[family].map { Int($0) }.filter { index in
            let item = snapshot.cases[index]
            return item.nights.contains(period.to) && (symbol == nil || item.programme == symbol)
        }
    }

    private func sessions(
        ofPerson person: Int,
        _ percent: Decimal,
        missed: (Snapshot.Attendance) -> Int
    ) -> (Evidence.Reach, [Evidence.Fact])? {
        let rows = snapshot.attendanceOfPerson[person].map { Int($0) }.filter { index in
            let row = snapshot.attendance[index]
            return period.contains(row.to) && accepts(row.source) && accepts(person, on: row.to)
        }
        guard !rows.isEmpty else { return nil }
        let total = rows.reduce(0) { $0 + missed(snapshot.attendance[$1]) }
        let possible = rows.reduce(0) { $0 + snapshot.attendance[$1].sessionsPossible }
        return (.sessions(missed: total, possible: possible, percent: percent), rows.map { .attendance($0) })
    }
}

extension CriterionRule {
    /// How many facts it asks for.
    var needed: Int {
        switch self {
        case .familyEvent(_, let least), .childEvents(_, let least): max(1, least)
        default: 1
        }
    }
}
