import Records
import Values

// Outcomes that are a change against the time before the start: school, anti-social behaviour, offending.
extension CohortReader {
    /// The months after the start, from the first one that can be judged.
    func anniversaries(of member: ContractMember, from first: Int) -> [Day] {
        var days: [Day] = []
        var months = first
        while true {
            let day = member.startedOn.adding(months: months)
            guard day <= self.day else { return days }
            days.append(day)
            months += 1
        }
    }

    func people(of member: ContractMember) -> [Int] {
        snapshot.peopleOfFamily[member.family.index].map { Int($0) }
    }

    func children(of member: ContractMember) -> [Int] {
        people(of: member).filter { snapshot.people[$0].role == .child }
    }

    // MARK: School

    /// What the register says of a child's school in a year.
    func schoolYear(of child: Int, _ period: Period) -> SchoolYear {
        var year = SchoolYear()
        year.exclusions = snapshot.eventsOfPerson[child].count { event in
            let event = snapshot.events[Int(event)]
            return event.kind == .fixedExclusion && period.contains(event.on)
        }
        for place in snapshot.attendanceOfPerson[child] {
            let row = snapshot.attendance[Int(place)]
            guard period.contains(row.to) else { continue }
            year.missed += row.unauthorisedAbsences
            year.possible += row.sessionsPossible
        }
        return year
    }

    /// Met by children who were at or above a limit in the year before the start and all are below it now; it did not
    /// apply where none was.
    func school(
        _ member: ContractMember,
        _ limits: SchoolLimits,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let windows = JudgedWindows(member.startedOn, day, months: 12)
        let children = children(of: member)
        let changes = children.map { child in
            SchoolChange(before: schoolYear(of: child, windows.before), after: schoolYear(of: child, windows.after))
        }
        guard changes.applies(limits) else {
            return (.neutral, "no child was above the limits in the year before the start", [])
        }
        guard member.startedOn.adding(months: 12) <= day else { return (.notMet, "the year is not over", []) }
        if let fault = changes.fault(limits) { return (.notMet, fault, []) }
        let evidence = zip(children, changes).filter { $1.after.possible > 0 }.map { child, _ in
            EvidenceRow(table: "attendance", id: snapshot.personIDs[child])
        }
        return (.met, "each child below the limits in the year to \(day.iso)", evidence)
    }

    // MARK: Six months against six months

    /// Anti-social behaviour of the family and its people.
    func incidents(of member: ContractMember) -> [Int] {
        var events = Set(snapshot.eventsOfFamily[member.family.index].map { Int($0) })
        for person in people(of: member) { events.formUnion(snapshot.eventsOfPerson[person].map { Int($0) }) }
        return events.filter { snapshot.events[$0].kind == .asbIncident }.sorted()
    }

    /// Proven offences by people under 18 on the day of each.
    func offences(of member: ContractMember) -> [Int] {
        people(of: member).flatMap { person -> [Int] in
            guard let bornOn = snapshot.people[person].bornOn else { return [] }
            return snapshot.eventsOfPerson[person].map { Int($0) }.filter { index in
                let event = snapshot.events[index]
                return event.kind == .offence && event.proven && event.on.age(bornOn: bornOn) < 18
            }
        }
    }

    /// How a fall of events stands, with the rows that were counted.
    func fall(
        _ events: [Int],
        _ member: ContractMember,
        _ percent: Int,
        on day: Day,
        _ what: String
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let windows = JudgedWindows(member.startedOn, day, months: 6)
        let first = events.filter { windows.before.contains(snapshot.events[$0].on) }
        let now = events.filter { windows.after.contains(snapshot.events[$0].on) }
        let fall = EventFall(before: first.count, after: now.count)
        let standing = fall.standing(reducedPercent: percent)
        guard standing != .neutral else { return (.neutral, "no \(what) in the six months before the start", []) }
        guard member.startedOn.adding(months: 6) <= day else { return (.notMet, "the six months are not over", []) }
        let reason = "\(what): \(fall.before) before, \(fall.after) in the six months to \(day.iso)"
        guard standing == .met else { return (.notMet, reason, []) }
        return (.met, reason, (first + now).map { EvidenceRow(table: "events", id: snapshot.eventIDs[$0]) })
    }
}

/// As many months before a member's start as before the day it is judged on.
struct JudgedWindows: Hashable, Sendable {
    let before: Period
    let after: Period

    init(_ startedOn: Day, _ day: Day, months: Int) {
        before = Period.last(months: months, asAt: startedOn - 1)
        after = Period.last(months: months, asAt: day)
    }
}
