import Values

// How each record becomes a row of the snapshot. Nil where a record it cannot do without is not there.

extension Snapshot.Worker {
    init(_ record: Worker, _ symbols: inout SymbolTable) {
        role = record.role
        programme = record.programme.map { symbols.intern($0) }
        organisation = record.organisationID.map { symbols.intern($0.text) }
        team = record.team.map { symbols.intern($0) }
        wte = record.wte
        startedOn = record.startedOn
        endedOn = record.endedOn
    }
}

extension Snapshot.Family {
    init(_ record: Family, _ symbols: inout SymbolTable) {
        area = record.area.map { symbols.intern($0) }
    }
}

extension Snapshot.Person {
    init(_ record: Person, _ families: Listing<Family>) {
        family = families[record.familyID?.text]
        bornOn = record.birth?.latest
        diedOn = record.diedOn
        role = record.role
        sex = record.sex
        ethnicity = record.ethnicity
        hasChildID = record.childID != nil
    }
}

extension Snapshot.Referral {
    init?(_ record: Referral, _ families: Listing<Family>, _ symbols: inout SymbolTable) {
        guard let family = families[record.familyID.text] else { return nil }
        self.family = family
        receivedOn = record.receivedOn
        route = record.route
        programme = record.programme.map { symbols.intern($0) }
        decision = record.decision
        source = record.source
        tier = record.tier
        issues = record.presentingIssues.map { symbols.intern($0) }
        destination = record.destination.map { symbols.intern($0) }
    }
}

extension Snapshot.Case {
    init?(
        _ record: Case,
        _ families: Listing<Family>,
        _ people: Listing<Person>,
        _ referrals: Listing<Referral>,
        _ symbols: inout SymbolTable
    ) {
        guard let family = families[record.familyID.text] else { return nil }
        self.family = family
        child = people[record.personID?.text]
        referral = referrals[record.referralID?.text]
        programme = symbols.intern(record.programme)
        startedOn = record.startedOn
        endedOn = record.endedOn
        endReason = record.endReason
        tier = record.tier
        organisation = record.organisationID.map { symbols.intern($0.text) }
        team = record.team.map { symbols.intern($0) }
        destination = record.destination.map { symbols.intern($0) }
    }
}

extension Snapshot.Contact {
    init?(_ record: Contact, _ cases: Listing<Case>) {
        guard let caseAt = cases[record.caseID.text] else { return nil }
        self.caseAt = caseAt
        on = record.on
        minutes = record.minutes.map { Int32(clamping: $0) }
        kind = record.kind
        direct = record.direct
        attendance = record.attendance
    }
}

extension Snapshot.Goal {
    init?(_ record: Goal, _ cases: Listing<Case>) {
        guard let caseAt = cases[record.caseID.text] else { return nil }
        self.caseAt = caseAt
        setOn = record.setOn
        outcome = record.outcome
        closedOn = record.closedOn
    }
}

extension Snapshot.Allocation {
    init?(_ record: Allocation, _ cases: Listing<Case>, _ workers: Listing<Worker>) {
        guard let caseAt = cases[record.caseID.text], let worker = workers[record.workerID.text] else { return nil }
        self.caseAt = caseAt
        self.worker = worker
        role = record.role
        from = record.from
        to = record.to
    }
}

extension Snapshot.Assessment {
    init(_ record: Assessment, _ cases: Listing<Case>, _ people: Listing<Person>, _ symbols: inout SymbolTable) {
        caseAt = cases[record.caseID?.text]
        person = people[record.personID?.text]
        instrument = symbols.intern(record.instrument)
        occasion = symbols.intern(record.occasion)
        informant = record.informant
        completedOn = record.completedOn
    }
}

extension Snapshot.FollowUp {
    init?(_ record: FollowUpRecord, _ cases: Listing<Case>, _ people: Listing<Person>) {
        guard let caseAt = cases[record.caseID.text], let person = people[record.personID.text] else { return nil }
        self.caseAt = caseAt
        self.person = person
        milestone = Int32(clamping: record.milestoneMonths)
        observedOn = record.observedOn
        living = record.living
    }
}

extension Snapshot.Placement {
    init?(_ record: Placement, _ people: Listing<Person>) {
        guard let person = people[record.personID.text] else { return nil }
        self.person = person
        startedOn = record.startedOn
        endedOn = record.endedOn
        legalStatus = record.legalStatus
        type = record.type
        reasonCeased = record.reasonCeased
    }

    static func precedes(_ one: Self, _ other: Self) -> Bool {
        (one.person.number, one.startedOn, one.endedOn ?? .latest) < (
            other.person.number, other.startedOn, other.endedOn ?? .latest
        )
    }
}

extension Snapshot.Event {
    init(_ record: Event, _ people: Listing<Person>, _ families: Listing<Family>, _ symbols: inout SymbolTable) {
        person = people[record.personID?.text]
        family = families[record.familyID?.text]
        kind = record.kind
        on = record.on
        source = symbols.intern(record.source)
        proven = record.proven ?? false
    }
}

extension Snapshot.Attendance {
    init?(_ record: Attendance, _ people: Listing<Person>, _ symbols: inout SymbolTable) {
        guard let person = people[record.personID.text] else { return nil }
        self.person = person
        from = record.from
        to = record.to
        source = record.source.map { symbols.intern($0) }
        sessionsPossible = record.sessionsPossible
        authorisedAbsences = record.authorisedAbsences
        unauthorisedAbsences = record.unauthorisedAbsences
    }
}

extension Snapshot.WorkStatus {
    init?(_ record: WorkStatus, _ people: Listing<Person>, _ symbols: inout SymbolTable) {
        guard let person = people[record.personID.text] else { return nil }
        self.person = person
        status = record.status
        from = record.from
        to = record.to
        source = record.source.map { symbols.intern($0) }
    }
}

extension Snapshot.Discretion {
    init?(_ record: Discretion, _ families: Listing<Family>, _ symbols: inout SymbolTable) {
        guard let family = families[record.familyID.text] else { return nil }
        self.family = family
        criteria = symbols.intern(record.criteria)
        setOn = record.setOn
        withdrawnOn = record.withdrawnOn
    }
}

extension Snapshot.Cost {
    init?(_ record: Cost, _ symbols: inout SymbolTable) {
        guard let period = Period(from: record.from, to: record.to) else { return nil }
        programme = symbols.intern(record.programme)
        self.period = period
        amount = record.amount
    }
}
