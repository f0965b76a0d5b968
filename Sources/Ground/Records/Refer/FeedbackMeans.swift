/// How a referrer was told.
package enum FeedbackMeans: String, CodeList {
    case email
    case phone
    case meeting
    case letter

    package var label: String {
        switch self {
        case .email: "Email"
        case .phone: "Phone"
        case .meeting: "Meeting"
        case .letter: "Letter"
        }
    }
}
