package import Records
package import Values

/// A small invented register: each line adds one valid record, and a test changes only what it is about.
package struct World {
    package var records = RecordSet()

    package init() {}

    /// A family with this reference.
    package mutating func family(_ id: String, area: String? = nil) {
        records.families.append(Family(id: Identifier(id), name: "Test \(id)", area: area))
    }

    /// A person of a family, born on a day (a child unless said otherwise).
    package mutating func person(
        _ id: String,
        of family: String,
        born: String? = "2008-06-15",
        role: PersonRole = .child,
        change: (inout Person) -> Void = { _ in }
    ) {
        var person = Person(
            id: Identifier(id),
            familyID: Identifier(family),
            birth: born.flatMap(BirthDate.init),
            role: role
        )
        change(&person)
        records.people.append(person)
    }

    /// A case with a family and its index child.
    package mutating func addCase(
        _ id: String,
        family: String,
        child: String?,
        programme: String = "mst",
        from start: String,
        to end: String? = nil,
        reason: CaseEndReason? = nil,
        change: (inout Case) -> Void = { _ in }
    ) {
        var item = Case(
            id: Identifier(id),
            familyID: Identifier(family),
            personID: child.map { Identifier($0) },
            programme: programme,
            startedOn: day(start),
            endedOn: end.map(day),
            endReason: reason
        )
        change(&item)
        records.cases.append(item)
    }

    package mutating func placement(
        _ person: String,
        from start: String,
        to end: String? = nil,
        status: LegalStatus = .v2,
        type: PlacementType = .u6,
        ceased: ReasonEpisodeCeased? = nil
    ) {
        records.placements.append(
            Placement(
                personID: Identifier(person),
                startedOn: day(start),
                endedOn: end.map(day),
                legalStatus: status,
                type: type,
                reasonCeased: ceased
            )
        )
    }

    package mutating func event(
        _ kind: EventKind,
        on: String,
        person: String? = nil,
        family: String? = nil,
        proven: Bool? = nil,
        source: String = "test"
    ) {
        records.events.append(
            Event(
                id: Identifier("E\(records.events.count + 1)"),
                personID: person.map { Identifier($0) },
                familyID: family.map { Identifier($0) },
                kind: kind,
                on: day(on),
                source: source,
                proven: proven
            )
        )
    }

    /// An assessment of a case with its scores.
    package mutating func assessment(
        _ instrument: String,
        of caseID: String,
        occasion: String,
        on: String,
        informant: Informant = .parent,
        person: String? = nil,
        scores: [String: String]
    ) {
        let id = "A\(records.assessments.count + 1)"
        records.assessments.append(
            Assessment(
                id: Identifier(id),
                caseID: Identifier(caseID),
                personID: person.map { Identifier($0) },
                instrument: instrument,
                informant: informant,
                occasion: occasion,
                completedOn: day(on)
            )
        )
        for (item, value) in scores.sorted(by: { $0.key < $1.key }) {
            records.scores.append(
                Score(assessmentID: Identifier(id), item: item, value: Decimal(value) ?? .zero)
            )
        }
    }

    /// A child's sessions of one term.
    package mutating func attendance(
        _ person: String,
        from: String,
        to: String,
        possible: Int,
        authorised: Int = 0,
        unauthorised: Int = 0,
        source: String? = nil
    ) {
        records.attendance.append(
            Attendance(
                personID: Identifier(person),
                from: day(from),
                to: day(to),
                sessionsPossible: possible,
                authorisedAbsences: authorised,
                unauthorisedAbsences: unauthorised,
                source: source
            )
        )
    }

    package mutating func workStatus(_ person: String, _ status: WorkState, from: String, to: String? = nil) {
        records.workStatus.append(
            WorkStatus(personID: Identifier(person), status: status, from: day(from), to: to.map(day))
        )
    }

    package mutating func referral(
        _ id: String,
        of family: String,
        on received: String,
        route: ReferralRoute,
        decision: ReferralDecision = .pending
    ) {
        records.referrals.append(
            Referral(
                id: Identifier(id),
                familyID: Identifier(family),
                receivedOn: day(received),
                source: .earlyHelp,
                route: route,
                decision: decision
            )
        )
    }

    package mutating func followUp(_ caseID: String, _ person: String, months: Int, on: String, _ living: Living) {
        records.followUps.append(
            FollowUpRecord(
                caseID: Identifier(caseID),
                personID: Identifier(person),
                milestoneMonths: months,
                observedOn: day(on),
                living: living
            )
        )
    }

    /// The records as a snapshot.
    package var snapshot: Snapshot { Snapshot(of: records, change: 1) }
}

/// The day written as `2019-01-31`; the first of all days where it is not one, so that a slip shows.
package func day(_ iso: String) -> Day {
    Day(iso: iso) ?? .earliest
}

/// A seeded generator (SplitMix64), so that a random test fails the same way twice.
package struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
