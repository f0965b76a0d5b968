package import Values

/// The story of one case, told so that nobody can be known by it, with consent and a second person's review.
package struct CaseStudy: Record, Equatable {
    /// Reference of the study.
    package var id: Identifier<CaseStudy>
    /// The provider.
    package var organisationID: Identifier<Organisation>
    /// The programme.
    package var programme: String
    /// The case it tells of; never published.
    package var caseID: Identifier<Case>?
    /// Its title.
    package var title: String
    /// How things were, without names, places or dates.
    package var before: String
    /// What was done.
    package var work: String
    /// What changed, and for how long.
    package var after: String
    /// Who agreed that it is told: parent, young person.
    package var consentedBy: String?
    /// Day they agreed.
    package var consentedOn: Day?
    /// Day it was written.
    package var draftedOn: Day
    /// Reference of the account that wrote it.
    package var draftedBy: String
    /// Day somebody else read it for what could identify the family.
    package var reviewedOn: Day?
    /// Reference of the account that read it.
    package var reviewedBy: String?
    /// Day it was published.
    package var publishedOn: Day?
    /// Day consent was taken back, and it was no longer shown.
    package var withdrawnOn: Day?

    package init(
        id: Identifier<CaseStudy>,
        organisationID: Identifier<Organisation>,
        programme: String,
        caseID: Identifier<Case>? = nil,
        title: String,
        before: String,
        work: String,
        after: String,
        consentedBy: String? = nil,
        consentedOn: Day? = nil,
        draftedOn: Day,
        draftedBy: String,
        reviewedOn: Day? = nil,
        reviewedBy: String? = nil,
        publishedOn: Day? = nil,
        withdrawnOn: Day? = nil
    ) {
        self.id = id
        self.organisationID = organisationID
        self.programme = programme
        self.caseID = caseID
        self.title = title
        self.before = before
        self.work = work
        self.after = after
        self.consentedBy = consentedBy
        self.consentedOn = consentedOn
        self.draftedOn = draftedOn
        self.draftedBy = draftedBy
        self.reviewedOn = reviewedOn
        self.reviewedBy = reviewedBy
        self.publishedOn = publishedOn
        self.withdrawnOn = withdrawnOn
    }

    package static let table = Table(
        "case_studies",
        "The story of one case, told so that nobody can be known by it, with consent and a second person's review.",
        [
            Field("study_id", .text, key: true, required: true, "Reference of the study."),
            Field("organisation_id", .text, required: true, refersTo: "organisations", "The provider."),
            Field("programme", .text, required: true, "The programme."),
            Field("case_id", .text, refersTo: "cases", "The case it tells of; never published."),
            Field("title", .text, required: true, "Its title."),
            Field("before", .text, required: true, "How things were, without names, places or dates."),
            Field("work", .text, required: true, "What was done."),
            Field("after", .text, required: true, "What changed, and for how long."),
            Field("consented_by", .text, "Who agreed that it is told: parent, young person."),
            Field("consented_on", .day, "Day they agreed."),
            Field("drafted_on", .day, required: true, "Day it was written."),
            Field("drafted_by", .text, required: true, "Reference of the account that wrote it."),
            Field("reviewed_on", .day, "Day somebody else read it for what could identify the family."),
            Field("reviewed_by", .text, "Reference of the account that read it."),
            Field("published_on", .day, "Day it was published."),
            Field("withdrawn_on", .day, "Day consent was taken back, and it was no longer shown."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        organisationID = try row.identifier()
        programme = try row.text()
        caseID = try row.optionalIdentifier()
        title = try row.text()
        before = try row.text()
        work = try row.text()
        after = try row.text()
        consentedBy = try row.optionalText()
        consentedOn = try row.optionalDay()
        draftedOn = try row.day()
        draftedBy = try row.text()
        reviewedOn = try row.optionalDay()
        reviewedBy = try row.optionalText()
        publishedOn = try row.optionalDay()
        withdrawnOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(organisationID)
        row.append(programme)
        row.append(caseID)
        row.append(title)
        row.append(before)
        row.append(work)
        row.append(after)
        row.append(consentedBy)
        row.append(consentedOn)
        row.append(draftedOn)
        row.append(draftedBy)
        row.append(reviewedOn)
        row.append(reviewedBy)
        row.append(publishedOn)
        row.append(withdrawnOn)
    }

    /// Nothing is published without consent and the review of a second person.
    package var refusal: RecordRefusal? {
        if let reviewedBy, reviewedBy == draftedBy {
            return RecordRefusal(field: "reviewed_by", message: "reviewed_by must be somebody else than drafted_by")
        }
        guard publishedOn != nil else { return nil }
        if consentedOn == nil || consentedBy == nil {
            return RecordRefusal(field: "consented_on", message: "consented_on is missing: the study is published")
        }
        if reviewedOn == nil || reviewedBy == nil {
            return RecordRefusal(field: "reviewed_on", message: "reviewed_on is missing: the study is published")
        }
        return nil
    }

    /// Whether everybody may read it.
    package var isPublished: Bool { publishedOn != nil && withdrawnOn == nil }
}
