/// The kind of referrer.
package enum ReferralSource: String, CodeList {
    case school
    case police
    case youthJustice = "youth_justice"
    case socialCare = "social_care"
    case earlyHelp = "early_help"
    case health
    case camhs
    case housing
    case jobcentre
    case voluntary
    case marac
    case oneself = "self"
    case other

    package var label: String {
        switch self {
        case .school: "School"
        case .police: "Police"
        case .youthJustice: "Youth justice"
        case .socialCare: "Social care"
        case .earlyHelp: "Early help"
        case .health: "Health"
        case .camhs: "CAMHS"
        case .housing: "Housing"
        case .jobcentre: "Jobcentre"
        case .voluntary: "Voluntary"
        case .marac: "MARAC"
        case .oneself: "The family itself"
        case .other: "Other"
        }
    }
}
