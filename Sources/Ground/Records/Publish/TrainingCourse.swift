package import Values

/// Training that staff of a provider took; counts them and names nobody.
package struct TrainingCourse: Record, Equatable {
    /// Reference of the course.
    package var id: Identifier<TrainingCourse>
    /// The provider.
    package var organisationID: Identifier<Organisation>
    /// Team, where it was for one.
    package var team: String?
    /// What it was about.
    package var title: String
    /// Who gave it.
    package var givenBy: String?
    /// Day it was held; the last where it took several.
    package var heldOn: Day
    /// Hours for each person.
    package var hours: Decimal?
    /// How many of the staff took it.
    package var people: Int
    /// Reference of the account that noted it.
    package var keptBy: String

    package init(
        id: Identifier<TrainingCourse>,
        organisationID: Identifier<Organisation>,
        team: String? = nil,
        title: String,
        givenBy: String? = nil,
        heldOn: Day,
        hours: Decimal? = nil,
        people: Int,
        keptBy: String
    ) {
        self.id = id
        self.organisationID = organisationID
        self.team = team
        self.title = title
        self.givenBy = givenBy
        self.heldOn = heldOn
        self.hours = hours
        self.people = people
        self.keptBy = keptBy
    }

    package static let table = Table(
        "training",
        "Training that staff of a provider took; counts them and names nobody.",
        [
            Field("training_id", .text, key: true, required: true, "Reference of the course."),
            Field("organisation_id", .text, required: true, refersTo: "organisations", "The provider."),
            Field("team", .text, "Team, where it was for one."),
            Field("title", .text, required: true, "What it was about."),
            Field("given_by", .text, "Who gave it."),
            Field("held_on", .day, required: true, "Day it was held; the last where it took several."),
            Field("hours", .decimal, "Hours for each person."),
            Field("people", .integer, required: true, "How many of the staff took it."),
            Field("kept_by", .text, required: true, "Reference of the account that noted it."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        organisationID = try row.identifier()
        team = try row.optionalText()
        title = try row.text()
        givenBy = try row.optionalText()
        heldOn = try row.day()
        hours = try row.optionalDecimal()
        people = try row.integer()
        keptBy = try row.text()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(organisationID)
        row.append(team)
        row.append(title)
        row.append(givenBy)
        row.append(heldOn)
        row.append(hours)
        row.append(people)
        row.append(keptBy)
    }
}
