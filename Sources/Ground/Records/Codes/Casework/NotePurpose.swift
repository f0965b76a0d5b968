/// What a note is for.
package enum NotePurpose: String, CodeList {
    case caseNote = "case_note"
    case management = "management"
    case supervision
    case information
    case safeguarding
    case complaint

    package var label: String {
        switch self {
        case .caseNote: "Case note"
        case .management: "Management decision"
        case .supervision: "Case supervision"
        case .information: "Information received"
        case .safeguarding: "Safeguarding"
        case .complaint: "Complaint or compliment"
        }
    }
}
