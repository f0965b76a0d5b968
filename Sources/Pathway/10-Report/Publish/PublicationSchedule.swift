package import Definitions
package import Values

/// What is published again and again, and when: a definition.
package struct PublicationSchedule: Sendable {
    /// What is published.
    package enum Content: Sendable, Hashable {
        /// A scorecard, by its id.
        case scorecard(String)
        /// A report: of a period over it, of a day as at its last.
        case performance
        case keyInformation(programme: String?)
        case intelligence(criteria: String)
        /// How far families came whose distance was last measured in the period.
        case distance
        /// Signs of need over the period, by area or by time.
        case needs(NeedsGrouping)
        /// Every provider's service review, by its id, once it is signed off.
        case serviceReview(String)
    }

    package let id: String
    package let title: String
    package let cadence: Scorecard.Cadence
    /// How many days after the period's end it is made, so that what is recorded late is there.
    package let daysAfter: Int
    package let content: Content
    /// The rule for small counts of what anybody may read; nil keeps it to those who may see every count.
    package let rule: String?
    package let provenance: Provenance

    package var isPublic: Bool { rule != nil }

    /// The latest period whose publication is due by a day.
    package func due(by day: Day) -> Period? {
        cadence.periods(1, endedBy: day - daysAfter).last
    }

    /// The report it is of a period; nil for what is no report.
    package func question(_ period: Period) -> ReportQuestion? {
        switch content {
        case .scorecard, .distance, .needs, .serviceReview: nil
        case .performance: .performance(during: period)
        case .keyInformation(let programme): .keyInformation(asAt: period.to, programme: programme)
        case .intelligence(let criteria): .intelligence(asAt: period.to, criteria: criteria)
        }
    }
}

extension PublicationSchedule {
    /// The schedules among the definitions; throws everything that is wrong with any of them.
    package static func all(_ definitions: DefinitionSet) throws(DefinitionRefusal) -> [PublicationSchedule] {
        try definitions.read(.publication) { PublicationSchedule($0, reading: &$1) }
    }

    private enum Kind: String, CaseIterable {
        case scorecard
        case performance
        case keyInformation = "key-information"
        case intelligence
        case distance
        case needs
        case serviceReview = "service-review"
    }

    private enum Audience: String, CaseIterable {
        case own
        case `public`
    }

    private init?(_ definition: Definition, reading map: inout MapReader) {
        let title = map.text("title")
        let cadence: Scorecard.Cadence? = map.code("every")
        let daysAfter = map.optionalInteger("days_after") ?? 0
        let kind: Kind? = map.code("holds")
        let audience: Audience? = map.code("audience")
        let scorecard = map.optionalText("scorecard")
        let review = map.optionalText("review")
        let programme = map.optionalText("programme")
        let criteria = map.optionalText("criteria")
        let grouping: NeedsGrouping = map.optionalCode("by") ?? .area
        let rule = map.optionalText("disclosure") ?? DisclosureRules.usual
        guard let title, let cadence, let kind, let audience else { return nil }
        guard (0...366).contains(daysAfter) else {
            map.refuse("days_after", "must be from 0 to 366")
            return nil
        }
        guard audience == .own || (kind != .scorecard && kind != .serviceReview) else {
            map.refuse("audience", "must be own: what this shows of small counts cannot be published")
            return nil
        }
        switch (kind, scorecard ?? review, criteria) {
        case (.scorecard, let scorecard?, _):
            content = .scorecard(scorecard)
        case (.serviceReview, let review?, _): content = .serviceReview(review)
        case (.serviceReview, nil, _):
            map.refuse("review", "must name the service review that is published")
            return nil
        case (.scorecard, nil, _):
            map.refuse("scorecard", "must name the scorecard that is published")
            return nil
        case (.distance, _, _): content = .distance
        case (.needs, _, _): content = .needs(grouping)
        case (.performance, _, _): content = .performance
        case (.keyInformation, _, _): content = .keyInformation(programme: programme)
        case (.intelligence, _, let criteria?): content = .intelligence(criteria: criteria)
        case (.intelligence, _, nil):
            map.refuse("criteria", "must name the criteria set")
            return nil
        }
        id = definition.id
        self.title = title
        self.cadence = cadence
        self.daysAfter = daysAfter
        self.rule = audience == .public ? rule : nil
        provenance = definition.provenance
    }
}
