package import Values

/// A bed of a home.
package struct HomeBed: Record, Equatable {
    /// Reference of the bed.
    package var id: Identifier<HomeBed>
    /// The home.
    package var homeID: Identifier<Home>
    /// Its name: a room, never a child.
    package var name: String
    /// First night.
    package var from: Day
    /// First night on which it is no more.
    package var until: Day?
    /// How often its nights were changed: a stay is entered over the number it was checked against.
    package var entries: Int

    package init(
        id: Identifier<HomeBed>,
        homeID: Identifier<Home>,
        name: String,
        from: Day,
        until: Day? = nil,
        entries: Int = 0
    ) {
        self.id = id
        self.homeID = homeID
        self.name = name
        self.from = from
        self.until = until
        self.entries = entries
    }

    package static let table = Table(
        "home_beds",
        "A bed of a home.",
        [
            Field("bed_id", .text, key: true, required: true, "Reference of the bed."),
            Field("home_id", .text, required: true, refersTo: "homes", "The home."),
            Field("name", .text, required: true, "Its name: a room, never a child."),
            Field("from", .day, required: true, "First night."),
            Field("until", .day, "First night on which it is no more."),
            Field("entries", .integer, required: true, "How often its nights were changed."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        homeID = try row.identifier()
        name = try row.text()
        from = try row.day()
        until = try row.optionalDay()
        entries = try row.integer()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(homeID)
        row.append(name)
        row.append(from)
        row.append(until)
        row.append(entries)
    }

    package var refusal: RecordRefusal? {
        .ending(until, "until", before: from, "from")
    }
}
