import Actions
import Documents
import Records
import Register
import Values

/// The kinds of records that tell of a service, by their place in addresses.
enum ServiceRecordKind: String, CaseIterable {
    case complaints, feedback, training, studies

    /// One of them.
    var title: String {
        switch self {
        case .complaints: "complaint, concern or compliment"
        case .feedback: "what somebody said"
        case .training: "training"
        case .studies: "case study"
        }
    }

    /// All of them.
    var caption: String {
        switch self {
        case .complaints: "Complaints, concerns and compliments"
        case .feedback: "You said, we did"
        case .training: "Training"
        case .studies: "Case studies"
        }
    }

    /// The change's summary, without personal data.
    var saved: String {
        switch self {
        case .complaints: "Kept a complaint"
        case .feedback: "Kept what somebody said"
        case .training: "Kept a training course"
        case .studies: "Kept a case study"
        }
    }

    /// The day a new form begins with.
    var dayField: String { self == .training ? "held" : self == .studies ? "none" : "received" }

    func fields(
        _ form: TypedForm,
        providers: [(String, String)],
        programmes: [(String, String)]
    ) -> [FormField] {
        let provider = form.select("provider", "Provider", among: providers, none: "Select a provider")
        let programme = form.select("programme", "Programme (optional)", among: programmes, none: "Any programme")
        switch self {
        case .complaints:
            return [
                provider, programme, form.select("kind", "Kind", of: ComplaintKind.self),
                form.select("source", "Who said it", of: FeedbackSource.self), form.date("received", "Received on"),
                form.lines("words", "What was said", hint: "Name nobody, and nothing they could be known by."),
                form.lines("resolution", "What was done about it (optional)"),
                form.select("outcome", "Outcome (optional)", of: ComplaintOutcome.self, none: "Not resolved yet"),
                form.date("resolved", "Resolved on (optional)"),
                form.lines("learning", "What the service changed because of it (optional)"),
            ]
        case .feedback:
            let scale = (1...5).map { ("\($0)", "\($0)") }
            return [
                provider, programme, form.select("source", "Who said it", of: FeedbackSource.self),
                form.date("received", "Said on"),
                form.select("satisfaction", "How satisfied, 1 to 5 (optional)", among: scale, none: "Not asked"),
                form.select(
                    "value",
                    "How much they value the service, 1 to 5 (optional)",
                    among: scale,
                    none: "Not asked"
                ),
                form.lines("said", "What was said", hint: "Name nobody, and nothing they could be known by."),
                form.lines("did", "What the service did about it (optional)"), form.date("done", "Done on (optional)"),
            ]
        case .training:
            return [
                provider, form.line("team", "Team (optional)"), form.line("title", "What it was about"),
                form.line("given", "Who gave it (optional)"), form.date("held", "Held on"),
                form.line("hours", "Hours for each person (optional)", width: .characters4),
                form.line("people", "How many of the staff took it", width: .characters4),
            ]
        case .studies:
            return [
                provider, form.select("programme", "Programme", among: programmes, none: "Select a programme"),
                form.line("case", "Case (optional)", hint: "Its reference. It is never published."),
                form.line("title", "Title"),
                form.lines("before", "How things were", hint: "Without names, places and dates.", rows: 5),
                form.lines("work", "What was done", rows: 5), form.lines("after", "What changed", rows: 5),
                form.line(
                    "consentedBy",
                    "Who agreed that it is told (optional)",
                    hint: "Such as parent, young person."
                ),
                form.date("consented", "Agreed on (optional)"),
            ]
        }
    }
}

extension CaseStudy {
    /// Where it is on the way to being told.
    var standing: String {
        if withdrawnOn != nil { return "Withdrawn" }
        if publishedOn != nil { return "Published" }
        return consentedOn == nil ? "The family has not agreed yet" : "Waits for a second person's review"
    }
}

/// One record of a service as it is held.
enum KeptServiceRecord {
    case complaint(Held<Complaint>)
    case feedback(Held<ServiceFeedback>)
    case training(Held<TrainingCourse>)
    case study(Held<CaseStudy>)

    init?(_ kind: ServiceRecordKind, _ id: String, _ register: Register) throws {
        let found: KeptServiceRecord? =
            switch kind {
            case .complaints: try register.held(Complaint.self, key: id).map { .complaint($0) }
            case .feedback: try register.held(ServiceFeedback.self, key: id).map { .feedback($0) }
            case .training: try register.held(TrainingCourse.self, key: id).map { .training($0) }
            case .studies: try register.held(CaseStudy.self, key: id).map { .study($0) }
            }
        guard let found else { return nil }
        self = found
    }

    var id: String {
        switch self {
        case .complaint(let held): held.record.id.text
        case .feedback(let held): held.record.id.text
        case .training(let held): held.record.id.text
        case .study(let held): held.record.id.text
        }
    }

    var version: Int64 {
        switch self {
        case .complaint(let held): held.version
        case .feedback(let held): held.version
        case .training(let held): held.version
        case .study(let held): held.version
        }
    }

    var provider: Identifier<Organisation> {
        switch self {
        case .complaint(let held): held.record.organisationID
        case .feedback(let held): held.record.organisationID
        case .training(let held): held.record.organisationID
        case .study(let held): held.record.organisationID
        }
    }

    /// What was published stays as it was published.
    var mayChange: Bool {
        switch self {
        case .complaint, .training: true
        case .feedback(let held): held.record.publishedOn == nil
        case .study(let held): held.record.publishedOn == nil
        }
    }

    var mayPublish: Bool {
        switch self {
        case .complaint, .training: false
        case .feedback(let held): held.record.publishedOn == nil && held.record.did != nil
        case .study(let held): held.record.publishedOn == nil && held.record.consentedOn != nil
        }
    }

    var mayWithdraw: Bool {
        if case .study(let held) = self { held.record.isPublished } else { false }
    }

    /// What stands, for who may read it and change nothing.
    var rows: [SummaryRow] {
        switch self {
        case .complaint(let held):
            [
                SummaryRow("Kind", held.record.kind.label), SummaryRow("Who said it", held.record.source.label),
                SummaryRow("Received", held.record.receivedOn.long), SummaryRow("What was said", held.record.words),
                SummaryRow("What was done", held.record.resolution),
                SummaryRow("Outcome", held.record.outcome?.label ?? "Open"),
                SummaryRow("What was learnt", held.record.learning),
            ]
        case .feedback(let held):
            [
                SummaryRow("Who said it", held.record.source.label), SummaryRow("Said on", held.record.receivedOn.long),
                SummaryRow("What was said", held.record.said), SummaryRow("What was done", held.record.did),
                SummaryRow("Published", held.record.publishedOn?.long ?? "No"),
            ]
        case .training(let held):
            [
                SummaryRow("What it was about", held.record.title), SummaryRow("Held on", held.record.heldOn.long),
                SummaryRow("Staff", NumberText.count(held.record.people)),
            ]
        case .study(let held):
            [
                SummaryRow("Title", held.record.title), SummaryRow("Standing", held.record.standing),
                SummaryRow("How things were", held.record.before), SummaryRow("What was done", held.record.work),
                SummaryRow("What changed", held.record.after),
                SummaryRow("Who agreed", held.record.consentedBy),
            ]
        }
    }
}
