package import Values

/// A home for the residential phase of a programme.
package struct Home: Record, Equatable {
    /// Reference of the home.
    package var id: Identifier<Home>
    /// Its name.
    package var name: String
    /// Who runs it.
    package var organisationID: Identifier<Organisation>?
    /// The programme it serves.
    package var programme: String
    /// Nights of a planned stay.
    package var cycleNights: Int
    /// Nights between two stays in one bed.
    package var turnaroundNights: Int
    /// What the whole home costs a week.
    package var weeklyCost: Money?
    /// First night.
    package var openedOn: Day
    /// First night on which it is no more.
    package var closedOn: Day?

    package init(
        id: Identifier<Home>,
        name: String,
        organisationID: Identifier<Organisation>? = nil,
        programme: String,
        cycleNights: Int,
        turnaroundNights: Int,
        weeklyCost: Money? = nil,
        openedOn: Day,
        closedOn: Day? = nil
    ) {
        self.id = id
        self.name = name
        self.organisationID = organisationID
        self.programme = programme
        self.cycleNights = cycleNights
        self.turnaroundNights = turnaroundNights
        self.weeklyCost = weeklyCost
        self.openedOn = openedOn
        self.closedOn = closedOn
    }

    package static let table = Table(
        "homes",
        "A home for the residential phase of a programme.",
        [
            Field("home_id", .text, key: true, required: true, "Reference of the home."),
            Field("name", .text, required: true, "Its name."),
            Field("organisation_id", .text, refersTo: "organisations", "Who runs it."),
            Field("programme", .text, required: true, "The programme it serves."),
            Field("cycle_nights", .integer, required: true, "Nights of a planned stay."),
            Field("turnaround_nights", .integer, required: true, "Nights between two stays in one bed."),
            Field("weekly_cost", .money, "What the whole home costs a week."),
            Field("opened_on", .day, required: true, "First night."),
            Field("closed_on", .day, "First night on which it is no more."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        name = try row.text()
        organisationID = try row.optionalIdentifier()
        programme = try row.text()
        cycleNights = try row.integer()
        turnaroundNights = try row.integer()
        weeklyCost = try row.optionalMoney()
        openedOn = try row.day()
        closedOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(name)
        row.append(organisationID)
        row.append(programme)
        row.append(cycleNights)
        row.append(turnaroundNights)
        row.append(weeklyCost)
        row.append(openedOn)
        row.append(closedOn)
    }

    package var refusal: RecordRefusal? {
        .ending(closedOn, "closed_on", before: openedOn, "opened_on")
    }
}
