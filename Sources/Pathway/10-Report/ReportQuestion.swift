package import Assess
package import FollowUp
package import Identify
package import Records
package import Values

/// A question the register can answer: which report, about when, and of what part.
package enum ReportQuestion: Sendable, Hashable {
    case keyInformation(asAt: Day, programme: String?)
    case performance(during: Period)
    case intelligence(asAt: Day, criteria: String)
    case familySupport(during: Period)

    /// The report's name on the command line and in addresses.
    package var name: String {
        switch self {
        case .keyInformation: "key-information"
        case .performance: "performance"
        case .intelligence: "intelligence"
        case .familySupport: "family-support"
        }
    }

    /// The report's name for people.
    package var title: String {
        switch self {
        case .keyInformation: "Key information"
        case .performance: "Performance"
        case .intelligence: "Family intelligence"
        case .familySupport: "Family support"
        }
    }

    package var time: ReportAnswer.Time {
        switch self {
        case .keyInformation(let day, _), .intelligence(let day, _): .asAt(day)
        case .performance(let period), .familySupport(let period): .during(period)
        }
    }

    /// The criteria set it needs, if any.
    package var criteria: String? {
        if case .intelligence(_, let criteria) = self { criteria } else { nil }
    }
}

/// A snapshot with what every report derives from it once, and the definitions in force.
package struct ReportGround: Sendable {
    package let snapshot: Snapshot
    package let care: CareHistory
    private let madeService: MadeOnce<ServiceHistory>
    package let instruments: InstrumentCatalogue
    package let criteria: [CriteriaSet]

    package init(snapshot: Snapshot, instruments: InstrumentCatalogue, criteria: [CriteriaSet]) {
        self.snapshot = snapshot
        care = CareHistory(snapshot)
        madeService = MadeOnce { ServiceHistory(snapshot) }
        self.instruments = instruments
        self.criteria = criteria
    }

    /// Made when a figure of performance is first asked for: most pages ask none.
    package var service: ServiceHistory { madeService.value }

    /// Answers the question; the figure with the id `opened` holds the records behind it.
    ///
    /// Nil where the question names a criteria set that is not defined.
    package func answer(_ question: ReportQuestion, opening opened: String? = nil) -> ReportAnswer? {
        guard let figures = figures(question, opening: opened) else { return nil }
        return ReportAnswer(
            report: question.name,
            title: question.title,
            time: question.time,
            knownAt: snapshot.change,
            figures: figures
        )
    }

    /// Those of a report's figures that have these ids; nil where the question names criteria that are not defined.
    func figures(_ question: ReportQuestion, keeping kept: Set<String>) -> [Figure]? {
        figures(question, opening: nil, keeping: kept)
    }

    private func figures(
        _ question: ReportQuestion,
        opening opened: String?,
        keeping kept: Set<String>? = nil
    ) -> [Figure]? {
        switch question {
        case .keyInformation(let day, let programme):
            return KeyInformation(snapshot, care: care, instruments: instruments, asAt: day, programme: programme)
                .figures(opening: opened, keeping: kept)
        case .performance(let period):
            return Performance(snapshot, care: care, service: service, instruments: instruments, during: period)
                .figures(opening: opened, keeping: kept)
        case .intelligence(let day, let name):
            guard let set = criteria.first(where: { $0.id == name }) else { return nil }
            return Intelligence(snapshot, asAt: day, criteria: set).figures(opening: opened, keeping: kept)
        case .familySupport(let period):
            return FamilySupport(snapshot, care: care, instruments: instruments, during: period)
                .figures(opening: opened, keeping: kept)
        }
    }
}
