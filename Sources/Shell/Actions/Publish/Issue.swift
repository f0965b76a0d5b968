import Documents
import Exchange
import Records
import Register
package import Report
import Statistics
import Values

/// What a publication holds: a scorecard, a report, distance travelled or needs, each for its own audience, or a provider's
/// service review.
struct Issue {
    private enum Content {
        case scorecard(ScorecardDocument)
        case report(ReportAnswer)
        case published(PublicReport, rule: String)
        case distance(DistanceDocument)
        case publicDistance(PublicDistanceDocument)
        case needs(NeedsDocument)
        case review(ReviewDocument)
    }

    private let content: Content
    /// What every form says of itself.
    var imprint: Imprint
    let knownAt: Int

    /// Works it out for a period as known at a change; nil is now.
    ///
    /// A service review stands on the change it was handed in at; `anew` works its figures out as known now.
    ///
    /// - Throws: `IssuePublications.Refusal` where it names what is not defined, or nothing of it can be published.
    init(
        _ edition: PublicationEdition,
        _ period: Period,
        _ keeper: Keeper,
        knownAt change: Int? = nil,
        anew: Bool = false
    ) throws {
        let schedule = edition.schedule
        let link: Address
        if case .serviceReview(let id) = schedule.content {
            // What people write counts too, not the records of the figures alone.
            knownAt = try change ?? keeper.register.latestChange()
            let document = try Issue.review(id, edition, period, keeper, knownAt: knownAt, anew: anew)
            content = .review(document)
            imprint = try keeper.imprint(document.link, knownAt: document.knownAt)
            return
        }
        knownAt = try change ?? keeper.register.latestChangeOfRecords()
        switch schedule.content {
        case .scorecard(let id):
            guard let answer = try keeper.scorecard(id, asAt: period.to, knownAt: knownAt) else {
                throw IssuePublications.Refusal(words: "The schedule \(schedule.id) names no scorecard that is defined")
            }
            let document = ScorecardDocument(answer)
            content = .scorecard(document)
            link = document.link
        case .distance, .needs:
            (content, link) = try Issue.tables(schedule, period, keeper, knownAt: knownAt)
        case .performance, .keyInformation, .intelligence, .serviceReview:
            guard let question = schedule.question(period) else {
                throw IssuePublications.Refusal(words: "The schedule \(schedule.id) asks nothing")
            }
            link = question.page(knownAt: knownAt)
            guard let rule = schedule.rule else {
                guard let answer = try keeper.answer(question, knownAt: knownAt) else {
                    throw IssuePublications.Refusal(
                        words: "The schedule \(schedule.id) names no criteria that are defined"
                    )
                }
                content = .report(answer)
                break
            }
            let (report, words) = try keeper.publicReport(question, by: rule, knownAt: knownAt)
            try Issue.check(report.protection, schedule)
            content = .published(report, rule: words)
        }
        imprint = try keeper.imprint(link, knownAt: knownAt)
    }

    /// Distance travelled or needs, for those who may see every count or for anybody.
    private static func tables(
        _ schedule: PublicationSchedule,
        _ period: Period,
        _ keeper: Keeper,
        knownAt: Int
    ) throws -> (Content, Address) {
        switch (schedule.content, schedule.rule) {
        case (.needs(let grouping), let rule):
            let document = try keeper.needs(
                during: period,
                by: grouping,
                for: rule == nil ? .own : .public,
                rule: rule ?? DisclosureRules.usual,
                knownAt: knownAt,
                .publication
            )
            if let published = document.published { try check(published.protection, schedule) }
            return (.needs(document), document.link)
        case (_, let rule?):
            let document = try keeper.publicDistance(measuredIn: period, by: rule, knownAt: knownAt, .publication)
            try check(document.distance.protection, schedule)
            return (.publicDistance(document), document.link)
        case (_, nil):
            let document = try keeper.distance(measuredIn: period, knownAt: knownAt)
            return (.distance(document), document.link)
        }
    }

    /// Refuses where nothing protects the counts.
    private static func check(_ protection: Protection, _ schedule: PublicationSchedule) throws {
        guard protection.isWithheld else { return }
        throw IssuePublications.Refusal(
            words: "Nothing of \(schedule.title) can be published: earlier publications would give counts away"
        )
    }

