import Records
import Values

extension CohortReader {
    /// Every result of a statement that a claim may bring: each member's fees for starting and outcomes, with how their
    /// criteria stood and on which rows.
    ///
    /// - Parameters:
    ///   - statement: the contract's statement on this reader's facts.
    ///   - earlier: the claims before it; a result that stands in one of them is claimed already.
    /// - Returns: the results by member and clause, without those that are worth nothing.
    package func claimable(_ statement: Statement, beyond earlier: [Claim] = []) -> [ClaimedResult] {
        let standing = earlier.filter { $0.contract == contract.id && $0.stands }
        let memberByID = Dictionary(members.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return Claim.results(of: statement, since: nil).compactMap { due in
            guard let member = memberByID[due.member],
                !standing.contains(where: { $0.has(member: due.member, clause: due.clause) }),
                let found = finding(of: due.clause, member)
            else { return nil }
            return ClaimedResult(
                member: due.member,
                clause: due.clause,
                amount: due.amount,
                reachedOn: found.on,
                criteria: found.criteria
            )
        }
    }

    /// What a member reached by a clause: its outcome, or that it started.
    package func finding(of clause: String, _ member: ContractMember) -> OutcomeFinding? {
        switch contract.clauses.first(where: { $0.id == clause })?.rule {
        case .outcome(let outcome, _, _): finding(of: outcome, member)
        case .attachment:
            OutcomeFinding(
                on: member.startedOn,
                criteria: [
                    ClaimedCriterion(
                        measure: "started in the term",
                        standing: .met,
                        reason: "started on \(member.startedOn.iso)",
                        evidence: [EvidenceRow(table: "cases", id: snapshot.caseIDs[member.caseAt])]
                    )
                ]
            )
        default: nil
        }
    }
}

extension Contract {
    /// Whether a clause pays for an outcome.
    package func paysOutcome(_ clause: String) -> Bool {
        clauses.contains { $0.id == clause && $0.rule.kind == .outcome }
    }
}
