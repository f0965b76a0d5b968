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

    private func people(of member: ContractMember) -> [Int] {
        snapshot.peopleOfFamily[member.family.index].map { Int($0) }
    }

    private func children(of member: ContractMember) -> [Int] {
        people(of: member).filter { snapshot.people[$0].role == .child }
    }

    // MARK: School

    /// What the school record of one child shows over a year.
    private struct SchoolYear {
        var exclusions: [Int] = []
        var missed = 0
        var possible = 0

        func isBelow(_ exclusions: Int, _ percent: Int) -> Bool {
            self.exclusions.count < exclusions && missed * 100 < max(1, possible) * percent
        }
    }

    private func schoolYear(of child: Int, _ period: Period) -> SchoolYear {
        var year = SchoolYear()
        year.exclusions = snapshot.eventsOfPerson[child].map { Int($0) }.filter { event in
            snapshot.events[event].kind == .fixedExclusion && period.contains(snapshot.events[event].on)
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
    ///
    /// A child with no attendance on record is not below the limit: leaving school is no result.
    func school(
        _ member: ContractMember,
        _ exclusions: Int,
        _ percent: Int,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let before = Period.last(months: 12, asAt: member.startedOn - 1)
        let after = Period.last(months: 12, asAt: day)
        let children = children(of: member)
        guard children.contains(where: { !schoolYear(of: $0, before).isBelow(exclusions, percent) }) else {
            return (.neutral, "no child was above the limits in the year before the start", [])
        }
        guard member.startedOn.adding(months: 12) <= day else { return (.notMet, "the year is not over", []) }
        for child in children {
            let was = schoolYear(of: child, before)
            let now = schoolYear(of: child, after)
            if was.possible > 0, now.possible == 0 { return (.notMet, "a child has no attendance on record", []) }
            guard now.isBelow(exclusions, percent) else { return (.notMet, "a child is above the limits", []) }
        }
        let evidence = children.filter { schoolYear(of: $0, after).possible > 0 }.map {
            EvidenceRow(table: "attendance", id: snapshot.personIDs[$0])
        }
        guard !evidence.isEmpty else { return (.notMet, "no child has attendance on record", []) }
        return (.met, "each child below the limits in the year to \(day.iso)", evidence)
    }

    // MARK: Six months against six months

    func antisocial(
        _ member: ContractMember,
        _ percent: Int,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        var events = Set(snapshot.eventsOfFamily[member.family.index].map { Int($0) })
        for person in people(of: member) { events.formUnion(snapshot.eventsOfPerson[person].map { Int($0) }) }
        let incidents = events.filter { snapshot.events[$0].kind == .asbIncident }
        return fall(incidents.sorted(), member, percent, on: day, "incidents")
    }

    /// Proven offences by people under 18 on the day of each.
    func offending(
        _ member: ContractMember,
        _ percent: Int,
        on day: Day
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let offences = people(of: member).flatMap { person -> [Int] in
            guard let bornOn = snapshot.people[person].bornOn else { return [] }
            return snapshot.eventsOfPerson[person].map { Int($0) }.filter { index in
                let event = snapshot.events[index]
                return event.kind == .offence && event.proven && event.on.age(bornOn: bornOn) < 18
            }
        }
        return fall(offences, member, percent, on: day, "offences")
    }

    private func fall(
        _ events: [Int],
        _ member: ContractMember,
        _ percent: Int,
        on day: Day,
        _ what: String
    ) -> (ClaimedCriterion.Standing, String, [EvidenceRow]) {
        let before = Period.last(months: 6, asAt: member.startedOn - 1)
        let after = Period.last(months: 6, asAt: day)
        let first = events.filter { before.contains(snapshot.events[$0].on) }
        let now = events.filter { after.contains(snapshot.events[$0].on) }
        guard !first.isEmpty else { return (.neutral, "no \(what) in the six months before the start", []) }
        guard member.startedOn.adding(months: 6) <= day else { return (.notMet, "the six months are not over", []) }
        guard now.count * 100 <= first.count * (100 - percent) else {
            return (.notMet, "\(what): \(first.count) before, \(now.count) in the six months to \(day.iso)", [])
        }
        let evidence = (first + now).map { EvidenceRow(table: "events", id: snapshot.eventIDs[$0]) }
        return (.met, "\(what): \(first.count) before, \(now.count) in the six months to \(day.iso)", evidence)
    }
}
