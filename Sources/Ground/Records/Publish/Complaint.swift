package import Values

/// A complaint, a concern or a compliment about the service, and what became of it.
package struct Complaint: Record, Equatable {
    /// Reference of the complaint.
    package var id: Identifier<Complaint>
    /// The provider.
    package var organisationID: Identifier<Organisation>
    /// The programme it is about.
    package var programme: String?
    /// Complaint, concern or compliment.
    package var kind: ComplaintKind
    /// Who said it.
    package var source: FeedbackSource
    /// Day it was received.
    package var receivedOn: Day
    /// What was said, without anybody's name.
    package var words: String
    /// What was done about it.
    package var resolution: String?
    /// Whether it was upheld.
    package var outcome: ComplaintOutcome?
    /// Day it was resolved.
    package var resolvedOn: Day?
    /// What the service changed because of it.
    package var learning: String?
    /// Reference of the account that noted it.
    package var keptBy: String

    package init(
        id: Identifier<Complaint>,
        organisationID: Identifier<Organisation>,
        programme: String? = nil,
        kind: ComplaintKind,
        source: FeedbackSource,
        receivedOn: Day,
        words: String,
        resolution: String? = nil,
        outcome: ComplaintOutcome? = nil,
        resolvedOn: Day? = nil,
        learning: String? = nil,
        keptBy: String
    ) {
        self.id = id
        self.organisationID = organisationID
        self.programme = programme
        self.kind = kind
        self.source = source
        self.receivedOn = receivedOn
        self.words = words
        self.resolution = resolution
        self.outcome = outcome
        self.resolvedOn = resolvedOn
        self.learning = learning
        self.keptBy = keptBy
    }

    package static let table = Table(
        "complaints",
        "A complaint, a concern or a compliment about the service, and what became of it.",
        [
            Field("complaint_id", .text, key: true, required: true, "Reference of the complaint."),
            Field("organisation_id", .text, required: true, refersTo: "organisations", "The provider."),
            Field("programme", .text, "The programme it is about."),
            Field("kind", .code(ComplaintKind.codes), required: true, "Complaint, concern or compliment."),
            Field("source", .code(FeedbackSource.codes), required: true, "Who said it."),
            Field("received_on", .day, required: true, "Day it was received."),
            Field("words", .text, required: true, personal: true, "What was said, without anybody's name."),
            Field("resolution", .text, personal: true, "What was done about it."),
            Field("outcome", .code(ComplaintOutcome.codes), "Whether it was upheld."),
            Field("resolved_on", .day, "Day it was resolved."),
            Field("learning", .text, "What the service changed because of it."),
            Field("kept_by", .text, required: true, "Reference of the account that noted it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        organisationID = try row.identifier()
        programme = try row.optionalText()
        kind = try row.code()
        source = try row.code()
        receivedOn = try row.day()
        words = try row.text()
        resolution = try row.optionalText()
        outcome = try row.optionalCode()
        resolvedOn = try row.optionalDay()
        learning = try row.optionalText()
        keptBy = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(organisationID)
        row.append(programme)
        row.append(kind)
        row.append(source)
        row.append(receivedOn)
        row.append(words)
        row.append(resolution)
        row.append(outcome)
        row.append(resolvedOn)
        row.append(learning)
        row.append(keptBy)
    }

    /// An outcome has its day, which is not before the complaint.
    package var refusal: RecordRefusal? {
        if outcome != nil, resolvedOn == nil {
            return RecordRefusal(field: "resolved_on", message: "resolved_on is missing: the outcome is given")
        }
        return .ending(resolvedOn, "resolved_on", before: receivedOn, "received_on")
    }
}
