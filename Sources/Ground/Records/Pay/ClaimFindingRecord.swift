package import Values

/// What looking up a member of a claim at its source found.
package struct ClaimFindingRecord: Record, Equatable {
    /// The claim.
    package var claimID: Identifier<ClaimRecord>
    /// Its number within the claim, from 1.
    package var finding: Int
    /// Reference of the child or family as it was when it was claimed.
    package var member: String
    /// The child, where the contract is about children.
    package var personID: Identifier<Person>?
    /// The family.
    package var familyID: Identifier<Family>?
    /// Where it was looked up.
    package var source: String
    /// Whether the source confirms what is claimed.
    package var agrees: Bool
    /// Account of the person who looked.
    package var foundBy: String
    /// Day it was looked up.
    package var foundOn: Day
    /// What was found, without a name.
    package var note: String?

    package init(
        claimID: Identifier<ClaimRecord>,
        finding: Int,
        member: String,
        personID: Identifier<Person>? = nil,
        familyID: Identifier<Family>? = nil,
        source: String,
        agrees: Bool,
        foundBy: String,
        foundOn: Day,
        note: String? = nil
    ) {
        self.claimID = claimID
        self.finding = finding
        self.member = member
        self.personID = personID
        self.familyID = familyID
        self.source = source
        self.agrees = agrees
        self.foundBy = foundBy
        self.foundOn = foundOn
        self.note = note
    }

    package static let table = Table(
        "claim_findings",
        "What looking up a member of a claim at its source found.",
        [
            Field("claim_id", .text, key: true, required: true, refersTo: "claims", "The claim."),
            Field("finding", .integer, key: true, required: true, "Its number within the claim, from 1."),
            Field("member", .text, required: true, "Reference of the child or family as it was when it was claimed."),
            Field("person_id", .text, refersTo: "people", "The child, where the contract is about children."),
            Field("family_id", .text, refersTo: "families", "The family."),
            Field("source", .text, required: true, "Where it was looked up."),
            Field("agrees", .boolean, required: true, "Whether the source confirms what is claimed."),
            Field("found_by", .text, required: true, "Account of the person who looked."),
            Field("found_on", .day, required: true, "Day it was looked up."),
            Field("note", .text, "What was found, without a name."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        claimID = try row.identifier()
        finding = try row.integer()
        member = try row.text()
        personID = try row.optionalIdentifier()
        familyID = try row.optionalIdentifier()
        source = try row.text()
        agrees = try row.boolean()
        foundBy = try row.text()
        foundOn = try row.day()
        note = try row.optionalText()
    }

    package func write(to row: inout RowWriter) {
        row.append(claimID)
        row.append(finding)
        row.append(member)
        row.append(personID)
        row.append(familyID)
        row.append(source)
        row.append(agrees)
        row.append(foundBy)
        row.append(foundOn)
        row.append(note)
    }
}
