package import Values

/// Nights on which a bed cannot be used.
package struct HomeVoid: Record, Equatable {
    /// Reference of the entry.
    package var id: Identifier<HomeVoid>
    /// The bed.
    package var bedID: Identifier<HomeBed>
    /// First night.
    package var from: Day
    /// First night on which it can be used again.
    package var until: Day?
    /// Why.
    package var reason: VoidReason

    package init(
        id: Identifier<HomeVoid>,
        bedID: Identifier<HomeBed>,
        from: Day,
        until: Day? = nil,
        reason: VoidReason
    ) {
        self.id = id
        self.bedID = bedID
        self.from = from
        self.until = until
        self.reason = reason
    }

    package static let table = Table(
        "home_voids",
        "Nights on which a bed cannot be used.",
        [
            Field("void_id", .text, key: true, required: true, "Reference of the entry."),
            Field("bed_id", .text, required: true, refersTo: "home_beds", "The bed."),
            Field("from", .day, required: true, "First night."),
            Field("until", .day, "First night on which it can be used again."),
            Field("reason", .code(VoidReason.codes), required: true, "Why."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        bedID = try row.identifier()
        from = try row.day()
        until = try row.optionalDay()
        reason = try row.code()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(bedID)
        row.append(from)
        row.append(until)
        row.append(reason)
    }

    package var refusal: RecordRefusal? {
        .ending(until, "until", before: from, "from")
    }
}
