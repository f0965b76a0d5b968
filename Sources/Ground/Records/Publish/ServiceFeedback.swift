package import Values

/// What families and partners said of the service, and what it did: you said, we did.
package struct ServiceFeedback: Record, Equatable {
    /// Reference of the entry.
    package var id: Identifier<ServiceFeedback>
    /// The provider.
    package var organisationID: Identifier<Organisation>
    /// The programme it is about.
    package var programme: String?
    /// Who said it.
    package var source: FeedbackSource
    /// Day it was said.
    package var receivedOn: Day
    /// How satisfied they were, 1 to 5.
    package var satisfaction: Int?
    /// How much they valued the service, 1 to 5.
    package var value: Int?
    /// What was said, without anybody's name.
    package var said: String
    /// What the service did about it.
    package var did: String?
    /// Day it was done.
    package var didOn: Day?
    /// Reference of the account that noted it.
    package var keptBy: String
    /// Day it was published.
    package var publishedOn: Day?
    /// Reference of the account that published it.
    package var publishedBy: String?

    package init(
        id: Identifier<ServiceFeedback>,
        organisationID: Identifier<Organisation>,
        programme: String? = nil,
        source: FeedbackSource,
        receivedOn: Day,
        satisfaction: Int? = nil,
        value: Int? = nil,
        said: String,
        did: String? = nil,
        didOn: Day? = nil,
        keptBy: String,
        publishedOn: Day? = nil,
        publishedBy: String? = nil
    ) {
        self.id = id
        self.organisationID = organisationID
        self.programme = programme
        self.source = source
        self.receivedOn = receivedOn
        self.satisfaction = satisfaction
        self.value = value
        self.said = said
        self.did = did
        self.didOn = didOn
        self.keptBy = keptBy
        self.publishedOn = publishedOn
        self.publishedBy = publishedBy
    }

    package static let table = Table(
        "service_feedback",
        "What families and partners said of the service, and what it did: you said, we did.",
        [
            Field("feedback_id", .text, key: true, required: true, "Reference of the entry."),
            Field("organisation_id", .text, required: true, refersTo: "organisations", "The provider."),
            Field("programme", .text, "The programme it is about."),
            Field("source", .code(FeedbackSource.codes), required: true, "Who said it."),
            Field("received_on", .day, required: true, "Day it was said."),
            Field("satisfaction", .integer, "How satisfied they were, 1 to 5."),
            Field("value", .integer, "How much they valued the service, 1 to 5."),
            Field("said", .text, required: true, "What was said, without anybody's name."),
            Field("did", .text, "What the service did about it."),
            Field("did_on", .day, "Day it was done."),
            Field("kept_by", .text, required: true, "Reference of the account that noted it."),
            Field("published_on", .day, "Day it was published."),
            Field("published_by", .text, "Reference of the account that published it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        organisationID = try row.identifier()
        programme = try row.optionalText()
        source = try row.code()
        receivedOn = try row.day()
        satisfaction = try row.optionalInteger()
        value = try row.optionalInteger()
        said = try row.text()
        did = try row.optionalText()
        didOn = try row.optionalDay()
        keptBy = try row.text()
        publishedOn = try row.optionalDay()
        publishedBy = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(organisationID)
        row.append(programme)
        row.append(source)
        row.append(receivedOn)
        row.append(satisfaction)
        row.append(value)
        row.append(said)
        row.append(did)
        row.append(didOn)
        row.append(keptBy)
        row.append(publishedOn)
        row.append(publishedBy)
    }

    /// Answers are 1 to 5; what was done has its words and its day.
    package var refusal: RecordRefusal? {
        for (field, answer) in [("satisfaction", satisfaction), ("value", value)] {
            if let answer, !(1...5).contains(answer) {
                return RecordRefusal(field: field, message: "\(field) must be 1 to 5")
            }
        }
        if didOn != nil, did == nil {
            return RecordRefusal(field: "did", message: "did is missing: its day is given")
        }
        return .ending(didOn, "did_on", before: receivedOn, "received_on")
    }
}
