package import Records
package import Values

/// When an offence fell, seen from a case (`figures.md`, offending.*).
package enum OffendingWindow: CaseIterable, Sendable {
    case before, during, after

    /// The days the window covers as at a day, last day included; nil where the case has no such window.
    package func days(of item: Snapshot.Case, asAt day: Day) -> Period? {
        let endedOn = item.endedOn.flatMap { $0 <= day ? $0 : nil }
        switch self {
        case .before: return Period(from: item.startedOn.adding(months: -6), to: min(item.startedOn - 1, day))
        case .during: return Period(from: item.startedOn, to: endedOn.map { $0 - 1 } ?? day)
        case .after:
            guard let endedOn else { return nil }
            return Period(from: endedOn, to: min(endedOn.adding(months: 4) - 1, day))
        }
    }
}

extension Snapshot {
    /// The first offence of a person in these days, proven or not.
    package func firstOffence(of person: Position<Records.Person>, in days: Period) -> Event? {
        var first: Event?
        for position in eventsOfPerson[person.index] {
            let event = events[Int(position)]
            guard event.kind == .offence, days.contains(event.on), first.map({ event.on < $0.on }) ?? true else {
                continue
            }
            first = event
        }
        return first
    }
}
