package import Values

/// Every body that refers, delivers, pays or invests.
package struct Organisation: Record, Equatable {
    /// Reference of the organisation.
    package var id: Identifier<Organisation>
    /// Its name.
    package var name: String
    /// What kind of body it is.
    package var kind: OrganisationKind

    package init(
        id: Identifier<Organisation>,
        name: String,
        kind: OrganisationKind
    ) {
        self.id = id
        self.name = name
        self.kind = kind
    }

    package static let table = Table(
        "organisations",
        "Every body that refers, delivers, pays or invests.",
        [
            Field("organisation_id", .text, key: true, required: true, "Reference of the organisation."),
            Field("name", .text, required: true, "Its name."),
            Field("kind", .code(OrganisationKind.codes), required: true, "What kind of body it is."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        name = try row.text()
        kind = try row.code()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(name)
        row.append(kind)
    }
}
