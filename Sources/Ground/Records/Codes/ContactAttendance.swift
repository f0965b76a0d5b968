/// Whether the family came.
package enum ContactAttendance: String, CodeList {
    case attended
    case didNotAttend = "did_not_attend"
    case cancelled

    package var label: String {
        switch self {
        case .attended: "Attended"
        case .didNotAttend: "Did not attend"
        case .cancelled: "Cancelled"
        }
    }
}
