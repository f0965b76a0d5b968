import Records
import Values

/// The assessments of the authority and their scores, as they are written.
struct Answers {
    private(set) var assessments: [Assessment] = []
    private(set) var scores: [Score] = []

    /// Adds one completion of an instrument and what was answered.
    mutating func add(
        _ instrument: String,
        version: String? = nil,
        _ informant: Informant,
        _ occasion: String,
        on day: Day,
        of engagement: Engagement?,
        about person: Identifier<Person>? = nil,
        by worker: Identifier<Worker>? = nil,
        _ answers: [(item: String, value: Decimal)]
    ) {
        let id = Identifier<Assessment>(reference("A", assessments.count + 1, digits: 6))
        assessments.append(
            Assessment(
                id: id,
                caseID: engagement?.id,
                personID: person,
                instrument: instrument,
                version: version,
                informant: informant,
                occasion: occasion,
                completedOn: day,
                collectedByID: worker
            )
        )
        scores += answers.map { Score(assessmentID: id, item: $0.item, value: $0.value) }
    }
}

extension Authority {
    func answers() -> Answers {
        var answers = Answers()
        for (engagement, household) in work {
            addStrengths(of: engagement, households[household], to: &answers)
            if engagement.programme.isMST {
                addAdherence(of: engagement, to: &answers)
                addSatisfaction(of: engagement, to: &answers)
            }
            if engagement.programme.isFFT { addReadings(of: engagement, to: &answers) }
        }
        addYearlyStrengths(to: &answers)
        // After the others, so that their references stay as they were.
        for (engagement, _) in work {
            addDistance(of: engagement, to: &answers)
            addFeedback(of: engagement, to: &answers)
            addAudit(of: engagement, to: &answers)
        }
        return answers
    }
}
