/// What somebody does in the service, for which they need a role.
package enum Action: String, CaseIterable, Sendable, Hashable {
    /// One's own account, the home page and the pages of help.
    case useService
    /// Figures as they may be published: small counts hidden.
    case seePublished
    /// Figures with every count.
    case seeFigures
    /// The records behind a figure, and what moved it.
    case openFigure
    /// Asking for a family by name, date of birth, postcode or reference.
    case findFamily
    /// A family's or a person's record.
    case readFamily
    /// The families that meet a programme's criteria.
    case identify
    /// One family's evidence against the criteria.
    case readEvidence
    /// Sending families to the gateway.
    case nominate
    /// Recording that a family objects to being looked for.
    case keepObjections
    /// Deciding that a family may count.
    case decideDiscretion
    /// Deciding whether records of partners are of one person.
    case reviewMatches
    /// Financial plans, which are of programmes and not of people.
    case seePlans
    /// Partners' extracts: what was received, held and deleted.
    case seeFeeds
    /// What was imported, and what was wrong with it.
    case seeImports
    /// Records that look wrong.
    case seeDataQuality
    /// The log of changes.
    case seeChanges
    /// Accounts and their roles.
    case administerUsers
    /// The gateway's queue and the waiting list.
    case seeGateway
    /// One referral with everything said of it.
    case readReferral
    /// What becomes of a referral.
    case decideReferral
    /// Links by which partner agencies refer.
    case keepReferralLinks
    /// How full teams and homes are; names nobody.
    case seeCapacity
    /// Stays in homes.
    case keepHomes
    /// Drafting an answer that is to be published.
    case draftAnswers
    /// Approving an answer that somebody else drafted, and so publishing it.
    case approveAnswers

    /// As the table of access calls it.
    package var label: String {
        switch self {
        case .useService: "Own account, home and help"
        case .seePublished: "Figures for publication"
        case .seeFigures: "Figures with every count"
        case .openFigure: "The records behind a figure"
        case .findFamily: "Find a family"
        case .readFamily: "A family's record"
        case .identify: "Families who meet criteria"
        case .readEvidence: "A family's evidence"
        case .nominate: "Nominate families"
        case .keepObjections: "A family's objections"
        case .decideDiscretion: "Record local discretion"
        case .reviewMatches: "Review matches"
        case .seePlans: "Financial plans"
        case .seeFeeds: "Partners' feeds"
        case .seeImports: "Imports"
        case .seeDataQuality: "Data quality"
        case .seeChanges: "Changes"
        case .administerUsers: "Accounts and roles"
        case .seeGateway: "The gateway’s queue and the waiting list"
        case .readReferral: "A referral"
        case .decideReferral: "Decide on a referral"
        case .keepReferralLinks: "Referral links"
        case .seeCapacity: "Capacity of teams and homes"
        case .keepHomes: "Stays in homes"
        case .draftAnswers: "Draft an answer for publication"
        case .approveAnswers: "Approve an answer for publication"
        }
    }
}
