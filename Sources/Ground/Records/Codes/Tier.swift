/// Tier of need.
package enum Tier: String, CodeList {
    case low
    case medium
    case high

    package var label: String {
        switch self {
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        }
    }
}
