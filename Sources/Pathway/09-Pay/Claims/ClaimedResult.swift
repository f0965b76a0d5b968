package import Records
package import Values

/// One member's result within a claim: what is claimed for it, and why.
package struct ClaimedResult: Hashable, Sendable {
    /// The reference of the child or family.
    package let member: String
    /// The clause's id.
    package let clause: String
    package let amount: Money
    /// The day it was reached; nil where it was not found again.
    package let reachedOn: Day?
    package let criteria: [ClaimedCriterion]

    package init(
        member: String,
        clause: String,
        amount: Money,
        reachedOn: Day? = nil,
        criteria: [ClaimedCriterion]
    ) {
        self.reachedOn = reachedOn
        self.member = member
        self.clause = clause
        self.amount = amount
        self.criteria = criteria
    }
}

/// How one criterion of an outcome stands for a member.
package struct ClaimedCriterion: Hashable, Sendable {
    package typealias Standing = CriterionStanding

    /// What was measured, in words.
    package let measure: String
    package let standing: Standing
    /// Why it is met or neutral, in words, without anybody's name.
    package let reason: String
    /// The rows it rests on.
    package let evidence: [EvidenceRow]

    package init(measure: String, standing: Standing, reason: String, evidence: [EvidenceRow]) {
        self.measure = measure
        self.standing = standing
        self.reason = reason
        self.evidence = evidence
    }
}

/// A row of the register.
package struct EvidenceRow: Hashable, Sendable {
    package let table: String
    package let id: String

    package init(table: String, id: String) {
        self.table = table
        self.id = id
    }
}

/// What looking a result up at its source found.
package struct VerificationFinding: Hashable, Sendable {
    package let member: String
    /// Where it was looked up, such as the youth offending service.
    package let source: String
    package let agrees: Bool
    package let note: String

    package init(member: String, source: String, agrees: Bool, note: String = "") {
        self.member = member
        self.source = source
        self.agrees = agrees
        self.note = note
    }
}
