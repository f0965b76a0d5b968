package import Values

/// Whether a document as it may be published is only looked at, or is what a publication keeps.
package enum PublicStanding: Sendable {
    /// Staff look at it: it is held against everything published and noted nowhere, so it must not leave.
    case preview
    /// A publication keeps it: what it gives and hides is noted, and every later one is held against it.
    case publication

    /// What must be said at its head.
    package var notes: [String] {
        switch self {
        case .preview:
            [
                "A preview, not to be published: nothing later is held against it. What may be published is made, approved and kept on the page Publications, or by homeward publish."
            ]
        case .publication: []
        }
    }

    package var marking: Marking {
        switch self {
        case .preview: .officialSensitive
        case .publication: .official
        }
    }

    /// As a part of a JSON document.
    package func write(to json: inout JSONWriter) {
        json.field("is_preview", self == .preview)
    }
}
