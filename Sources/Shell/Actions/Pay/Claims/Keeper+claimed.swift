package import Identify
import Pay
import Records
import Register
package import Values

extension Keeper {
    /// The families in claims under any contract that were verified, approved or paid by a day, each with the latest.
    ///
    /// - Parameter day: steps taken after it do not count.
    /// - Returns: the contract and the day of the claim's last step, by the family's reference.
    /// - Throws: where the register cannot be read.
    package func claimedFamilies(asAt day: Day) throws -> [String: FamilyNotices.Claimed] {
        let steps = try register.held(ClaimStepRecord.self).map(\.record).filter { $0.doneOn <= day }
        var standing: [String: Day] = [:]
        for (claim, steps) in Dictionary(grouping: steps, by: \.claimID) {
            guard let last = steps.max(by: { $0.step < $1.step }), last.state.isProven else { continue }
            standing[claim.text] = last.doneOn
        }
        guard !standing.isEmpty else { return [:] }
        let numbers = standing.keys.sorted()
        let results = try register.held(ClaimResultRecord.self, where: "claim_id", isAnyOf: numbers).map(\.record)
        let claims = try register.held(ClaimRecord.self).map(\.record)
        let contracts = Dictionary(claims.map { ($0.id, $0.contractID) }, uniquingKeysWith: { $1 })
        var claimed: [String: FamilyNotices.Claimed] = [:]
        for result in results {
            guard let family = result.familyID?.text, let on = standing[result.claimID.text],
                claimed[family].map({ $0.on < on }) ?? true
            else { continue }
            let contract = contracts[result.claimID] ?? ""
            claimed[family] = FamilyNotices.Claimed(
                contract: definitions.contract(contract)?.title ?? contract,
                on: on
            )
        }
        return claimed
    }
}

extension ClaimState {
    /// Whether a claim in this state has been verified and was not taken back.
    fileprivate var isProven: Bool {
        switch self {
        case .verified, .approved, .paid: true
        case .entered, .checked, .rejected, .reversed: false
        }
    }
}
