import Records
import Values

extension QualityChecks {
    /// Two cases of a family that are open on the same day.
    static let overlappingCases = QualityCheck(
        "overlapping-cases",
        "A family has two cases at once."
    ) { records, report in
        let cases = records.cases
        let order = cases.indices.sorted { one, other in
            let (first, second) = (cases[one], cases[other])
            if first.familyID != second.familyID { return first.familyID < second.familyID }
            return (first.startedOn, one) < (second.startedOn, other)
        }
        var latest: Int?
        for index in order {
            let nights = Nights(from: cases[index].startedOn, until: cases[index].endedOn)
            if let earlier = latest, cases[earlier].familyID == cases[index].familyID {
                let before = Nights(from: cases[earlier].startedOn, until: cases[earlier].endedOn)
                if before.contains(nights.from), nights.contains(nights.from) {
                    report.add(Case.table, index, "started_on", "the case starts while the family has another open")
                }
                if (before.until ?? .latest) >= (nights.until ?? .latest) { continue }
            }
            latest = index
        }
    }

    /// A case that ended on the day it started or the day after.
    static let caseOfOneDay = QualityCheck(
        "case-of-one-day",
        "A case ended on the day it started, or the day after."
    ) { records, report in
        for (index, held) in records.cases.enumerated() {
            guard let end = held.endedOn, end - held.startedOn <= 1 else { continue }
            report.add(Case.table, index, "ended_on", "the case lasted a day or less")
        }
    }

    /// A reason for an end without the end.
    static let endReasonWithoutEnd = QualityCheck(
        "end-reason-without-end",
        "A case has a reason for its end and no end."
    ) { records, report in
        for (index, held) in records.cases.enumerated() where held.endReason != nil && held.endedOn == nil {
            report.add(Case.table, index, "end_reason", "the case has a reason for its end and no ended_on")
        }
    }

    /// An index child who belongs to another family, or to none.
    static let indexChildOutsideFamily = QualityCheck(
        "index-child-outside-family",
        "The index child of a case does not belong to its family."
    ) { records, report in
        let people = records.personPositions
        for (index, held) in records.cases.enumerated() {
            guard let person = held.personID.flatMap({ people[$0] }) else { continue }
            guard records.people[person].familyID != held.familyID else { continue }
            report.add(Case.table, index, "person_id", "the index child does not belong to the family of the case")
        }
    }

    /// An accepted referral that no case came of.
    static let acceptedWithoutCase = QualityCheck(
        "accepted-without-case",
        needsEverything: true,
        "A referral was accepted and no case came of it."
    ) { records, report in
        guard !records.cases.isEmpty else { return }
        let owned = Set(records.cases.compactMap(\.referralID))
        for (index, referral) in records.referrals.enumerated() {
            guard referral.decision == .accepted, !owned.contains(referral.id) else { continue }
            report.add(Referral.table, index, "decision", "the referral was accepted and there is no case of it")
        }
    }

    /// A referral decided before it came in.
    static let decidedBeforeReceived = QualityCheck(
        "decided-before-received",
        "A referral was decided before it came in."
    ) { records, report in
        for (index, referral) in records.referrals.enumerated() {
            guard let decided = referral.decidedOn, decided < referral.receivedOn else { continue }
            report.add(Referral.table, index, "decided_on", "decided_on should be the same as or after received_on")
        }
    }
}
