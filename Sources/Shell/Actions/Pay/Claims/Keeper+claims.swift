import Ledger
package import Pay
import Records
import Register
package import Values

extension Keeper {
    /// The claims under a contract, in the order in which they were entered.
    package func claims(of contract: String) throws -> [Claim] {
        try claims(register.held(ClaimRecord.self, where: "contract_id", is: .text(contract)).map(\.record))
    }

    /// The claim of that number; nil where there is none.
    package func claim(_ number: String) throws -> Claim? {
        try register.held(ClaimRecord.self, key: number).flatMap { try claims([$0.record]).first }
    }

    private func claims(_ records: [ClaimRecord]) throws -> [Claim] {
        let numbers = records.map(\.id.text)
        let results = try register.held(ClaimResultRecord.self, where: "claim_id", isAnyOf: numbers).map(\.record)
        let criteria = try register.held(ClaimCriterionRecord.self, where: "claim_id", isAnyOf: numbers).map(\.record)
        let findings = try register.held(ClaimFindingRecord.self, where: "claim_id", isAnyOf: numbers).map(\.record)
        let comparisons = try register.held(ClaimComparisonRecord.self, where: "claim_id", isAnyOf: numbers)
            .map(\.record)
        let steps = try register.held(ClaimStepRecord.self, where: "claim_id", isAnyOf: numbers).map(\.record)
        let resultsOf = Dictionary(grouping: results, by: \.claimID)
        let criteriaOf = Dictionary(grouping: criteria, by: \.claimID)
        let findingsOf = Dictionary(grouping: findings, by: \.claimID)
        let comparisonsOf = Dictionary(grouping: comparisons, by: \.claimID)
        let stepsOf = Dictionary(grouping: steps, by: \.claimID)
        return records.map { record in
            let lines = (resultsOf[record.id] ?? []).sorted { $0.line < $1.line }
            let byLine = Dictionary(grouping: criteriaOf[record.id] ?? [], by: \.line)
            let results = lines.map { ClaimedResult($0, byLine[$0.line] ?? []) }
            let resultOf = Dictionary(zip(lines.map(\.line), results), uniquingKeysWith: { $1 })
            return Claim(
                record,
                results: results,
                sample: Set(lines.filter(\.isSampled).map(\.member)).sorted(),
                findings: (findingsOf[record.id] ?? []).sorted { $0.finding < $1.finding }.map(
                    VerificationFinding.init
                ),
                comparisons: (comparisonsOf[record.id] ?? []).sorted {
                    ($0.line, $0.criterion) < ($1.line, $1.criterion)
                }
                .compactMap { item in resultOf[item.line].map { SourceComparison(item, of: $0) } },
                steps: (stepsOf[record.id] ?? []).sorted { $0.step < $1.step }.map(ClaimStep.init)
            )
        }
    }

    /// The family of each member of a claim.
    package func families(of claim: Claim) throws -> [String: String] {
        let results = try register.held(ClaimResultRecord.self, where: "claim_id", is: .text(claim.number)).map(
            \.record
        )
        return Dictionary(results.compactMap { item in item.familyID.map { (item.member, $0.text) } }) { $1 }
    }

    /// The books of a contract as they were kept with its claims.
    package func books(of contract: Contract) throws -> ContractBooks {
        let kept = try register.held(LedgerPostingRecord.self, where: "contract_id", is: .text(contract.id))
        return ContractBooks(contract, Journal(kept.map(\.record)))
    }

    /// Works a claim out again from the state of the register it was made from, and from the register as it is now.
    ///
    /// - Parameters:
    ///   - claim: the claim.
    ///   - contract: its contract, in the version it was made under.
    /// - Returns: what does not come to the same pence, and what was corrected since.
    /// - Throws: where the register cannot be read.
    package func replay(_ claim: Claim, under contract: Contract) throws -> ClaimReplay {
        let then = try statement(of: contract, asAt: claim.asAt, knownAt: claim.change)
        let now = try statement(of: contract, asAt: claim.asAt)
        return claim.replay(then, since: nil, now: now)
    }

    /// The statement of a contract on the register's facts.
    package func statement(of contract: Contract, asAt day: Day, knownAt change: Int? = nil) throws -> Statement {
        Statement(contract, try cohort(of: contract, asAt: day, knownAt: change).facts(), asAt: day)
    }
}
