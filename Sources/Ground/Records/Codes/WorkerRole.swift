/// What a worker does.
package enum WorkerRole: String, CodeList {
    case therapist
    case keyWorker = "key_worker"
    case caseManager = "case_manager"
    case supervisor
    case programmeManager = "programme_manager"
    case residential
    case businessSupport = "business_support"
    case duty
    case commissioner
    case finance

    package var label: String {
        switch self {
        case .therapist: "Therapist"
        case .keyWorker: "Key worker"
        case .caseManager: "Case manager"
        case .supervisor: "Supervisor"
        case .programmeManager: "Programme manager"
        case .residential: "Residential"
        case .businessSupport: "Business support"
        case .duty: "Duty"
        case .commissioner: "Commissioner"
        case .finance: "Finance"
        }
    }
}
