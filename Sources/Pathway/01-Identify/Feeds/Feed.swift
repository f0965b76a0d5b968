package import Definitions

/// A partner's extract as a definition has it: whose it is, under what agreement, and how its files are read.
///
/// A definition file (`Definitions/feeds`).
package struct Feed: Sendable {
    package let id: String
    package let title: String
    /// The organisation whose data it is.
    package let owner: String
    package let kind: FeedKind
    package let version: String
    package let agreement: Agreement
    package let extent: FeedExtent
    package let mapping: FeedMapping
    /// An example to copy from: an agreement that nobody has signed.
    package let isExample: Bool
    package let provenance: Provenance?

    package init(
        id: String,
        title: String,
        owner: String,
        kind: FeedKind,
        version: String = "1",
        agreement: Agreement,
        extent: FeedExtent = .full,
        mapping: FeedMapping,
        isExample: Bool = false,
        provenance: Provenance? = nil
    ) {
        self.id = id
        self.title = title
        self.owner = owner
        self.kind = kind
        self.version = version
        self.agreement = agreement
        self.extent = extent
        self.mapping = mapping
        self.isExample = isExample
        self.provenance = provenance
    }
}

/// What kind of partner a feed comes from.
package enum FeedKind: String, CaseIterable, Sendable {
    case youthOffending = "youth_offending"
    case asb
    case education
    case benefits
    case housing
    case socialCare = "social_care"
    case health
    case other

    package var label: String {
        switch self {
        case .youthOffending: "Youth offending"
        case .asb: "Anti-social behaviour"
        case .education: "Education"
        case .benefits: "Benefits"
        case .housing: "Housing"
        case .socialCare: "Social care"
        case .health: "Health"
        case .other: "Other"
        }
    }
}

/// What one extract holds of what the partner has.
package enum FeedExtent: String, CaseIterable, Sendable {
    /// Everything there is: a record that is no longer in it is gone.
    case full
    /// What is new or has changed: a record that is not in it stays as it was.
    case incremental
}
