package import Values

/// A family whose record only named users may open.
package struct Restriction: Record, Equatable {
    /// Reference of the restriction.
    package var id: Identifier<Restriction>
    /// The family.
    package var familyID: Identifier<Family>
    /// Why its record is restricted.
    package var reason: String
    /// References of the users who may open it, with spaces between.
    package var userText: String
    /// The user who restricted it.
    package var setBy: String
    /// Day it was restricted.
    package var setOn: Day

    package init(
        id: Identifier<Restriction>,
        familyID: Identifier<Family>,
        reason: String,
        userText: String,
        setBy: String,
        setOn: Day
    ) {
        self.id = id
        self.familyID = familyID
        self.reason = reason
        self.userText = userText
        self.setBy = setBy
        self.setOn = setOn
    }

    package static let table = Table(
        "restrictions",
        "A family whose record only named users may open.",
        [
            Field("restriction_id", .text, key: true, required: true, "Reference of the restriction."),
            Field("family_id", .text, required: true, refersTo: "families", "The family."),
            Field("reason", .text, required: true, personal: true, "Why its record is restricted."),
            Field("users", .text, required: true, "References of the users who may open it, with spaces between."),
            Field("set_by", .text, required: true, "The user who restricted it."),
            Field("set_on", .day, required: true, "Day it was restricted."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.identifier()
        reason = try row.text()
        userText = try row.text()
        setBy = try row.text()
        setOn = try row.day()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(reason)
        row.append(userText)
        row.append(setBy)
        row.append(setOn)
    }
}

extension Restriction {
    /// The users who may open the record.
    package var users: [String] {
        get { userText.split(separator: " ").map(String.init) }
        set { userText = newValue.joined(separator: " ") }
    }
}
