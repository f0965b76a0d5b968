import Records

/// Category of need (SSDA903 CIN; `uk-data.md` 1.2).
///
/// Kept in the rows of the return, and no part of a placement.
enum CategoryOfNeed: String, CodeList {
    case n1 = "N1"
    case n2 = "N2"
    case n3 = "N3"
    case n4 = "N4"
    case n5 = "N5"
    case n6 = "N6"
    case n7 = "N7"
    case n8 = "N8"

    var label: String {
        switch self {
        case .n1: "Abuse or neglect"
        case .n2: "Child's disability"
        case .n3: "Parental illness or disability"
        case .n4: "Family in acute stress"
        case .n5: "Family dysfunction"
        case .n6: "Socially unacceptable behaviour"
        case .n7: "Low income"
        case .n8: "Absent parenting"
        }
    }
}
