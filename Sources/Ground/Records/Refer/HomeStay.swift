package import Values

/// A child’s stay in a bed: nights are [arrives_on, departed_on).
package struct HomeStay: Record, Equatable {
    /// Reference of the stay.
    package var id: Identifier<HomeStay>
    /// The bed.
    package var bedID: Identifier<HomeBed>
    /// The child.
    package var personID: Identifier<Person>
    /// The referral it came from.
    package var referralID: Identifier<Referral>?
    /// First night.
    package var arrivesOn: Day
    /// Planned day of leaving, as extended.
    package var plannedUntil: Day
    /// Day of leaving.
    package var departedOn: Day?
    /// Why the stay ended.
    package var departure: StayEnd?
    /// Day it was cancelled, before the child arrived.
    package var cancelledOn: Day?

    package init(
        id: Identifier<HomeStay>,
        bedID: Identifier<HomeBed>,
        personID: Identifier<Person>,
        referralID: Identifier<Referral>? = nil,
        arrivesOn: Day,
        plannedUntil: Day,
        departedOn: Day? = nil,
        departure: StayEnd? = nil,
        cancelledOn: Day? = nil
    ) {
        self.id = id
        self.bedID = bedID
        self.personID = personID
        self.referralID = referralID
        self.arrivesOn = arrivesOn
        self.plannedUntil = plannedUntil
        self.departedOn = departedOn
        self.departure = departure
        self.cancelledOn = cancelledOn
    }

    package static let table = Table(
        "home_stays",
        "A child’s stay in a bed: nights are [arrives_on, departed_on).",
        [
            Field("stay_id", .text, key: true, required: true, "Reference of the stay."),
            Field("bed_id", .text, required: true, refersTo: "home_beds", "The bed."),
            Field("person_id", .text, required: true, refersTo: "people", "The child."),
            Field("referral_id", .text, refersTo: "referrals", "The referral it came from."),
            Field("arrives_on", .day, required: true, "First night."),
            Field("planned_until", .day, required: true, "Planned day of leaving, as extended."),
            Field("departed_on", .day, "Day of leaving."),
            Field("departure", .code(StayEnd.codes), "Why the stay ended."),
            Field("cancelled_on", .day, "Day it was cancelled, before the child arrived."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        bedID = try row.identifier()
        personID = try row.identifier()
        referralID = try row.optionalIdentifier()
        arrivesOn = try row.day()
        plannedUntil = try row.day()
        departedOn = try row.optionalDay()
        departure = try row.optionalCode()
        cancelledOn = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(bedID)
        row.append(personID)
        row.append(referralID)
        row.append(arrivesOn)
        row.append(plannedUntil)
        row.append(departedOn)
        row.append(departure)
        row.append(cancelledOn)
    }

    package var refusal: RecordRefusal? {
        .ending(plannedUntil, "planned_until", before: arrivesOn, "arrives_on")
    }
}
