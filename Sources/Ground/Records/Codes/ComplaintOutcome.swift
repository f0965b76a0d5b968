/// What became of a complaint.
package enum ComplaintOutcome: String, CodeList {
    case upheld
    case partlyUpheld = "partly_upheld"
    case notUpheld = "not_upheld"
    case withdrawn
    /// A concern or a compliment that was answered.
    case answered

    package var label: String {
        switch self {
        case .upheld: "Upheld"
        case .partlyUpheld: "Partly upheld"
        case .notUpheld: "Not upheld"
        case .withdrawn: "Withdrawn"
        case .answered: "Answered"
        }
    }
}
