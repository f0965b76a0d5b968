/// What kind of contact it was.
package enum ContactKind: String, CodeList {
    case homeVisit = "home_visit"
    case office
    case phone
    case video
    case group
    case multiAgency = "multi_agency"
    case other

    package var label: String {
        switch self {
        case .homeVisit: "Home visit"
        case .office: "Office"
        case .phone: "Phone"
        case .video: "Video"
        case .group: "Group"
        case .multiAgency: "Multi agency"
        case .other: "Other"
        }
    }
}
