package import Values

/// A result within a claim: a member, a clause and an amount.
package struct ClaimResultRecord: Record, Equatable {
    /// The claim.
    package var claimID: Identifier<ClaimRecord>
    /// Its number within the claim, from 1.
    package var line: Int
    /// Reference of the child or family as it was when it was claimed.
    package var member: String
    /// The child, where the contract is about children.
    package var personID: Identifier<Person>?
    /// The family.
    package var familyID: Identifier<Family>?
    /// The clause that pays it.
    package var clause: String
    /// Day it was reached.
    package var reachedOn: Day?
    /// What is claimed for it.
    package var amount: Money
    /// Whether its evidence is looked up at the source.
    package var isSampled: Bool

    package init(
        claimID: Identifier<ClaimRecord>,
        line: Int,
        member: String,
        personID: Identifier<Person>? = nil,
        familyID: Identifier<Family>? = nil,
        clause: String,
        reachedOn: Day? = nil,
        amount: Money,
        isSampled: Bool
    ) {
        self.claimID = claimID
        self.line = line
        self.member = member
        self.personID = personID
        self.familyID = familyID
        self.clause = clause
        self.reachedOn = reachedOn
        self.amount = amount
        self.isSampled = isSampled
    }

    package static let table = Table(
        "claim_results",
        "A result within a claim: a member, a clause and an amount.",
        [
            Field("claim_id", .text, key: true, required: true, refersTo: "claims", "The claim."),
            Field("line", .integer, key: true, required: true, "Its number within the claim, from 1."),
            Field("member", .text, required: true, "Reference of the child or family as it was when it was claimed."),
            Field("person_id", .text, refersTo: "people", "The child, where the contract is about children."),
            Field("family_id", .text, refersTo: "families", "The family."),
            Field("clause", .text, required: true, "The clause that pays it."),
            Field("reached_on", .day, "Day it was reached."),
            Field("amount", .money, required: true, "What is claimed for it."),
            Field("is_sampled", .boolean, required: true, "Whether its evidence is looked up at the source."),
        ]
    )

    package init(reading row: inout RowReader) throws(RecordRefusal) {
        claimID = try row.identifier()
        line = try row.integer()
        member = try row.text()
        personID = try row.optionalIdentifier()
        familyID = try row.optionalIdentifier()
        clause = try row.text()
        reachedOn = try row.optionalDay()
        amount = try row.money()
        isSampled = try row.boolean()
    }

    package func write(to row: inout RowWriter) {
        row.append(claimID)
        row.append(line)
        row.append(member)
        row.append(personID)
        row.append(familyID)
        row.append(clause)
        row.append(reachedOn)
        row.append(amount)
        row.append(isSampled)
    }

    package var refusal: RecordRefusal? {
        amount > .zero ? nil : RecordRefusal(field: "amount", message: "amount must be more than 0")
    }
}
