package import Values

/// A claim held against the record it was made from, and against the record as it is now.
package struct ClaimReplay: Hashable, Sendable {
    /// Results that do not come to the same pence from the same record; none, or something has been tampered with.
    package let differences: [Difference]
    /// What later corrections change of what was claimed: adjustments, since a claim is not edited.
    package let adjustments: [Movement]

    /// A result that replays otherwise.
    package struct Difference: Hashable, Sendable {
        package let member: String
        package let clause: String
        package let claimed: Money
        package let replayed: Money
    }

    /// Whether the same record gives the same pence.
    package var isSame: Bool { differences.isEmpty }
}

extension Claim {
    /// Replays the claim.
    ///
    /// - Parameters:
    ///   - then: the statement as at the claim's day from the register at the claim's change.
    ///   - earlier: the statement of what had been claimed before, on that same record; nil for a first claim.
    ///   - now: the statement as at the claim's day from the register as it is now.
    /// - Returns: what does not come to the same pence, and what was corrected since.
    package func replay(_ then: Statement, since earlier: Statement?, now: Statement) -> ClaimReplay {
        let due = Claim.results(of: then, since: earlier)
        let replayed = Dictionary(due.map { ("\($0.member)\n\($0.clause)", $0.amount) }, uniquingKeysWith: { $1 })
        let differences = results.compactMap { result -> ClaimReplay.Difference? in
            let amount = replayed["\(result.member)\n\(result.clause)"] ?? .zero
            guard amount != result.amount else { return nil }
            return ClaimReplay.Difference(
                member: result.member,
                clause: result.clause,
                claimed: result.amount,
                replayed: amount
            )
        }
        return ClaimReplay(differences: differences, adjustments: now.movements(since: then))
    }

    /// What can be claimed of a statement beyond what was claimed before: members, with the fees for starting and the
    /// outcomes that are worth something.
    package static func results(
        of statement: Statement,
        since earlier: Statement?
    ) -> [(member: String, clause: String, amount: Money)] {
        let nothing = Statement(statement.contract, CohortFacts([]), asAt: .earliest, counting: statement.proof)
        return statement.movements(since: earlier ?? nothing).compactMap { movement in
            guard [.attachment, .outcome].contains(movement.kind), let member = movement.subject,
                movement.amount > .zero
            else { return nil }
            return (member, movement.clause, movement.amount)
        }
    }
}
