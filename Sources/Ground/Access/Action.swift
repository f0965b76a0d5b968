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
    /// Outcomes contracts: what they say, and what they come to in all.
    case seeContracts
    /// The members of a contract's cohort, by reference, with what each is paid for; its claims and books.
    case openContract
    /// Entering claims, and taking them step by step to payment.
    case workClaims
    /// What an investor may know of a contract: published figures alone.
    case seeInvestment
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
    /// Entering and correcting what was measured in a case.
    case measure
    /// Collecting what a family says of who works with it; never by who holds the case.
    case collectAdherence
    /// The caseloads, what is late and the adherence of those one supervises.
    case supervise
    /// The sample of closed cases for audit, and what audits found.
    case seeAudits
    /// Auditing a case.
    case auditCase
    /// Saying who alone may open a family's record.
    case restrictFamily
    /// Opening a restricted record for a reason, and reviewing that others did.
    case breakGlass
    /// Referring families for an agency by a program, and asking how these referrals stand.
    case refer
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
    /// The list of one's own cases and of the team's.
    case seeCaseload
    /// A case with its plan, contacts and notes.
    case readCase
    /// Contacts, plan, tasks, notes, documents, reviews and closing of a case.
    case workCase
    /// Who holds a case; taking back its closing.
    case allocateCase
    /// Notes that are for supervisors alone.
    case readSupervisorNotes
    /// Asking after children at the milestones after a case has closed.
    case followUpCase
    /// A family's relationships, addresses, professionals and alerts.
    case keepFamilyRecord
    /// Drafting an answer that is to be published, and making the publications that are due.
    case draftAnswers
    /// Approving what somebody else drafted or made, and so publishing it.
    case approveAnswers
    /// Complaints, training, what people say of a service, and case studies that are not published.
    case readServiceRecords
    /// Entering complaints, training, what people say of a service, and case studies.
    case keepServiceRecords
    /// Writing the story of a report, and the actions agreed on it.
    case writeReports
    /// Signing off what somebody else wrote: a service review, a case study.
    case signReports

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
        case .seeContracts: "Outcomes contracts"
        case .openContract: "Contracts' members, claims and books"
        case .workClaims: "Work on claims"
        case .seeInvestment: "A contract as investors see it"
        case .seeFeeds: "Partners' feeds"
        case .seeImports: "Imports"
        case .seeDataQuality: "Data quality"
        case .seeChanges: "Changes"
        case .administerUsers: "Accounts and roles"
        case .measure: "Enter measures"
        case .collectAdherence: "Collect adherence"
        case .supervise: "Supervise"
        case .seeAudits: "Case audits"
        case .auditCase: "Audit a case"
        case .restrictFamily: "Restrict a record"
        case .breakGlass: "Open a restricted record"
        case .refer: "Refer families by a program"
        case .seeGateway: "The gateway’s queue and the waiting list"
        case .readReferral: "A referral"
        case .decideReferral: "Decide on a referral"
        case .keepReferralLinks: "Referral links"
        case .seeCapacity: "Capacity of teams and homes"
        case .keepHomes: "Stays in homes"
        case .seeCaseload: "Caseload and the week"
        case .readCase: "A case's record"
        case .workCase: "Work on a case"
        case .allocateCase: "Allocate a case"
        case .readSupervisorNotes: "Supervisors' notes"
        case .followUpCase: "Follow up a closed case"
        case .keepFamilyRecord: "Keep a family's record"
        case .draftAnswers: "Draft what is to be published"
        case .approveAnswers: "Approve what is to be published"
        case .readServiceRecords: "Complaints, training and feedback of a service"
        case .keepServiceRecords: "Keep complaints, training and feedback"
        case .writeReports: "Write the story of a report"
        case .signReports: "Sign off what somebody else wrote"
        }
    }
}
