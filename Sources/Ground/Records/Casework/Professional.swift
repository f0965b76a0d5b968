package import Values

/// Somebody of another service who works with a family.
package struct Professional: Record, Equatable {
    /// Reference of the professional.
    package var id: Identifier<Professional>
    /// The family.
    package var familyID: Identifier<Family>
    /// Full name.
    package var name: String
    /// What they are: health visitor, form tutor.
    package var job: String
    /// Where they work.
    package var organisation: String?
    /// Telephone number.
    package var telephone: String?
    /// Email address.
    package var email: String?
    /// First day.
    package var from: Day
    /// Last day, included; without one they still are.
    package var to: Day?

    package init(
        id: Identifier<Professional>,
        familyID: Identifier<Family>,
        name: String,
        job: String,
        organisation: String? = nil,
        telephone: String? = nil,
        email: String? = nil,
        from: Day,
        to: Day? = nil
    ) {
        self.id = id
        self.familyID = familyID
        self.name = name
        self.job = job
        self.organisation = organisation
        self.telephone = telephone
        self.email = email
        self.from = from
        self.to = to
    }

    package static let table = Table(
        "professionals",
        "Somebody of another service who works with a family.",
        [
            Field("professional_id", .text, key: true, required: true, "Reference of the professional."),
            Field("family_id", .text, required: true, refersTo: "families", "The family."),
            Field("name", .text, required: true, personal: true, "Full name."),
            Field("job", .text, required: true, "What they are: health visitor, form tutor."),
            Field("organisation", .text, "Where they work."),
            Field("telephone", .text, personal: true, "Telephone number."),
            Field("email", .text, personal: true, "Email address."),
            Field("from", .day, required: true, "First day."),
            Field("to", .day, "Last day, included; without one they still are."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.identifier()
        name = try row.text()
        job = try row.text()
        organisation = try row.optionalText()
        telephone = try row.optionalText()
        email = try row.optionalText()
        from = try row.day()
        to = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(name)
        row.append(job)
        row.append(organisation)
        row.append(telephone)
        row.append(email)
        row.append(from)
        row.append(to)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
