/// Who provides a placement (SSDA903 PLACE_PROVIDER).
package enum PlacementProvider: String, CodeList {
    case pr0 = "PR0"
    case pr1 = "PR1"
    case pr2 = "PR2"
    case pr3 = "PR3"
    case pr4 = "PR4"
    case pr5 = "PR5"

    package var label: String {
        switch self {
        case .pr0: "Parent"
        case .pr1: "Own local authority"
        case .pr2: "Other local authority"
        case .pr3: "Other public provision"
        case .pr4: "Private"
        case .pr5: "Voluntary"
        }
    }
}
