/// What lets a referrer share what they send (UK GDPR, article 6).
package enum LawfulBasis: String, CodeList {
    case consent
    case publicTask = "public_task"
    case legalObligation = "legal_obligation"
    case vitalInterests = "vital_interests"

    package var label: String {
        switch self {
        case .consent: "The family’s consent"
        case .publicTask: "A public task"
        case .legalObligation: "A legal obligation"
        case .vitalInterests: "To protect somebody’s life"
        }
    }

    /// When it is the right one.
    package var hint: String? {
        switch self {
        case .consent: "They were free to say no, and know that they can take it back."
        case .publicTask: "Such as a duty to keep children safe, or to provide early help."
        case .legalObligation: "Such as an order of a court."
        case .vitalInterests: nil
        }
    }
}
