/// As what a worker holds a case.
package enum AllocationRole: String, CodeList {
    case keyWorker = "key_worker"
    case therapist
    case supervisor

    package var label: String {
        switch self {
        case .keyWorker: "Key worker"
        case .therapist: "Therapist"
        case .supervisor: "Supervisor"
        }
    }
}
