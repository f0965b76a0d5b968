/// Which records of a snapshot a part of it keeps, by their places in its lists.
package struct SnapshotSelection: Sendable {
    package var families: [Bool]
    /// A person of a family that is not kept is not kept either.
    package var people: [Bool]
    package var referrals: [Bool]
    package var cases: [Bool]
    package var workers: [Bool]
    package var costs: [Bool]
    /// Whether workers keep their hours; those of a part of their work cannot be told.
    package var keepsHours = true

    /// Everything.
    package init(all snapshot: Snapshot) {
        families = Array(repeating: true, count: snapshot.families.count)
        people = Array(repeating: true, count: snapshot.people.count)
        referrals = Array(repeating: true, count: snapshot.referrals.count)
        cases = Array(repeating: true, count: snapshot.cases.count)
        workers = Array(repeating: true, count: snapshot.workers.count)
        costs = Array(repeating: true, count: snapshot.costs.count)
    }

    /// Without the people, referrals and cases of families that are not kept.
    fileprivate func settled(_ snapshot: Snapshot) -> SnapshotSelection {
        var settled = self
        for (index, person) in snapshot.people.enumerated() {
            if let family = person.family, !families[family.index] { settled.people[index] = false }
        }
        for (index, row) in snapshot.referrals.enumerated() where !families[row.family.index] {
            settled.referrals[index] = false
        }
        for (index, row) in snapshot.cases.enumerated() where !families[row.family.index] {
            settled.cases[index] = false
        }
        return settled
    }
}

/// Where each record of a snapshot stands in a part of it.
private struct Moves {
    private let places: [Int32]

    init(_ kept: [Bool]) {
        var next: Int32 = 0
        places = kept.map { kept in
            guard kept else { return -1 }
            next += 1
            return next - 1
        }
    }

    func callAsFunction<Subject>(_ position: Position<Subject>) -> Position<Subject>? {
        let place = places[position.index]
        return place < 0 ? nil : Position(Int(place))
    }

    func kept<Row>(_ rows: [Row]) -> [Row] {
        rows.indices.filter { places[$0] >= 0 }.map { rows[$0] }
    }
}

extension Snapshot {
    /// The part of the picture that these records make, as if nothing else had been recorded.
    ///
    /// What belongs to a case or a person that is not kept goes with it.
    package func keeping(_ selection: SnapshotSelection) -> Snapshot {
        let kept = selection.settled(self)
        let families = Moves(kept.families)
        let people = Moves(kept.people)
        let referrals = Moves(kept.referrals)
        let cases = Moves(kept.cases)
        let workers = Moves(kept.workers)
        let costs = Moves(kept.costs)
        var part = self
        part.workers = workers.kept(self.workers).map { row in
            var row = row
            if !kept.keepsHours { row.wte = nil }
            return row
        }
        part.workerIDs = workers.kept(workerIDs)
        part.families = families.kept(self.families)
        part.familyIDs = families.kept(familyIDs)
        part.costs = costs.kept(self.costs)
        part.costIDs = costs.kept(costIDs)
        part.people = people.kept(self.people).map { row in
            var row = row
            row.family = row.family.flatMap { families($0) }
            return row
        }
        part.personIDs = people.kept(personIDs)
        part.referrals = referrals.kept(self.referrals).compactMap { $0.moved(families) }
        part.referralIDs = referrals.kept(referralIDs)
        part.cases = cases.kept(self.cases).compactMap { $0.moved(families, people, referrals) }
        part.caseIDs = cases.kept(caseIDs)
        part.keepWork(of: cases, workers)
        part.keepGoals(of: cases)
        part.keepAssessments(of: cases, people)
        part.keepLives(of: people, families)
        part.group()
        return part
    }

    private mutating func keepWork(of cases: Moves, _ workers: Moves) {
        allocations = allocations.compactMap { row in
            guard let caseAt = cases(row.caseAt), let worker = workers(row.worker) else { return nil }
            var row = row
            row.caseAt = caseAt
            row.worker = worker
            return row
        }
        contacts = contacts.compactMap { row in
            guard let caseAt = cases(row.caseAt) else { return nil }
            var row = row
            row.caseAt = caseAt
            return row
        }
    }

    private mutating func keepGoals(of cases: Moves) {
        let kept = goals.indices.filter { cases(goals[$0].caseAt) != nil }
        goalIDs = kept.map { goalIDs[$0] }
        goals = kept.compactMap { index in
            var row = goals[index]
            guard let caseAt = cases(row.caseAt) else { return nil }
            row.caseAt = caseAt
            return row
        }
    }

    /// An assessment belongs to its case and to its person; one of neither says nothing of a part.
    private mutating func keepAssessments(of cases: Moves, _ people: Moves) {
        let kept = assessments.indices.filter { index in
            let row = assessments[index]
            guard row.caseAt != nil || row.person != nil else { return false }
            return (row.caseAt.map { cases($0) != nil } ?? true) && (row.person.map { people($0) != nil } ?? true)
        }
        let scoresOf = kept.map { Array(scores(ofAssessment: $0)) }
        assessmentIDs = kept.map { assessmentIDs[$0] }
        assessments = kept.map { index in
            var row = assessments[index]
            row.caseAt = row.caseAt.flatMap { cases($0) }
            row.person = row.person.flatMap { people($0) }
            return row
        }
        scores = scoresOf.flatMap { $0 }
        scoresOfAssessment = Grouping(
            scoresOf.enumerated().flatMap { index, scores in scores.map { _ in Int32(truncatingIfNeeded: index) } },
            count: assessments.count
        )
        followUps = followUps.compactMap { row in
            guard let caseAt = cases(row.caseAt), let person = people(row.person) else { return nil }
            var row = row
            row.caseAt = caseAt
            row.person = person
            return row
        }
    }

    private mutating func keepLives(of people: Moves, _ families: Moves) {
        func moved<Row>(_ row: Row, _ person: WritableKeyPath<Row, Position<Records.Person>>) -> Row? {
            guard let place = people(row[keyPath: person]) else { return nil }
            var row = row
            row[keyPath: person] = place
            return row
        }
        placements = placements.compactMap { moved($0, \.person) }
        placementsOfPerson = Grouping(placements.map(\.person.number), count: personIDs.count)
        attendance = attendance.compactMap { moved($0, \.person) }
        workStatus = workStatus.compactMap { moved($0, \.person) }
        let kept = events.indices.filter { index in
            let row = events[index]
            return row.person.map { people($0) != nil } ?? row.family.map { families($0) != nil } ?? false
        }
        eventIDs = kept.map { eventIDs[$0] }
        events = kept.map { index in
            var row = events[index]
            row.person = row.person.flatMap { people($0) }
            row.family = row.family.flatMap { families($0) }
            return row
        }
        discretion = discretion.compactMap { row in
            guard let family = families(row.family) else { return nil }
            var row = row
            row.family = family
            return row
        }
    }
}

extension Snapshot.Referral {
    fileprivate func moved(_ families: Moves) -> Self? {
        guard let place = families(family) else { return nil }
        var row = self
        row.family = place
        return row
    }
}

extension Snapshot.Case {
    fileprivate func moved(_ families: Moves, _ people: Moves, _ referrals: Moves) -> Self? {
        guard let place = families(family) else { return nil }
        var row = self
        row.family = place
        row.child = child.flatMap { people($0) }
        row.referral = referral.flatMap { referrals($0) }
        return row
    }
}
