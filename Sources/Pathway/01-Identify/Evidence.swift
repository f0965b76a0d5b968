package import Records
import Values

/// A fact that meets a criterion, and whose it is.
package struct Evidence: Hashable, Sendable {
    package enum Fact: Hashable, Sendable {
        /// Position in the snapshot's events.
        case event(Int)
        /// So many events of one kind of one child.
        case events(EventKind, count: Int)
        /// Unauthorised absences of sessions possible.
        case absence(missed: Int, possible: Int)
        /// Position in the snapshot's work status.
        case status(Int)
    }

    package let criterion: Int
    /// Nil where the fact names only the family.
    package let person: Position<Person>?
    package let fact: Fact
}

extension CriterionRule {
    /// The first fact of the family that meets the rule as at the day; nil where none does.
    func evidence(
        ofFamily family: Int,
        in snapshot: Snapshot,
        during period: Period
    ) -> (person: Position<Person>?, fact: Evidence.Fact)? {
        if case .familyEvent(let kind) = self, let event = snapshot.event(kind, ofFamily: family, during: period) {
            return (nil, .event(event))
        }
        for position in snapshot.peopleOfFamily[family] {
            if let fact = fact(ofPerson: Int(position), in: snapshot, during: period) {
                return (Position(Int(position)), fact)
            }
        }
        return nil
    }

    private func fact(ofPerson index: Int, in snapshot: Snapshot, during period: Period) -> Evidence.Fact? {
        let person = snapshot.people[index]
        switch self {
        case .provenOffence(let age):
            guard let bornOn = person.bornOn else { return nil }
            return snapshot.events(.offence, ofPerson: index, during: period).first {
                let event = snapshot.events[$0]
                return event.proven && bornOn <= event.on && event.on.age(bornOn: bornOn) < age
            }.map { .event($0) }
        case .familyEvent(let kind):
            return snapshot.events(kind, ofPerson: index, during: period).first.map { .event($0) }
        case .childEvents(let kind, let least):
            guard person.role == .child else { return nil }
            let events = snapshot.events(kind, ofPerson: index, during: period)
            guard events.count >= max(1, least) else { return nil }
            return least <= 1 ? .event(events[0]) : .events(kind, count: events.count)
        case .unauthorisedAbsence(let percent):
            return person.role == .child ? snapshot.absence(ofPerson: index, atLeast: percent, during: period) : nil
        case .adultStatus(let status):
            guard person.role != .child else { return nil }
            return snapshot.workStatusOfPerson[index].map(Int.init).first {
                snapshot.workStatus[$0].isStatus(status, on: period.to)
            }.map { .status($0) }
        }
    }
}

extension Snapshot {
    fileprivate func event(_ kind: EventKind, ofFamily family: Int, during period: Period) -> Int? {
        eventsOfFamily[family].map(Int.init).first { events[$0].kind == kind && period.contains(events[$0].on) }
    }

    fileprivate func events(_ kind: EventKind, ofPerson person: Int, during period: Period) -> [Int] {
        eventsOfPerson[person].map(Int.init).filter { events[$0].kind == kind && period.contains(events[$0].on) }
    }

    fileprivate func absence(ofPerson person: Int, atLeast percent: Decimal, during period: Period) -> Evidence.Fact? {
        var missed = 0
        var possible = 0
        for position in attendanceOfPerson[person] {
            let row = attendance[Int(position)]
            guard period.contains(row.to) else { continue }
            missed += row.unauthorisedAbsences
            possible += row.sessionsPossible
        }
        // Tried on exact numbers: missed / possible >= percent / 100.
        let isMet = Decimal(missed * 100).scaled >= percent.scaled * Int128(possible)
        return possible > 0 && isMet ? .absence(missed: missed, possible: possible) : nil
    }
}

extension Snapshot.WorkStatus {
    fileprivate func isStatus(_ wanted: WorkState, on day: Day) -> Bool {
        status == wanted && from <= day && (to.map { $0 >= day } ?? true)
    }
}
