package import Records
package import Values

/// A claim for results: what is claimed, on which contract and which state of the record, and what became of it.
///
/// A claim is never edited. Steps and findings are added; what later turns out to be different becomes an adjustment.
package struct Claim: Hashable, Sendable {
    /// Its own number.
    package let number: String
    package let contract: String
    package let contractVersion: String
    /// The register's change number it was made at, so that it can be replayed.
    package let change: Int
    package let asAt: Day
    /// By member and clause.
    package let results: [ClaimedResult]
    /// The members whose evidence is looked up at its source.
    package let sample: [String]
    package private(set) var findings: [VerificationFinding] = []
    /// What partners' feeds said of the criteria they can confirm; empty before they were asked.
    package private(set) var comparisons: [SourceComparison] = []
    package private(set) var steps: [ClaimStep]

    package var state: ClaimState { steps.last?.state ?? .entered }

    /// Neither rejected nor reversed.
    package var stands: Bool { state != .rejected && state != .reversed }

    /// Whether the result is among those claimed.
    package func has(member: String, clause: String) -> Bool {
        results.contains { $0.member == member && $0.clause == clause }
    }

    package var amount: Money { results.reduce(.zero) { $0 + $1.amount } }

    /// What was paid with its steps, less what was paid back.
    package var paid: Money { steps.reduce(.zero) { $0 + $1.amount } }

    /// Enters a claim; throws the first reason why it cannot stand.
    ///
    /// - Parameters:
    ///   - number: its own number.
    ///   - contract: the contract it is made under.
    ///   - change: the register's change number its facts were known at.
    ///   - asAt: the day of its statement.
    ///   - results: what is claimed.
    ///   - earlier: the claims before it that were not rejected or reversed.
    ///   - sampleKey: what decides the sample drawn for verification; its number where none is given.
    ///   - person: the reference of whoever enters it.
    ///   - day: the day it is entered.
    /// - Throws: why it is refused.
    package init(
        number: String,
        contract: Contract,
        change: Int,
        asAt: Day,
        results: [ClaimedResult],
        earlier: [Claim] = [],
        sampleKey: String? = nil,
        by person: String,
        on day: Day
    ) throws(ClaimRefusal) {
        guard !results.isEmpty else { throw .empty }
        let sorted = results.sorted { ($0.member, $0.clause) < ($1.member, $1.clause) }
        for (one, next) in zip(sorted, sorted.dropFirst())
        where one.member == next.member && one.clause == next.clause {
            throw .claimedTwice(member: one.member, clause: one.clause, claim: number)
        }
        for result in sorted { try result.check() }
        for claim in earlier where claim.contract == contract.id && claim.stands {
            for result in sorted where claim.has(member: result.member, clause: result.clause) {
                throw .claimedTwice(member: result.member, clause: result.clause, claim: claim.number)
            }
        }
        self.number = number
        self.contract = contract.id
        contractVersion = contract.version
        self.change = change
        self.asAt = asAt
        self.results = sorted
        sample = ClaimSample.members(
            Set(sorted.map(\.member)),
            percent: contract.verification.samplePercent,
            claim: sampleKey ?? number
        )
        steps = [ClaimStep(.entered, by: person, on: day)]
    }

    /// Takes the next step; throws why it cannot be taken.
    package mutating func take(_ step: ClaimStep) throws(ClaimRefusal) {
        guard state.next.contains(step.state) else { throw .wrongStep(from: state, to: step.state) }
        if let last = steps.last, step.on < last.on { throw .beforeLastStep }
        for earlier in steps where step.state.notBy.contains(earlier.state) && earlier.by == step.by {
            throw .samePerson(earlier.state, step.state)
        }
        if step.state == .verified {
            let missing = unseen
            guard missing.isEmpty else { throw .notVerified(members: missing) }
            let wrong = Set(findings.filter { !$0.agrees }.map(\.member))
            guard wrong.isEmpty else { throw .notConfirmed(members: wrong.sorted()) }
            let open = Set(unanswered.map(\.member))
            guard open.isEmpty else { throw .notAnswered(members: open.sorted()) }
        }
        steps.append(step)
    }

    /// The members of the sample that nobody has looked up yet.
    package var unseen: [String] {
        let seen = Set(findings.map(\.member))
        return sample.filter { !seen.contains($0) }
    }

    /// Disagreements of partners' feeds that nobody has answered: what the partner said when asked, with a note.
    package var unanswered: [SourceComparison] {
        comparisons.filter { item in
            item.verdict == .disagrees
                && !findings.contains { $0.member == item.member && $0.source == item.source && !$0.note.isEmpty }
        }
    }

    /// Notes what looking a member up at its source found; throws where the claim is past that, or has no such member.
    package mutating func note(_ finding: VerificationFinding) throws(ClaimRefusal) {
        guard state == .checked else { throw .wrongStep(from: state, to: .verified) }
        guard results.contains(where: { $0.member == finding.member }) else {
            throw .notInClaim(member: finding.member)
        }
        findings.append(finding)
    }
}

extension Claim {
    /// A claim as the register keeps it; what was checked when it was entered is not checked again.
    package init(
        _ record: ClaimRecord,
        results: [ClaimedResult],
        sample: [String],
        findings: [VerificationFinding],
        comparisons: [SourceComparison] = [],
        steps: [ClaimStep]
    ) {
        number = record.id.text
        contract = record.contractID
        contractVersion = record.contractVersion
        change = record.knownAt
        asAt = record.asAt
        self.results = results
        self.sample = sample
        self.findings = findings
        self.comparisons = comparisons
        self.steps = steps
    }
}

extension ClaimedResult {
    /// Throws where the criteria do not make a result.
    fileprivate func check() throws(ClaimRefusal) {
        if amount <= .zero { throw .worthNothing(member: member) }
        for criterion in criteria {
            switch criterion.standing {
            case .notMet: throw .notMet(member: member)
            case .neutral where criterion.reason.isEmpty: throw .noReason(member: member)
            case .met where criterion.evidence.isEmpty: throw .noEvidence(member: member)
            default: continue
            }
        }
        guard criteria.contains(where: { $0.standing == .met }) else { throw .allNeutral(member: member) }
    }
}
