/// What those who work with a family must know before they act.
package enum AlertKind: String, CodeList {
    case domesticAbuse = "domestic_abuse"
    case doNotVisitAlone = "do_not_visit_alone"
    case violence
    case dangerousDog = "dangerous_dog"
    case noContact = "no_contact"
    case missing
    case exploitation
    case selfHarm = "self_harm"
    case allergy
    case interpreter
    case other

    package var label: String {
        switch self {
        case .domesticAbuse: "Domestic abuse"
        case .doNotVisitAlone: "Do not visit alone"
        case .violence: "Violence to staff"
        case .dangerousDog: "Dangerous dog"
        case .noContact: "No contact with a named person"
        case .missing: "Goes missing"
        case .exploitation: "Risk of exploitation"
        case .selfHarm: "Self-harm"
        case .allergy: "Allergy or medical need"
        case .interpreter: "Interpreter needed"
        case .other: "Other"
        }
    }
}
