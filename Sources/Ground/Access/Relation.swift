/// How somebody stands to what an action is about (`design.md`, section 5).
package enum Relation: String, CaseIterable, Sendable, Hashable {
    /// The family has a case that the person holds now.
    case ownCase
    /// The family has a case of the person's team.
    case ownTeam
    /// The family has a case of the person's provider.
    case ownProvider
    /// The family was referred by the person's organisation.
    case ownReferral
    /// The family has a case under the person's contract.
    case ownContract
    /// The person acts for the whole authority.
    case ownAuthority
    /// There is no record in it: figures, help, one's own account.
    case noRecord

    /// As the table of access calls it.
    package var label: String {
        switch self {
        case .ownCase: "own cases"
        case .ownTeam: "own team"
        case .ownProvider: "own provider"
        case .ownReferral: "own referrals"
        case .ownContract: "own contract"
        case .ownAuthority: "own authority"
        case .noRecord: "yes"
        }
    }
}

/// What ties a family to those who work with it.
package struct FamilyTies: Hashable, Sendable {
    /// Workers who hold one of its cases on the day.
    package var workers: Set<String>
    /// Teams of its cases, and of those who hold them.
    package var teams: Set<String>
    /// Providers of its cases, by their reference.
    package var providers: Set<String>
    /// Organisations that referred it.
    package var referrers: Set<String>
    /// Contracts its cases are under.
    package var contracts: Set<String>

    package init(
        workers: Set<String> = [],
        teams: Set<String> = [],
        providers: Set<String> = [],
        referrers: Set<String> = [],
        contracts: Set<String> = []
    ) {
        self.workers = workers
        self.teams = teams
        self.providers = providers
        self.referrers = referrers
        self.contracts = contracts
    }
}

/// What an action is about.
package enum Subject: Hashable, Sendable {
    /// No record: figures, help, one's own account.
    case noRecord
    /// Records of the whole authority.
    case wholeRegister
    /// One family, by its ties.
    case family(FamilyTies)
}
