/// Legal status of a placement (SSDA903 LS; `uk-data.md` 1.2).
package enum LegalStatus: String, CodeList {
    case c1 = "C1"
    case c2 = "C2"
    case d1 = "D1"
    case e1 = "E1"
    case v2 = "V2"
    case v3 = "V3"
    case v4 = "V4"
    case l1 = "L1"
    case l2 = "L2"
    case l3 = "L3"
    case j1 = "J1"
    case j2 = "J2"
    case j3 = "J3"

    package var label: String {
        switch self {
        case .c1: "Interim care order"
        case .c2: "Full care order"
        case .d1: "Freeing order"
        case .e1: "Placement order"
        case .v2: "Single period of accommodation, section 20"
        case .v3: "Short breaks, episodes recorded"
        case .v4: "Short breaks, agreement only"
        case .l1: "Police protection"
        case .l2: "Emergency protection order"
        case .l3: "Child assessment order"
        case .j1: "Remanded"
        case .j2: "Detained under PACE"
        case .j3: "Youth rehabilitation order with residence or intensive fostering"
        }
    }
}
