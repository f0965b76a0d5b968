package import Pay
import Records
import Register
import Values

extension WorkClaims {
    /// Holds a claim against the partners' feeds whose agreements allow it, and keeps what they say.
    ///
    /// It can be done again, such as after a new extract; what was said before stays in the register's history.
    ///
    /// - Parameter number: the claim.
    /// - Returns: the claim with what they say; nil where there is no such claim.
    /// - Throws: `ClaimRefusal` where the claim is past that; `RegisterError.movedOn` where somebody else was faster.
    @discardableResult
    package func compare(_ number: String) throws -> Claim? {
        guard let claim = try keeper.claim(number) else { return nil }
        guard claim.state == .entered || claim.state == .checked else {
            throw ClaimRefusal.wrongStep(from: claim.state, to: .verified)
        }
        guard let contract = keeper.definitions.contract(claim.contract), contract.version == claim.contractVersion
        else { throw ClaimRefusal.otherVersion(claim.contractVersion) }
        let partners = try keeper.partnersOfClaims()
        let reader = try keeper.cohort(of: contract, asAt: claim.asAt, knownAt: claim.change)
        let kept = Set(claim.comparisons)
        var entry = Entry()
        var isNew = false
        for (place, result) in claim.results.enumerated() {
            for comparison in reader.comparisons(of: result, with: partners.facts, naming: partners.naming)
            where !kept.contains(comparison) {
                isNew = true
                entry.put(comparison.record(claim.number, line: place + 1, by: keeper.actor.id))
            }
        }
        guard isNew else { return claim }
        try keeper.enter(entry, purpose: "claims", summary: "Claim compared with partners' feeds")
        return try keeper.claim(number)
    }
}

extension SourceComparison {
    /// As the register keeps it.
    fileprivate func record(_ claim: String, line: Int, by person: String) -> ClaimComparisonRecord {
        ClaimComparisonRecord(
            claimID: Identifier(claim),
            line: line,
            criterion: criterion,
            source: source,
            verdict: verdict,
            words: words,
            evidence: evidence.isEmpty ? nil : evidence.joined(separator: "; "),
            comparedBy: person,
            comparedOn: Clock.today
        )
    }

    init(_ record: ClaimComparisonRecord, of result: ClaimedResult) {
        self.init(
            member: result.member,
            clause: result.clause,
            criterion: record.criterion,
            source: record.source,
            verdict: record.verdict,
            words: record.words,
            evidence: record.evidence?.split(separator: "; ").map(String.init) ?? []
        )
    }
}
