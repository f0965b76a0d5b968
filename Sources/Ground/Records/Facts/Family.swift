package import Values

/// A household or family group as the authority knows it.
package struct Family: Record, Equatable {
    /// Reference of the family.
    package var id: Identifier<Family>
    /// Name the family is known by.
    package var name: String?
    /// Postcode of the home.
    package var postcode: String?
    /// Unique property reference number of the home.
    package var uprn: String?
    /// Ward or locality.
    package var area: String?

    package init(
        id: Identifier<Family>,
        name: String? = nil,
        postcode: String? = nil,
        uprn: String? = nil,
        area: String? = nil
    ) {
        self.id = id
        self.name = name
        self.postcode = postcode
        self.uprn = uprn
        self.area = area
    }

    package static let table = Table(
        "families",
        "A household or family group as the authority knows it.",
        [
            Field("family_id", .text, key: true, required: true, "Reference of the family."),
            Field("name", .text, personal: true, "Name the family is known by."),
            Field("postcode", .text, personal: true, "Postcode of the home."),
            Field("uprn", .text, personal: true, "Unique property reference number of the home."),
            Field("area", .text, "Ward or locality."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        name = try row.optionalText()
        postcode = try row.optionalText()
        uprn = try row.optionalText()
        area = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(name)
        row.append(postcode)
        row.append(uprn)
        row.append(area)
    }
}
