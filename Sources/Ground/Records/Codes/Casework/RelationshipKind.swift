/// What one person of a family is to another.
package enum RelationshipKind: String, CodeList {
    case parent
    case stepParent = "step_parent"
    case grandparent
    case guardian
    case fosterCarer = "foster_carer"
    case partner
    case formerPartner = "former_partner"
    case sibling
    case halfSibling = "half_sibling"
    case otherRelative = "other_relative"
    case other

    package var label: String {
        switch self {
        case .parent: "Parent"
        case .stepParent: "Step-parent"
        case .grandparent: "Grandparent"
        case .guardian: "Guardian"
        case .fosterCarer: "Foster carer"
        case .partner: "Partner"
        case .formerPartner: "Former partner"
        case .sibling: "Brother or sister"
        case .halfSibling: "Half-brother or half-sister"
        case .otherRelative: "Other relative"
        case .other: "Other"
        }
    }
}
