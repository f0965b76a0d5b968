package import Values

/// What must be known of families before they are nominated and no fact of the exchange format tells.
package struct FamilyNotices: Hashable, Sendable {
    /// Families in a claim under an outcomes contract that has been verified, approved or paid, by reference.
    package var claimed: [String: Claimed]
    /// Families that object to being looked for or nominated.
    package var objecting: Set<String>

    package init(claimed: [String: Claimed] = [:], objecting: Set<String> = []) {
        self.claimed = claimed
        self.objecting = objecting
    }

    /// Nothing to know.
    package static let none = FamilyNotices()

    /// The latest claim that a family is in.
    package struct Claimed: Hashable, Sendable {
        /// What the contract is called.
        package let contract: String
        /// The day of the claim's last step.
        package let on: Day

        package init(contract: String, on: Day) {
            self.contract = contract
            self.on = on
        }
    }
}
