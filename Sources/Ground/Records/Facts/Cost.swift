package import Values

/// What the service cost, in pounds, for a period; the base of unit costs.
package struct Cost: Record, Equatable {
    /// Reference of the cost.
    package var id: Identifier<Cost>
    /// The programme.
    package var programme: String
    /// Who bore it.
    package var organisationID: Identifier<Organisation>?
    /// First day it pays for.
    package var from: Day
    /// Last day, included.
    package var to: Day
    /// The amount.
    package var amount: Money
    /// Budget heading.
    package var heading: String?

    package init(
        id: Identifier<Cost>,
        programme: String,
        organisationID: Identifier<Organisation>? = nil,
        from: Day,
        to: Day,
        amount: Money,
        heading: String? = nil
    ) {
        self.id = id
        self.programme = programme
        self.organisationID = organisationID
        self.from = from
        self.to = to
        self.amount = amount
        self.heading = heading
    }

    package static let table = Table(
        "costs",
        "What the service cost, in pounds, for a period; the base of unit costs.",
        [
            Field("cost_id", .text, key: true, required: true, "Reference of the cost."),
            Field("programme", .text, required: true, "The programme."),
            Field("organisation_id", .text, refersTo: "organisations", "Who bore it."),
            Field("from", .day, required: true, "First day it pays for."),
            Field("to", .day, required: true, "Last day, included."),
            Field("amount", .money, required: true, "The amount."),
            Field("heading", .text, "Budget heading."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        programme = try row.text()
        organisationID = try row.optionalIdentifier()
        from = try row.day()
        to = try row.day()
        amount = try row.money()
        heading = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(programme)
        row.append(organisationID)
        row.append(from)
        row.append(to)
        row.append(amount)
        row.append(heading)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
