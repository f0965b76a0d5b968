/// What a family answers to a place.
package enum OfferAnswer: String, CodeList {
    case waiting
    case taken
    case refused
    case lapsed

    package var label: String {
        switch self {
        case .waiting: "Not answered yet"
        case .taken: "Taken"
        case .refused: "Refused"
        case .lapsed: "Lapsed"
        }
    }
}
