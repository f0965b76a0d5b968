package import Values

/// What one person is to another, from when to when.
package struct Relationship: Record, Equatable {
    /// Reference of the relationship.
    package var id: Identifier<Relationship>
    /// The family.
    package var familyID: Identifier<Family>
    /// The person.
    package var personID: Identifier<Person>
    /// What they are.
    package var kind: RelationshipKind
    /// To whom.
    package var otherID: Identifier<Person>
    /// Whether they have parental responsibility.
    package var hasResponsibility: Bool?
    /// First day; not known without one.
    package var from: Day?
    /// Last day, included; without one it still is so.
    package var to: Day?

    package init(
        id: Identifier<Relationship>,
        familyID: Identifier<Family>,
        personID: Identifier<Person>,
        kind: RelationshipKind,
        otherID: Identifier<Person>,
        hasResponsibility: Bool? = nil,
        from: Day? = nil,
        to: Day? = nil
    ) {
        self.id = id
        self.familyID = familyID
        self.personID = personID
        self.kind = kind
        self.otherID = otherID
        self.hasResponsibility = hasResponsibility
        self.from = from
        self.to = to
    }

    package static let table = Table(
        "relationships",
        "What one person is to another, from when to when.",
        [
            Field("relationship_id", .text, key: true, required: true, "Reference of the relationship."),
            Field("family_id", .text, required: true, refersTo: "families", "The family."),
            Field("person_id", .text, required: true, refersTo: "people", "The person."),
            Field("kind", .code(RelationshipKind.codes), required: true, "What they are."),
            Field("other_id", .text, required: true, refersTo: "people", "To whom."),
            Field("parental_responsibility", .boolean, "Whether they have parental responsibility."),
            Field("from", .day, "First day; not known without one."),
            Field("to", .day, "Last day, included; without one it still is so."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.identifier()
        personID = try row.identifier()
        kind = try row.code()
        otherID = try row.identifier()
        hasResponsibility = try row.optionalBoolean()
        from = try row.optionalDay()
        to = try row.optionalDay()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(personID)
        row.append(kind)
        row.append(otherID)
        row.append(hasResponsibility)
        row.append(from)
        row.append(to)
    }

    package var refusal: RecordRefusal? {
        .ending(to, "to", before: from, "from")
    }
}
