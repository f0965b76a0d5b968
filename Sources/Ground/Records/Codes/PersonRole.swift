/// Who someone is in the family.
package enum PersonRole: String, CodeList {
    case child
    case parentCarer = "parent_carer"
    case otherAdult = "other_adult"

    package var label: String {
        switch self {
        case .child: "Child"
        case .parentCarer: "Parent or carer"
        case .otherAdult: "Other adult"
        }
    }
}
