/// Why a bed cannot be used.
package enum VoidReason: String, CodeList {
    case repairs
    case staffing
    case safety
    case closed
    case other

    package var label: String {
        switch self {
        case .repairs: "Repairs"
        case .staffing: "Too few staff"
        case .safety: "Not safe beside another child"
        case .closed: "The home is closed"
        case .other: "Another reason"
        }
    }
}
