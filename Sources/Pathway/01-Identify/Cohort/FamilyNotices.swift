/// What must be known of families before they are nominated and no fact of the exchange format tells.
package struct FamilyNotices: Hashable, Sendable {
    /// Families in a claim under an outcomes contract that has not been rejected or reversed.
    package var claimed: Set<String>
    /// Families that object to being looked for or nominated.
    package var objecting: Set<String>

    package init(claimed: Set<String> = [], objecting: Set<String> = []) {
        self.claimed = claimed
        self.objecting = objecting
    }

    /// Nothing to know.
    package static let none = FamilyNotices()
}
