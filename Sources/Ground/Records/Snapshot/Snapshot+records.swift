import Values

extension Snapshot {
    /// Takes the picture of these records as they stood at this change.
    ///
    /// A reference to a record that is not there is read as none; the register does not let one in, but a package may
    /// leave tables out.
    package init(of records: RecordSet, change: Int) {
        var symbols = SymbolTable()
        let workers = Listing(records.workers) { $0.id.text }
        let families = Listing(records.families) { $0.id.text }
        let people = Listing(records.people) { $0.id.text }
        let referrals = Listing(records.referrals.filter { families[$0.familyID.text] != nil }) { $0.id.text }
        let cases = Listing(records.cases.filter { families[$0.familyID.text] != nil }) { $0.id.text }
        let goals = Listing(records.goals.filter { cases[$0.caseID.text] != nil }) { $0.id.text }
        let assessments = Listing(records.assessments) { $0.id.text }
        let events = Listing(records.events) { $0.id.text }
        let costs = Listing(records.costs.filter { $0.refusal == nil }) { $0.id.text }

        self.change = change
        workerIDs = workers.ids
        familyIDs = families.ids
        personIDs = people.ids
        referralIDs = referrals.ids
        caseIDs = cases.ids
        goalIDs = goals.ids
        assessmentIDs = assessments.ids
        eventIDs = events.ids
        costIDs = costs.ids

        self.workers = workers.records.map { Worker($0, &symbols) }
        self.families = families.records.map { Family($0, &symbols) }
        self.people = people.records.map { Person($0, families) }
        self.referrals = referrals.records.compactMap { Referral($0, families, &symbols) }
        self.cases = cases.records.compactMap { Case($0, families, people, referrals, &symbols) }
        allocations = records.allocations.compactMap { Allocation($0, cases, workers) }
        contacts = records.contacts.compactMap { Contact($0, cases) }
        self.goals = goals.records.compactMap { Goal($0, cases) }
        self.assessments = assessments.records.map { Assessment($0, cases, people, &symbols) }
        (scores, scoresOfAssessment) = Snapshot.scores(records.scores, assessments, &symbols)
        followUps = records.followUps.compactMap { FollowUp($0, cases, people) }
        (placements, placementsOfPerson) = Snapshot.placements(records.placements, people)
        self.events = events.records.map { Event($0, people, families, &symbols) }
        attendance = records.attendance.compactMap { Attendance($0, people, &symbols) }
        workStatus = records.workStatus.compactMap { WorkStatus($0, people, &symbols) }
        discretion = records.discretion.compactMap { Discretion($0, families, &symbols) }
        self.costs = costs.records.compactMap { Cost($0, &symbols) }

        let none = Grouping([], count: 0)
        peopleOfFamily = none
        referralsOfFamily = none
        casesOfFamily = none
        casesOfChild = none
        allocationsOfCase = none
        contactsOfCase = none
        goalsOfCase = none
        assessmentsOfCase = none
        followUpsOfCase = none
        eventsOfPerson = none
        eventsOfFamily = none
        attendanceOfPerson = none
        workStatusOfPerson = none
        discretionOfFamily = none
        programmes = []
        self.symbols = symbols
        group()
    }

    /// Finds the members of each group anew, once its lists stand.
    mutating func group() {
        peopleOfFamily = Grouping(people.map { $0.family.numberOrNone() }, count: familyIDs.count)
        referralsOfFamily = Grouping(referrals.map(\.family.number), count: familyIDs.count)
        casesOfFamily = Grouping(cases.map(\.family.number), count: familyIDs.count)
        casesOfChild = Grouping(cases.map { $0.child.numberOrNone() }, count: personIDs.count)
        allocationsOfCase = Grouping(allocations.map(\.caseAt.number), count: caseIDs.count)
        contactsOfCase = Grouping(contacts.map(\.caseAt.number), count: caseIDs.count)
        goalsOfCase = Grouping(goals.map(\.caseAt.number), count: caseIDs.count)
        assessmentsOfCase = Grouping(assessments.map { $0.caseAt.numberOrNone() }, count: caseIDs.count)
        followUpsOfCase = Grouping(followUps.map(\.caseAt.number), count: caseIDs.count)
        eventsOfPerson = Grouping(events.map { $0.person.numberOrNone() }, count: personIDs.count)
        eventsOfFamily = Grouping(events.map { $0.family.numberOrNone() }, count: familyIDs.count)
        attendanceOfPerson = Grouping(attendance.map(\.person.number), count: personIDs.count)
        workStatusOfPerson = Grouping(workStatus.map(\.person.number), count: personIDs.count)
        discretionOfFamily = Grouping(discretion.map(\.family.number), count: familyIDs.count)
        programmes = Snapshot.programmes(cases, symbols)
    }

    private static func programmes(_ cases: [Case], _ symbols: SymbolTable) -> [Symbol] {
        var seen = [Bool](repeating: false, count: symbols.texts.count)
        for item in cases { seen[Int(item.programme.number)] = true }
        return seen.indices.filter { seen[$0] }.map { Symbol($0) }.sorted { symbols.text($0) < symbols.text($1) }
    }

    /// By person and start, so that one person's stand together.
    private static func placements(
        _ records: [Records.Placement],
        _ people: Listing<Records.Person>
    ) -> ([Placement], Grouping) {
        var rows = records.compactMap { Placement($0, people) }
        let inOrder = zip(rows, rows.dropFirst()).allSatisfy { !Placement.precedes($1, $0) }
        if !inOrder { rows.sort(by: Placement.precedes) }
        return (rows, Grouping(rows.map(\.person.number), count: people.count))
    }

    private static func scores(
        _ records: [Records.Score],
        _ assessments: Listing<Records.Assessment>,
        _ symbols: inout SymbolTable
    ) -> ([Score], Grouping) {
        var rows: [(assessment: Int32, score: Score)] = []
        rows.reserveCapacity(records.count)
        for record in records {
            guard let assessment = assessments[record.assessmentID.text] else { continue }
            rows.append((assessment.number, Score(item: symbols.intern(record.item), value: record.value)))
        }
        let grouping = Grouping(rows.map(\.assessment), count: assessments.count)
        let ordered = (0..<assessments.count).flatMap { grouping[$0].map { rows[Int($0)].score } }
        return (ordered, Grouping(rows.map(\.assessment).sorted(), count: assessments.count))
    }
}

extension Optional {
    /// The position's number, or -1 where there is none.
    fileprivate func numberOrNone<Subject>() -> Int32 where Wrapped == Position<Subject> { self?.number ?? -1 }
}
