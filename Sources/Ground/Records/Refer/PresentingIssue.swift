/// What a family finds hard, as referrers tell it (example specification, section 3, and the headline criteria).
package enum PresentingIssue: String, CodeList {
    case behaviour
    case missingSchool = "missing_school"
    case exclusion
    case offending
    case antisocial
    case goingMissing = "going_missing"
    case exploitation
    case domesticAbuse = "domestic_abuse"
    case substanceMisuse = "substance_misuse"
    case parentMentalHealth = "parent_mental_health"
    case childMentalHealth = "child_mental_health"
    case learningDifficulty = "learning_difficulty"
    case neglect
    case parentingOrder = "parenting_order"
    case housing
    case money
    case breakdown

    package var label: String {
        switch self {
        case .behaviour: "Behaviour at home"
        case .missingSchool: "Missing school"
        case .exclusion: "Exclusion from school"
        case .offending: "Offending"
        case .antisocial: "Anti-social behaviour"
        case .goingMissing: "Going missing"
        case .exploitation: "Exploitation, or gangs"
        case .domesticAbuse: "Domestic abuse"
        case .substanceMisuse: "Drugs or alcohol"
        case .parentMentalHealth: "A parent’s mental health"
        case .childMentalHealth: "The child’s mental health"
        case .learningDifficulty: "Learning difficulties or disability"
        case .neglect: "Care and safety of the children"
        case .parentingOrder: "A parenting order or contract"
        case .housing: "Housing"
        case .money: "Money or work"
        case .breakdown: "The family may break down"
        }
    }
}
