package import Values

/// Where a family, or one of its people, lives or lived.
package struct FamilyAddress: Record, Equatable {
    /// Reference of the address.
    package var id: Identifier<FamilyAddress>
    /// The family.
    package var familyID: Identifier<Family>
    /// Whose address; the whole family's where nobody is named.
    package var personID: Identifier<Person>?
    /// What the address is to them.
    package var kind: AddressKind
    /// The address, a line to a line.
    package var lines: String
    /// Postcode.
    package var postcode: String?
    /// First day.
    package var from: Day
    /// Last day, included; without one it still is so.
    package var to: Day?

    package init(
        id: Identifier<FamilyAddress>,
        familyID: Identifier<Family>,
        personID: Identifier<Person>? = nil,
        kind: AddressKind,
        lines: String,
        postcode: String? = nil,
        from: Day,
        to: Day? = nil
    ) {
        self.id = id
        self.familyID = familyID
        self.personID = personID
        self.kind = kind
        self.lines = lines
        self.postcode = postcode
        self.from = from
        self.to = to
    }

    package static let table = Table(
        "family_addresses",
        "Where a family, or one of its people, lives or lived.",
        [
            Field("address_id", .text, key: true, required: true, "Reference of the address."),
            Field("family_id", .text, required: true, refersTo: "families", "The family."),
            Field("person_id", .text, refersTo: "people", "Whose address; the whole family's where nobody is named."),
            Field("kind", .code(AddressKind.codes), required: true, "What the address is to them."),
            Field("lines", .text, required: true, personal: true, "The address, a line to a line."),
            Field("postcode", .text, personal: true, "Postcode."),
            Field("from", .day, required: true, "First day."),
            Field("to", .day, "Last day, included; without one it still is so."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.identifier()
        personID = try row.optionalIdentifier()
        kind = try row.code()
        lines = try row.text()
        postcode = try row.optionalText()
        from = try row.day()
        to = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(personID)
        row.append(kind)
        row.append(lines)
        row.append(postcode)
        row.append(from)
        row.append(to)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
