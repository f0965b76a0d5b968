package import Records
package import Register
package import Values

/// Complaints, training, what people said, and case studies of one provider, or of all that somebody may see.
package struct ServiceRecords: Sendable {
    package let complaints: [Held<Complaint>]
    package let training: [Held<TrainingCourse>]
    package let feedback: [Held<ServiceFeedback>]
    package let studies: [Held<CaseStudy>]

    /// The records of a scope, the latest first.
    package init(_ register: Register, _ scope: ServiceScope, knownAt change: Int? = nil) throws {
        complaints = try register.known(Complaint.self, at: change)
            .filter { scope.covers($0.record.organisationID) }
            .sorted { ($0.record.receivedOn, $0.record.id) > ($1.record.receivedOn, $1.record.id) }
        training = try register.known(TrainingCourse.self, at: change)
            .filter { scope.covers($0.record.organisationID) }
            .sorted { ($0.record.heldOn, $0.record.id) > ($1.record.heldOn, $1.record.id) }
        feedback = try register.known(ServiceFeedback.self, at: change)
            .filter { scope.covers($0.record.organisationID) }
            .sorted { ($0.record.receivedOn, $0.record.id) > ($1.record.receivedOn, $1.record.id) }
        studies = try register.known(CaseStudy.self, at: change)
            .filter { scope.covers($0.record.organisationID) }
            .sorted { ($0.record.draftedOn, $0.record.id) > ($1.record.draftedOn, $1.record.id) }
    }

    private init(
        complaints: [Held<Complaint>],
        training: [Held<TrainingCourse>],
        feedback: [Held<ServiceFeedback>],
        studies: [Held<CaseStudy>]
    ) {
        self.complaints = complaints
        self.training = training
        self.feedback = feedback
        self.studies = studies
    }

    /// Those of one provider in a period: complaints received or resolved in it, courses held in it, feedback given or
    /// answered in it, studies published in it.
    package func of(_ provider: Identifier<Organisation>?, during period: Period) -> ServiceRecords {
        let isOf = { (other: Identifier<Organisation>) in provider == nil || provider == other }
        return ServiceRecords(
            complaints: complaints.filter { held in
                isOf(held.record.organisationID)
                    && (period.contains(held.record.receivedOn) || held.record.resolvedOn.map(period.contains) ?? false)
            },
            training: training.filter { isOf($0.record.organisationID) && period.contains($0.record.heldOn) },
            feedback: feedback.filter { held in
                isOf(held.record.organisationID)
                    && (period.contains(held.record.receivedOn) || held.record.didOn.map(period.contains) ?? false)
            },
            studies: studies.filter { held in
                isOf(held.record.organisationID) && held.record.isPublished
                    && held.record.publishedOn.map(period.contains) ?? false
            }
        )
    }

    /// What partners and key workers said, by who they are: how many, and the means of their answers of 1 to 5.
    package var partners: [(source: FeedbackSource, count: Int, satisfaction: Double?, value: Double?)] {
        FeedbackSource.allCases.filter { !$0.isFamily }.compactMap { source in
            let said = feedback.map(\.record).filter { $0.source == source }
            guard !said.isEmpty else { return nil }
            return (source, said.count, mean(said.compactMap(\.satisfaction)), mean(said.compactMap(\.value)))
        }
    }

    private func mean(_ answers: [Int]) -> Double? {
        answers.isEmpty ? nil : Double(answers.reduce(0, +)) / Double(answers.count)
    }
}
