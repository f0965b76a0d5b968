/// Who may do what: role by action by relation, in one table (`design.md`, section 5).
///
/// A role does an action where the person stands to its subject in one of the relations given; where none is given the
/// role never does it. Investors, like the public, only ever meet figures as they may be published.
package enum AccessTable {
    private static let open: Set<Relation> = [.noRecord]
    private static let whole: Set<Relation> = [.ownAuthority]
    /// The cases of one's team, whoever holds them.
    private static let team: Set<Relation> = [.ownCase, .ownTeam]
    /// The cases of one's provider, and so of its teams.
    private static let provider: Set<Relation> = [.ownCase, .ownTeam, .ownProvider]
    /// Whatever part of the authority the role was given in.
    private static let part: Set<Relation> = [.ownTeam, .ownProvider, .ownContract, .ownAuthority]

    private static let rows: [Action: [Role: Set<Relation>]] = [
        .useService: everyone(open),
        .seePublished: everyone(open),
        .seeFigures: [
            .gateway: open, .practitioner: open, .supervisor: open, .analyst: open, .commissioner: open,
            .finance: open, .auditor: open,
        ],
        .openFigure: [.gateway: whole, .analyst: whole, .commissioner: whole, .finance: whole, .auditor: whole],
        .findFamily: [.gateway: open, .practitioner: open, .supervisor: open, .analyst: open, .auditor: open],
        .readFamily: [
            .gateway: whole, .practitioner: team, .supervisor: provider, .analyst: part, .auditor: part,
        ],
        .identify: [.gateway: whole, .analyst: whole, .auditor: whole],
        .readEvidence: [
            .gateway: whole, .practitioner: team, .supervisor: provider, .analyst: part, .auditor: part,
        ],
        .nominate: [.gateway: whole, .analyst: whole],
        .keepObjections: [.gateway: whole, .practitioner: team, .supervisor: provider],
        .decideDiscretion: [.gateway: whole, .supervisor: provider],
        .reviewMatches: [.gateway: whole, .analyst: whole],
        .seePlans: [.analyst: open, .commissioner: open, .finance: open, .auditor: open],
        .seeContracts: [.analyst: open, .commissioner: open, .finance: open, .auditor: open],
        .openContract: [.analyst: whole, .commissioner: whole, .finance: whole, .auditor: whole],
        .workClaims: [.analyst: whole, .commissioner: whole, .finance: whole, .auditor: whole],
        .seeInvestment: [.commissioner: open, .finance: open, .investor: open, .auditor: open],
        .seeFeeds: [.analyst: whole, .auditor: whole, .administrator: whole],
        .seeImports: [.analyst: whole, .auditor: whole, .administrator: whole],
        .seeDataQuality: [.analyst: whole, .auditor: whole],
        .seeChanges: [.analyst: whole, .auditor: whole, .administrator: whole],
        .administerUsers: [.administrator: whole],
        .measure: [.practitioner: team, .supervisor: provider],
        // Somebody whose only tie is that they hold the case may not; who holds it and is of the team is told so.
        .collectAdherence: [.practitioner: [.ownTeam], .supervisor: [.ownTeam, .ownProvider]],
        .supervise: [.supervisor: open],
        .seeAudits: [.supervisor: open, .auditor: open],
        .auditCase: [.supervisor: [.ownTeam, .ownProvider], .auditor: [.ownContract, .ownAuthority]],
        .restrictFamily: [.gateway: whole, .supervisor: provider],
        .breakGlass: [.gateway: open, .practitioner: open, .supervisor: open, .auditor: open],
        // A program without a record in hand first; then for its own agency, or for any by the gateway.
        .refer: [.referrer: [.noRecord, .ownReferral], .gateway: [.noRecord, .ownAuthority]],
        .seeGateway: [.gateway: whole],
        .readReferral: [.gateway: whole],
        .decideReferral: [.gateway: whole],
        .keepReferralLinks: [.gateway: whole, .administrator: whole],
        .seeCapacity: [.gateway: open, .supervisor: open, .commissioner: open],
        .keepHomes: [.gateway: whole],
        .seeCaseload: [.practitioner: open, .supervisor: open],
        .readCase: [.practitioner: team, .supervisor: provider, .auditor: part],
        .workCase: [.practitioner: [.ownCase], .supervisor: provider],
        .allocateCase: [.supervisor: provider],
        .readSupervisorNotes: [.supervisor: provider, .auditor: part],
        .followUpCase: [.practitioner: team, .supervisor: provider],
        .keepFamilyRecord: [.practitioner: [.ownCase], .supervisor: provider],
        .draftAnswers: [.analyst: whole, .commissioner: whole],
        .approveAnswers: [.analyst: whole, .commissioner: whole],
        // Pages show those of the providers the role was given in.
        .readServiceRecords: [.supervisor: open, .analyst: open, .commissioner: open, .auditor: open],
        .keepServiceRecords: [.supervisor: open, .analyst: open],
        .writeReports: [.supervisor: open, .analyst: open, .commissioner: open],
        .signReports: [.supervisor: open, .commissioner: open],
    ]

    private static func everyone(_ relations: Set<Relation>) -> [Role: Set<Relation>] {
        Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, relations) })
    }

    /// The relations in which a role does an action; empty where it never does.
    package static func relations(_ role: Role, _ action: Action) -> Set<Relation> {
        rows[action]?[role] ?? []
    }
}
