/// Who answered an assessment.
package enum Informant: String, CodeList {
    case parent
    case teacher
    case oneself = "self"
    case worker
    case family
    case joint
    case caregiver
    case therapist
    case supervisor
    case consultant

    package var label: String {
        switch self {
        case .parent: "Parent"
        case .teacher: "Teacher"
        case .oneself: "Young person"
        case .worker: "Worker"
        case .family: "Family"
        case .joint: "Joint"
        case .caregiver: "Caregiver"
        case .therapist: "Therapist"
        case .supervisor: "Supervisor"
        case .consultant: "Consultant"
        }
    }
}
