import FollowUp
import Identify
import Records
import Values

/// When an indicator was had: by whom, from which day to which.
struct Occurrence {
    /// Position in the people or the families of the snapshot.
    let subject: Int
    let from: Day
    /// Its last day; `Day.latest` while it goes on.
    let to: Day
}

/// Every occurrence of an indicator that the register knows, in whatever order.
struct Occurrences {
    let snapshot: Snapshot
    let care: CareHistory

    /// The occurrences up to the end of a period; persistent absence is worked out over the period itself.
    func all(_ indicator: Indicator, during period: Period) -> [Occurrence] {
        switch indicator {
        case .fixedExclusion: ofPeople(.fixedExclusion)
        case .permanentExclusion: ofPeople(.permanentExclusion)
        case .offence: ofPeople(.offence)
        case .missingEpisode: ofPeople(.missingEpisode)
        case .asbIncident: ofFamilies(.asbIncident)
        case .policeCallout: ofFamilies(.policeCallout)
        case .domesticAbuse: ofFamilies(.domesticAbuseIncident)
        case .persistentAbsence: absences(during: period)
        case .careEntry: careEntries
        case .outOfWork: outOfWork
        }
    }

    private func ofPeople(_ kind: EventKind) -> [Occurrence] {
        snapshot.events.compactMap { event in
            guard event.kind == kind, let person = event.person else { return nil }
            return Occurrence(subject: person.index, from: event.on, to: event.on)
        }
    }

    /// Those that name a family, and those of its people.
    private func ofFamilies(_ kind: EventKind) -> [Occurrence] {
        snapshot.events.compactMap { event in
            guard event.kind == kind else { return nil }
            guard let family = event.family ?? event.person.flatMap({ snapshot.people[$0.index].family }) else {
                return nil
            }
            return Occurrence(subject: family.index, from: event.on, to: event.on)
        }
    }

    private func absences(during period: Period) -> [Occurrence] {
        snapshot.people.indices.compactMap { person in
            let rows = snapshot.attendanceOfPerson[person].map { snapshot.attendance[Int($0)] }
                .filter { period.contains($0.to) }
            let possible = rows.reduce(0) { $0 + $1.sessionsPossible }
            let missed = rows.reduce(0) { $0 + $1.authorisedAbsences + $1.unauthorisedAbsences }
            let reach = Evidence.Reach.sessions(missed: missed, possible: possible, percent: Decimal(10))
            guard reach.isMet, let last = rows.map(\.to).max() else { return nil }
            return Occurrence(subject: person, from: last, to: last)
        }
    }

    private var careEntries: [Occurrence] {
        snapshot.people.indices.flatMap { person in
            care.spells(of: Position(person)).map { Occurrence(subject: person, from: $0.from, to: $0.from) }
        }
    }

    private var outOfWork: [Occurrence] {
        snapshot.workStatus.compactMap { row in
            guard row.status == .outOfWorkBenefit else { return nil }
            return Occurrence(subject: row.person.index, from: row.from, to: row.to ?? .latest)
        }
    }
}
