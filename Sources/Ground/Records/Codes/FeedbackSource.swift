/// Who says something of a service.
package enum FeedbackSource: String, CodeList {
    case youngPerson = "young_person"
    case parent
    case family
    case keyWorker = "key_worker"
    case panel
    case partner
    case other

    package var label: String {
        switch self {
        case .youngPerson: "Young person"
        case .parent: "Parent or carer"
        case .family: "Family"
        case .keyWorker: "Key worker"
        case .panel: "Panel member"
        case .partner: "Partner agency"
        case .other: "Somebody else"
        }
    }

    /// Whether it is somebody the service works with, rather than somebody who works beside it.
    package var isFamily: Bool { self == .youngPerson || self == .parent || self == .family }
}
