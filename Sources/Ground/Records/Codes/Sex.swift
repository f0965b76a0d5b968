/// Sex, as the SSDA903 return records it from 2024 to 2025 (earlier returns have 1 and 2).
package enum Sex: String, CodeList {
    case male = "M"
    case female = "F"
    case unknown = "U"

    package var label: String {
        switch self {
        case .male: "Male"
        case .female: "Female"
        case .unknown: "Not known"
        }
    }
}
