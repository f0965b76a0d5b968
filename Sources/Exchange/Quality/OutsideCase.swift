import Records
import Values

extension QualityChecks {
    /// An allocation that begins before its case or goes on after it.
    static let allocationOutsideCase = QualityCheck(
        "allocation-outside-case",
        "An allocation begins before its case or goes on after it."
    ) { records, report in
        let cases = records.casePositions
        for (index, allocation) in records.allocations.enumerated() {
            guard let held = cases[allocation.caseID].map({ records.cases[$0] }) else { continue }
            if allocation.from < held.startedOn {
                report.add(Allocation.table, index, "from", "the allocation starts before its case does")
            }
            guard let end = held.endedOn else { continue }
            if let to = allocation.to, to <= end { continue }
            report.add(Allocation.table, index, "to", "the allocation goes on after its case has ended")
        }
    }

    /// An assessment completed before its case started, or after it ended unless it is a follow-up or an audit.
    static let assessmentOutsideCase = QualityCheck(
        "assessment-outside-case",
        "An assessment was completed before its case started, or after it ended and is neither a follow-up nor an audit."
    ) { records, report in
        let cases = records.casePositions
        for (index, assessment) in records.assessments.enumerated() {
            guard let held = assessment.caseID.flatMap({ cases[$0] }).map({ records.cases[$0] }) else { continue }
            let isLate = held.endedOn.map { $0 < assessment.completedOn } ?? false
            let isOfLater = assessment.occasion == "audit" || assessment.occasion.hasPrefix("follow_up")
            guard assessment.completedOn < held.startedOn || isLate && !isOfLater else { continue }
            report.add(Assessment.table, index, "completed_on", "the assessment was not completed within its case")
        }
    }

    /// A contact before its case started or after it ended.
    static let contactOutsideCase = QualityCheck(
        "contact-outside-case",
        "A contact lies before its case started or after it ended."
    ) { records, report in
        let cases = records.casePositions
        for (index, contact) in records.contacts.enumerated() {
            guard let held = cases[contact.caseID].map({ records.cases[$0] }) else { continue }
            guard contact.on < held.startedOn || held.endedOn.map({ $0 < contact.on }) ?? false else { continue }
            report.add(Contact.table, index, "on", "the contact lies outside its case")
        }
    }

    /// A follow-up observed before its case closed, or of one that is open.
    static let followUpBeforeClosure = QualityCheck(
        "follow-up-before-closure",
        "A follow-up was observed before its case closed."
    ) { records, report in
        let cases = records.casePositions
        for (index, followUp) in records.followUps.enumerated() {
            guard let held = cases[followUp.caseID].map({ records.cases[$0] }) else { continue }
            // The first milestone is closure itself and may be seen within 42 days of it.
            if let end = held.endedOn, followUp.observedOn >= end - 42 { continue }
            report.add(FollowUpRecord.table, index, "observed_on", "the follow-up was observed before its case closed")
        }
    }
}