    /// A provider's review as it was signed off.
    private static func review(
        _ id: String,
        _ edition: PublicationEdition,
        _ period: Period,
        _ keeper: Keeper,
        knownAt change: Int,
        anew: Bool
    ) throws -> ReviewDocument {
        let document = try keeper.serviceReview(
            id,
            of: edition.provider?.id.text ?? "",
            asAt: period.to,
            knownAt: anew ? change : nil,
            wordsKnownAt: change
        )
        guard let document, document.period == period else {
            throw IssuePublications.Refusal(
                words: "The schedule \(edition.schedule.id) names no service review that is defined for that period"
            )
        }
        guard document.story.isSigned else {
            throw IssuePublications.WaitsForSignOff(
                words: "The review of \(document.provider.name) is not signed off yet"
            )
        }
        return document
    }

    func document(_ format: DocumentFormat) -> Document {
        switch content {
        case .scorecard(let document): document.document(format, imprint: imprint)
        case .report(let answer): answer.document(format, imprint: imprint)
        case .published(let report, let rule): report.document(format, imprint: imprint, rule: rule, .publication)
        case .distance(let document): document.document(format, imprint: imprint)
        case .publicDistance(let document): document.document(format, imprint: imprint)
        case .needs(let document): document.document(format, imprint: imprint)
        case .review(let document): document.document(format, imprint: imprint)
        }
    }

    /// What it gives or hides, for the log of what is public.
    var published: [PublishedFigure] {
        switch content {
        case .published(let report, _): report.published
        case .publicDistance(let document): document.distance.published
        case .needs(let document): document.published?.published ?? []
        case .scorecard, .report, .distance, .review: []
        }
    }

    /// Its numbers in words, one table a part, to be held against those of another time.
    var tables: [ReportTable] {
        switch content {
        case .scorecard(let document): document.reportTables
        case .report(let answer): [answer.figureWords] + answer.tables
        case .published(let report, _): [report.table]
        case .distance(let document): document.tables
        case .publicDistance(let document): document.tables
        case .needs(let document): document.tables
        case .review(let document): document.reportTables
        }
    }
}

extension ReportAnswer {
    /// The figures in words.
    fileprivate var figureWords: ReportTable {
        ReportTable(
            id: "figures",
            title: "Figures",
            columns: ["Figure", "Value", "Of", "Name to cite"],
            rows: figures.map { figure in
                [
                    "\(figure.label) (\(figure.id))", FigureText.shortValue(of: figure),
                    FigureText.fraction(of: figure) ?? "", figure.id,
                ]
            }
        )
    }
}

extension Keeper {
    /// A rule for small counts by its name.
    func disclosure(_ rule: String) throws -> DisclosureRules {
        guard let rules = definitions.disclosure.first(where: { $0.id == rule }) else {
            throw IssuePublications.Refusal(words: "There is no rule for small counts of the name \(rule)")
        }
        return rules
    }

    /// The answer to a question as it may be published, held against everything published; with its rule in words.
    ///
    /// - Throws: `IssuePublications.Refusal` where the rule or the criteria are not defined.
    package func publicReport(
        _ question: ReportQuestion,
        by rule: String = DisclosureRules.usual,
        knownAt change: Int? = nil
    ) throws -> (report: PublicReport, rule: String) {
        let rules = try disclosure(rule)
        let report = try picture(knownAt: change).ground.publicReport(
            question,
            policy: rules.policy,
            earlier: try PublishAnswers(self).published(),
            write: FigureText.shortValue
        )
        guard let report else { throw IssuePublications.Refusal(words: "There are no criteria of that name") }
        return (report, rules.words)
    }
}

extension Issue {
    /// The rows of a CSV document, each without what it says of its making, with which it ends.
    static func figures(_ csv: [UInt8]) -> [[String]] {
        var reader = CSVReader(csv)
        var rows: [[String]] = []
        while case .row = reader.advance() {
            rows.append(reader.fields.dropLast(Imprint.columns.count).map(reader.text))
        }
        return rows
    }
}
