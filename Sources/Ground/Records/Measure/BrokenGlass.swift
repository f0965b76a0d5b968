package import Values

/// A user opened a restricted record for a reason and for a time; somebody else reviews it.
package struct BrokenGlass: Record, Equatable {
    /// Reference of the opening.
    package var id: Identifier<BrokenGlass>
    /// The family.
    package var familyID: Identifier<Family>
    /// The user who opened it.
    package var userID: String
    /// Why, in their own words.
    package var reason: String
    /// When, in universal time.
    package var openedAt: String
    /// When it closes again by itself.
    package var endsAt: String
    /// The user who reviewed it.
    package var reviewedBy: String?
    /// Day it was reviewed.
    package var reviewedOn: Day?
    /// Whether it was right to open it.
    package var wasRight: Bool?
    /// What the reviewer says.
    package var remark: String?

    package init(
        id: Identifier<BrokenGlass>,
        familyID: Identifier<Family>,
        userID: String,
        reason: String,
        openedAt: String,
        endsAt: String,
        reviewedBy: String? = nil,
        reviewedOn: Day? = nil,
        wasRight: Bool? = nil,
        remark: String? = nil
    ) {
        self.id = id
        self.familyID = familyID
        self.userID = userID
        self.reason = reason
        self.openedAt = openedAt
        self.endsAt = endsAt
        self.reviewedBy = reviewedBy
        self.reviewedOn = reviewedOn
        self.wasRight = wasRight
        self.remark = remark
    }

    package static let table = Table(
        "broken_glass",
        "A user opened a restricted record for a reason and for a time; somebody else reviews it.",
        [
            Field("glass_id", .text, key: true, required: true, "Reference of the opening."),
            Field("family_id", .text, required: true, refersTo: "families", "The family."),
            Field("user_id", .text, required: true, "The user who opened it."),
            Field("reason", .text, required: true, personal: true, "Why, in their own words."),
            Field("opened_at", .text, required: true, "When, in universal time."),
            Field("ends_at", .text, required: true, "When it closes again by itself."),
            Field("reviewed_by", .text, "The user who reviewed it."),
            Field("reviewed_on", .day, "Day it was reviewed."),
            Field("was_right", .boolean, "Whether it was right to open it."),
            Field("remark", .text, personal: true, "What the reviewer says."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        id = try row.identifier()
        familyID = try row.identifier()
        userID = try row.text()
        reason = try row.text()
        openedAt = try row.text()
        endsAt = try row.text()
        reviewedBy = try row.optionalText()
        reviewedOn = try row.optionalDay()
        wasRight = try row.optionalBoolean()
        remark = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(id)
        row.append(familyID)
        row.append(userID)
        row.append(reason)
        row.append(openedAt)
        row.append(endsAt)
        row.append(reviewedBy)
        row.append(reviewedOn)
        row.append(wasRight)
        row.append(remark)
    }
}
