import Records
import Values

/// The dated facts of working records, each once however many partners tell of it.
struct WorkingFacts {
    private(set) var events: [Event]
    private(set) var attendance: [Attendance]
    private(set) var workStatus: [WorkStatus]
    private(set) var origins: [String: FeedRowKey] = [:]
    /// The record behind each period at school or of work that came from a partner, by its row's table and key.
    private(set) var originsOfPeriods: [String: FeedRowKey] = [:]
    private let sources: [String: String]
    /// Where the events of one kind, person and day stand.
    private var places: [EventKey: [Int]] = [:]
    private var terms: Set<TermKey>
    private var spells: Set<SpellKey>

    private struct EventKey: Hashable {
        var person: Identifier<Person>
        var kind: EventKind
        var on: Day
    }

    private struct TermKey: Hashable {
        var person: Identifier<Person>
        var from: Day
        var to: Day
    }

    private struct SpellKey: Hashable {
        var person: Identifier<Person>
        var status: WorkState
        var from: Day
    }

    init(_ register: RecordSet, sources: [String: String]) {
        events = register.events
        attendance = register.attendance
        workStatus = register.workStatus
        self.sources = sources
        terms = Set(attendance.map { TermKey(person: $0.personID, from: $0.from, to: $0.to) })
        spells = Set(workStatus.map { SpellKey(person: $0.personID, status: $0.status, from: $0.from) })
        for (place, event) in events.enumerated() {
            guard let person = event.personID else { continue }
            places[EventKey(person: person, kind: event.kind, on: event.on), default: []].append(place)
        }
    }

    /// Adds what one feed says of a person, beyond what the register and the feeds before it have said.
    ///
    /// Two events of one kind on one day are two where one feed has both, and one where two feeds have one each: they
    /// tell of the same thing under references of their own.
    mutating func add(
        _ rows: [(key: FeedRowKey, facts: [FeedFact])],
        of feed: String,
        to person: Identifier<Person>
    ) {
        let source = sources[feed] ?? feed
        var met: [EventKey: Int] = [:]
        for (key, facts) in rows {
            for (number, fact) in facts.enumerated() {
                switch fact {
                case .event(let kind, let on, let proven, let reference):
                    let same = EventKey(person: person, kind: kind, on: on)
                    let place = met[same, default: 0]
                    met[same] = place + 1
                    if let known = places[same], place < known.count {
                        if proven == true { events[known[place]].proven = true }
                        continue
                    }
                    let id = "\(key.feed)/\(key.recordID)/\(number + 1)"
                    origins[id] = key
                    places[same, default: []].append(events.count)
                    events.append(
                        Event(
                            id: Identifier(id),
                            personID: person,
                            kind: kind,
                            on: on,
                            source: source,
                            reference: reference,
                            proven: proven
                        )
                    )
                case .attendance, .work: add(fact, source, to: person, from: key)
                }
            }
        }
    }

    /// Adds a period at school or of work, unless it is known.
    private mutating func add(
        _ fact: FeedFact,
        _ source: String,
        to person: Identifier<Person>,
        from key: FeedRowKey
    ) {
        switch fact {
        case .event: return
        case .attendance(let from, let to, let possible, let authorised, let unauthorised):
            guard terms.insert(TermKey(person: person, from: from, to: to)).inserted else { return }
            originsOfPeriods["attendance \(person.text) \(from.iso) \(to.iso)"] = key
            attendance.append(
                Attendance(
                    personID: person,
                    from: from,
                    to: to,
                    sessionsPossible: possible,
                    authorisedAbsences: authorised,
                    unauthorisedAbsences: unauthorised,
                    source: source
                )
            )
        case .work(let status, let benefit, let from, let to):
            guard spells.insert(SpellKey(person: person, status: status, from: from)).inserted else { return }
            originsOfPeriods["work_status \(person.text) \(status.rawValue) \(from.iso)"] = key
            workStatus.append(
                WorkStatus(personID: person, status: status, benefit: benefit, from: from, to: to, source: source)
            )
        }
    }
}
