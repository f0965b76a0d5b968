package import Records
package import Values

extension Demonstration {
    /// What came in after `records(seed:families:until:)`: the same records corrected and a few that were late.
    ///
    /// Imported after the first, it makes a second change, so that a figure can be asked for as it was known before and
    /// after. Everything it refers to is in the first import. `until` is the last day of the first.
    package static func corrections(to records: RecordSet, until: Day = defaultUntil) -> RecordSet {
        let corrections = Corrections(records, until: until)
        var later = RecordSet()
        later.people = corrections.people()
        later.referrals = corrections.referrals()
        later.cases = corrections.cases()
        later.scores = corrections.scores()
        later.followUps = corrections.followUps()
        later.placements = corrections.placements()
        later.events = corrections.events()
        return later
    }
}

/// Chooses the first few records that a later import puts right.
private struct Corrections {
    private let records: RecordSet
    private let until: Day

    init(_ records: RecordSet, until: Day) {
        self.records = records
        self.until = until
    }

    /// Dates of birth found since, of children of about eleven.
    func people() -> [Person] {
        records.people.filter { $0.birth == nil && $0.role == .child }.prefix(3).map { person in
            var person = person
            person.birth = BirthDate(until.adding(months: -11 * 12) - 45)
            return person
        }
    }

    /// Referrals the gateway has decided since.
    func referrals() -> [Referral] {
        records.referrals.filter { $0.decision == .pending }.prefix(4).map { referral in
            var referral = referral
            referral.decision = .accepted
            referral.decidedOn = until
            return referral
        }
    }

    /// Reasons for closure that were missing, and courses that turned out not to have been completed.
    func cases() -> [Case] {
        let unknown = records.cases.filter { $0.endedOn != nil && $0.endReason == nil }.prefix(4).map { known in
            var known = known
            known.endReason = .completed
            return known
        }
        let closed = records.cases.filter { $0.programme == "mst" && $0.endReason == .completed }
        let wrong = closed.suffix(3).map { known in
            var known = known
            known.endReason = .disengaged
            return known
        }
        return Array(unknown) + wrong
    }

    /// Totals that were typed wrongly.
    func scores() -> [Score] {
        let closing = Set(
            records.assessments.filter { $0.instrument == "sdq" && $0.occasion == "closure" }.map(\.id)
        )
        let totals = records.scores.filter { $0.item == "total" && closing.contains($0.assessmentID) }
        return totals.suffix(5).map { score in
            var score = score
            let total = Int(score.value.double)
            score.value = Decimal(total >= 3 ? total - 3 : total + 3)
            return score
        }
    }

    /// Children whose whereabouts are known now, and follow-ups that came in late.
    func followUps() -> [FollowUpRecord] {
        let found = records.followUps.filter { $0.living == .unknown }.suffix(6).map { seen in
            var seen = seen
            seen.living = .home
            seen.inEducationOrWork = true
            return seen
        }
        return Array(found) + late()
    }

    /// A first sight at closure of index children who had none.
    private func late() -> [FollowUpRecord] {
        let seen = Set(records.followUps.filter { $0.milestoneMonths == 0 }.map(\.caseID))
        return records.cases.suffix(600).compactMap { known -> FollowUpRecord? in
            guard let ended = known.endedOn, let child = known.personID, !seen.contains(known.id) else { return nil }
            return FollowUpRecord(
                caseID: known.id,
                personID: child,
                milestoneMonths: 0,
                observedOn: min(ended + 6, until),
                living: .home,
                inEducationOrWork: nil,
                source: "family"
            )
        }
        .prefix(6).map { $0 }
    }

    /// Placements that ended in another night than was recorded, and open ones that had in fact ended.
    func placements() -> [Placement] {
        let ended = records.placements.filter { placement in
            guard let end = placement.endedOn, placement.reasonCeased == .e4a else { return false }
            return end > until.adding(months: -8) && end - placement.startedOn > 40
        }
        let earlier = ended.prefix(4).map { placement in
            var placement = placement
            placement.endedOn = placement.endedOn.map { $0 - 30 }
            return placement
        }
        let open = records.placements.filter { placement in
            let isShortBreak = placement.legalStatus == .v3 || placement.legalStatus == .v4
            return placement.endedOn == nil && !isShortBreak && until - placement.startedOn > 60
        }
        let returned = open.prefix(3).map { placement in
            var placement = placement
            placement.endedOn = until - 20
            placement.reasonCeased = .e4b
            return placement
        }
        return earlier + returned
    }

    /// Offences proven since, and one that came to light.
    func events() -> [Event] {
        let open = records.events.filter { $0.kind == .offence && $0.proven == nil && $0.personID != nil }
        var events = open.suffix(5).map { event in
            var event = event
            event.proven = true
            return event
        }
        if var unseen = open.last {
            unseen.id = Identifier("E900001")
            unseen.on = until - 33
            unseen.proven = nil
            events.append(unseen)
        }
        return events
    }
}
