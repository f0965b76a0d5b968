/// What an address is to a family or a person.
package enum AddressKind: String, CodeList {
    case home
    case temporary
    case correspondence
    case other

    package var label: String {
        switch self {
        case .home: "Home"
        case .temporary: "Temporary"
        case .correspondence: "Letters only"
        case .other: "Other"
        }
    }
}
