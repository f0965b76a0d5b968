/// What happened.
package enum EventKind: String, CodeList {
    case offence
    case arrest
    case asbIncident = "asb_incident"
    case fixedExclusion = "fixed_exclusion"
    case permanentExclusion = "permanent_exclusion"
    case policeCallout = "police_callout"
    case domesticAbuseIncident = "domestic_abuse_incident"
    case missingEpisode = "missing_episode"
    case other

    package var label: String {
        switch self {
        case .offence: "Offence"
        case .arrest: "Arrest"
        case .asbIncident: "Anti-social behaviour incident"
        case .fixedExclusion: "Fixed-period exclusion"
        case .permanentExclusion: "Permanent exclusion"
        case .policeCallout: "Police callout"
        case .domesticAbuseIncident: "Domestic abuse incident"
        case .missingEpisode: "Missing episode"
        case .other: "Other"
        }
    }
}
