/// Employment or benefit status.
package enum WorkState: String, CodeList {
    case outOfWorkBenefit = "out_of_work_benefit"
    case employed
    case selfEmployed = "self_employed"
    case workProgramme = "work_programme"
    case training
    case economicallyInactive = "economically_inactive"
    case other

    package var label: String {
        switch self {
        case .outOfWorkBenefit: "Out of work benefit"
        case .employed: "Employed"
        case .selfEmployed: "Self employed"
        case .workProgramme: "Work programme"
        case .training: "Training"
        case .economicallyInactive: "Economically inactive"
        case .other: "Other"
        }
    }
}
