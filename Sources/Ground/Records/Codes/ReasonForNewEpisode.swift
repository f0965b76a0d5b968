/// Why an episode began (SSDA903 RNE).
package enum ReasonForNewEpisode: String, CodeList {
    case s = "S"
    case l = "L"
    case p = "P"
    case t = "T"
    case b = "B"
    case u = "U"

    package var label: String {
        switch self {
        case .s: "Started to be looked after"
        case .l: "Change of legal status only"
        case .p: "Change of placement and carer"
        case .t: "Change of placement, same carer"
        case .b: "Change of legal status, placement and carer"
        case .u: "Change of legal status and placement, same carer"
        }
    }
}
