/// What somebody is to the programme; a person may have several, each within a scope.
package enum Role: String, CaseIterable, Sendable, Hashable {
    /// Refers families: a school, a health visitor, the police.
    case referrer
    /// Decides on referrals at the front door.
    case gateway
    /// Works with families: key worker, therapist, residential worker.
    case practitioner
    /// Leads a team, or a provider's service.
    case supervisor
    /// Keeps the data and finds families.
    case analyst
    /// Buys the service and answers for it.
    case commissioner
    /// Pays and accounts for it.
    case finance
    /// Puts up money against outcomes; sees published figures alone.
    case investor
    /// Checks that what was claimed is so.
    case auditor
    /// Keeps the accounts of those who sign in, and the running of the service; reads no family's record.
    case administrator

    /// As people say it.
    package var label: String {
        switch self {
        case .referrer: "Referrer"
        case .gateway: "Gateway"
        case .practitioner: "Practitioner"
        case .supervisor: "Supervisor"
        case .analyst: "Analyst"
        case .commissioner: "Commissioner"
        case .finance: "Finance"
        case .investor: "Investor"
        case .auditor: "Auditor"
        case .administrator: "Administrator"
        }
    }

    /// The kinds of scope the role can be given within.
    package var scopes: [Scope.Kind] {
        switch self {
        case .referrer: [.organisation]
        case .gateway, .administrator: [.authority]
        case .practitioner, .supervisor: [.team, .provider]
        case .analyst: [.authority, .provider, .contract]
        case .commissioner, .finance, .auditor: [.authority, .contract]
        case .investor: [.contract]
        }
    }
}
