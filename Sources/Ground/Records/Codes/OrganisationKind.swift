/// What kind of body an organisation is.
package enum OrganisationKind: String, CodeList {
    case localAuthority = "local_authority"
    case provider
    case investor
    case school
    case police
    case youthJustice = "youth_justice"
    case health
    case housing
    case jobcentre
    case voluntary
    case other

    package var label: String {
        switch self {
        case .localAuthority: "Local authority"
        case .provider: "Provider"
        case .investor: "Investor"
        case .school: "School"
        case .police: "Police"
        case .youthJustice: "Youth justice"
        case .health: "Health"
        case .housing: "Housing"
        case .jobcentre: "Jobcentre"
        case .voluntary: "Voluntary"
        case .other: "Other"
        }
    }
}
