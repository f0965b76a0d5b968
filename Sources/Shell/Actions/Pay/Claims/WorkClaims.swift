package import Pay
package import Records
import Register
package import Values

/// What people do with claims: enter, look up, check, approve, pay; each step by who is signed in, so that four eyes hold.
package struct WorkClaims: Sendable {
    let keeper: Keeper

    package init(_ keeper: Keeper) {
        self.keeper = keeper
    }

    /// What a claim as at a day would bring, on the register as it is now.
    package struct Proposal: Sendable {
        package let reader: CohortReader
        package let results: [ClaimedResult]
        /// The register's change it is worked out at.
        package let change: Int
        let earlier: [Claim]

        package var amount: Money { results.reduce(.zero) { $0 + $1.amount } }
    }

    /// Works out what can be claimed as at a day and is in no standing claim.
    package func proposal(_ contract: Contract, asAt day: Day) throws -> Proposal {
        let change = try keeper.register.latestChangeOfRecords()
        let reader = try keeper.cohort(of: contract, asAt: day, knownAt: change)
        let earlier = try keeper.claims(of: contract.id)
        let statement = Statement(contract, reader.facts(), asAt: day)
        let results = reader.claimable(statement, beyond: earlier)
        return Proposal(reader: reader, results: results, change: change, earlier: earlier)
    }

    /// Enters a claim for all that can be claimed as at a day.
    ///
    /// - Parameters:
    ///   - contract: the contract.
    ///   - day: the day of its statement.
    /// - Returns: the claim.
    /// - Throws: `ClaimRefusal` where it cannot stand; `RegisterError.movedOn` where somebody else entered one first.
    package func enter(_ contract: Contract, asAt day: Day) throws -> Claim {
        guard day <= Clock.today else { throw ClaimRefusal.dayToCome }
        let proposal = try proposal(contract, asAt: day)
        let number = "\(contract.id)-\(proposal.earlier.count + 1)"
        // Drawn now, so that nobody can know beforehand who will be looked up.
        let key = keeper.newReference("DRAW")
        let claim = try Claim(
            number: number,
            contract: contract,
            change: proposal.change,
            asAt: day,
            results: proposal.results,
            earlier: proposal.earlier,
            sampleKey: key,
            by: keeper.actor.id,
            on: Clock.today
        )
        let record = ClaimRecord(
            id: Identifier(number),
            contractID: contract.id,
            contractVersion: contract.version,
            knownAt: proposal.change,
            asAt: day,
            sampleKey: key,
            samplePercent: contract.verification.samplePercent
        )
        var entry = Entry()
        entry.add(record)
        let sampled = Set(claim.sample)
        let members = Dictionary(proposal.reader.members.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for (place, result) in claim.results.enumerated() {
            let (line, criteria) = result.records(
                record.id,
                line: place + 1,
                members[result.member],
                proposal.reader,
                isSampled: sampled.contains(result.member)
            )
            entry.add(line)
            for criterion in criteria { entry.add(criterion) }
        }
        for step in claim.steps { entry.add(step.record(number, number: 1)) }
        try keeper.enter(entry, purpose: "claims", summary: "Claim entered for \(claim.results.count) results")
        return claim
    }

    /// Takes the next step of a claim.
    ///
    /// - Parameters:
    ///   - state: what it becomes.
    ///   - number: the claim.
    ///   - note: why, without a name.
    /// - Returns: the claim after it; nil where there is no such claim.
    /// - Throws: `ClaimRefusal` where the step cannot be taken by this person or at all; `RegisterError.movedOn` where
    ///   somebody else took one first.
    @discardableResult
    package func take(_ state: ClaimState, of number: String, note: String = "") throws -> Claim? {
        guard var claim = try keeper.claim(number) else { return nil }
        guard let contract = keeper.definitions.contract(claim.contract), contract.version == claim.contractVersion
        else { throw ClaimRefusal.otherVersion(claim.contractVersion) }
        if state == .verified, claim.comparisons.isEmpty,
            claim.results.contains(where: { contract.canCompare($0.clause) })
        {
            throw ClaimRefusal.notCompared
        }
        let amount = try moved(by: state, claim, contract)
        let step = ClaimStep(state, by: keeper.actor.id, on: Clock.today, amount: amount, note: note)
        try claim.take(step)
        var entry = Entry()
        entry.add(step.record(number, number: claim.steps.count))
        for posting in try postings(state, claim, contract, amount) { entry.add(posting) }
        try keeper.enter(entry, purpose: "claims", summary: "Claim \(state.rawValue)")
        return claim
    }

    /// Notes what looking a member of a claim up at its source found; nil where there is no such claim.
    @discardableResult
    package func note(_ finding: VerificationFinding, of number: String) throws -> Claim? {
        guard var claim = try keeper.claim(number) else { return nil }
        let results = try keeper.register.held(ClaimResultRecord.self, where: "claim_id", is: .text(number))
        try claim.note(finding)
        let named = results.first { $0.record.member == finding.member }?.record
        var entry = Entry()
        entry.add(
            ClaimFindingRecord(
                claimID: Identifier(number),
                finding: claim.findings.count,
                member: finding.member,
                personID: named?.personID,
                familyID: named?.familyID,
                source: finding.source,
                agrees: finding.agrees,
                foundBy: keeper.actor.id,
                foundOn: Clock.today,
                note: finding.note.isEmpty ? nil : finding.note
            )
        )
        try keeper.enter(entry, purpose: "claims", summary: "Member of a claim looked up at its source")
        return claim
    }
}
