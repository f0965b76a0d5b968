/// The second stage: who lives together is worked out, and members of a household are told apart.
///
/// Pairs at random are hardly ever alike, so plain Fellegi-Sunter takes two brothers at one address for one boy. Here a
/// pair that is not one person is either two strangers or two members of a household, with probabilities of their own;
/// a record that could be either of two members is not given to one of them by chance; and families that moved together
/// vouch for each other.
package struct HouseholdStage: Hashable, Sendable {
    /// Keys that say two records are of one address, the surest first; any that agrees does.
    package var addresses: [[String]]
    /// The comparison whose levels are about the address.
    package var addressComparison: String
    /// Fields that say two people are of one family, such as the surname's parts.
    package var surnames: [String]
    /// Probability that two records drawn at random are of two people of one household; nil until trained.
    package var share: Double?

    package init(addresses: [[String]], addressComparison: String, surnames: [String], share: Double? = nil) {
        self.addresses = addresses
        self.addressComparison = addressComparison
        self.surnames = surnames
        self.share = share
    }
}
