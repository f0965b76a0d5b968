/// A sign of need that the register can count (seed 003, 2.1).
package enum Indicator: String, Sendable, CaseIterable {
    case fixedExclusion = "fixed_exclusion"
    case permanentExclusion = "permanent_exclusion"
    case persistentAbsence = "persistent_absence"
    case offence
    case asbIncident = "asb_incident"
    case policeCallout = "police_callout"
    case domesticAbuse = "domestic_abuse_incident"
    case missingEpisode = "missing_episode"
    case careEntry = "care_entry"
    case outOfWork = "out_of_work_benefit"

    package var label: String {
        switch self {
        case .fixedExclusion: "Fixed-period exclusion"
        case .permanentExclusion: "Permanent exclusion"
        case .persistentAbsence: "Persistent absence"
        case .offence: "Offence"
        case .asbIncident: "Anti-social behaviour"
        case .policeCallout: "Police callout"
        case .domesticAbuse: "Domestic abuse incident"
        case .missingEpisode: "Missing episode"
        case .careEntry: "Entered care"
        case .outOfWork: "Out-of-work benefit"
        }
    }

    /// What having it in a period means.
    package var definition: String {
        switch self {
        case .persistentAbsence:
            "Missed at least 10% of the possible sessions, with leave or without, over the terms that end in the period."
        case .offence: "An offence in the period, proven or not."
        case .careEntry:
            "Entered care in the period: in care that night and not the night before. Short breaks do not count."
        case .outOfWork: "On an out-of-work benefit on a day of the period."
        default: "At least one in the period."
        }
    }

    /// Whom it is counted in, and its rate held against.
    package var subject: Subject {
        switch self {
        case .fixedExclusion, .permanentExclusion, .persistentAbsence, .missingEpisode, .careEntry: .children
        case .offence: .people
        case .asbIncident, .policeCallout, .domesticAbuse: .families
        case .outOfWork: .adults
        }
    }

    /// Whether a first time can be told: terms before those in the register are not known to have been without absence.
    package var hasFirstTime: Bool { self != .persistentAbsence }

    /// Those of whom an indicator is counted.
    package enum Subject: String, Sendable, CaseIterable {
        case children, adults, people, families

        package var definition: String {
            switch self {
            case .children: "Children by role, under 18 on a day of the period, born by its end and alive at its start."
            case .adults: "Adults by role, alive at the start of the period."
            case .people: "People of any role, born by the end of the period and alive at its start."
            case .families: "Every family of the register."
            }
        }
    }
}
