package import Values

/// A family's objection to being looked for by matching partners' data, or to being nominated.
///
/// The right is Article 21 of the UK GDPR; while an objection stands the family is marked and not nominated.
package struct Objection: Record, Equatable {
    /// The family that objects.
    package var familyID: Identifier<Family>
    /// Day it was made known.
    package var objectedOn: Day
    /// What the family said, as it was noted.
    package var words: String?
    /// Day it was withdrawn, or decided against with reasons given.
    package var endedOn: Day?
    /// Why it ended.
    package var endReason: String?

    package init(
        familyID: Identifier<Family>,
        objectedOn: Day,
        words: String? = nil,
        endedOn: Day? = nil,
        endReason: String? = nil
    ) {
        self.familyID = familyID
        self.objectedOn = objectedOn
        self.words = words
        self.endedOn = endedOn
        self.endReason = endReason
    }

    /// Whether it stands on a day: from the day it was made until the day before it ended.
    package func stands(on day: Day) -> Bool {
        objectedOn <= day && (endedOn.map { day < $0 } ?? true)
    }

    package static let table = Table(
        "objections",
        "A family's objection to being looked for or nominated.",
        [
            Field("family_id", .text, key: true, required: true, refersTo: "families", "The family that objects."),
            Field("objected_on", .day, key: true, required: true, "Day it was made known."),
            Field("words", .text, personal: true, "What the family said, as it was noted."),
            Field("ended_on", .day, "Day it was withdrawn, or decided against with reasons given."),
            Field("end_reason", .text, personal: true, "Why it ended."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        familyID = try row.identifier()
        objectedOn = try row.day()
        words = try row.optionalText()
        endedOn = try row.optionalDay()
        endReason = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(familyID)
        row.append(objectedOn)
        row.append(words)
        row.append(endedOn)
        row.append(endReason)
    }

    package var refusal: RecordRefusal? {
        .ending(endedOn, "ended_on", before: objectedOn, "objected_on")
    }
}
