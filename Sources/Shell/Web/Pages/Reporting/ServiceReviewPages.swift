import Access
import Actions
import Documents
import Records
import Register
import Report
import Statistics
import Values

extension Pages {
    /// Every provider's review of the last periods, and where each stands.
    func serviceReviews(_ request: PageRequest) throws -> PageAnswer {
        let scope = try ServiceScope(viewer.permissions, to: .readServiceRecords, keeper.register)
        let providers = try keeper.providersWithCases().filter { scope.covers($0.id) }
        let signOffs = try keeper.register.held(ReviewSignOff.self).map(\.record)
        return page(Page("Service reviews", section: Address("service-reviews"), way: way())) { html in
            html.lead("What each provider tells of its service every quarter: figures from the register, and words.")
            for review in keeper.definitions.serviceReviews {
                let periods = (try? review.cadence.periods(4, endedBy: keeper.today())) ?? []
                html.table(
                    DataTable(
                        caption: review.title,
                        columns: ["Provider", "Period", "Standing"],
                        rows: providers.flatMap { provider in
                            periods.reversed().map { period in
                                let place = Address("service-reviews", review.id, provider.id.text)
                                    .with("as-at", period.to.iso)
                                let signOff = signOffs.first {
                                    $0.report == review.id && $0.organisationID == provider.id && $0.from == period.from
                                }
                                let standing =
                                    signOff.map { $0.signedOn == nil ? "Waits to be signed off" : "Signed off" }
                                    ?? "Being written"
                                return [
                                    .html(readersHTML { $0.link(Link(provider.name, place), hidden: period.long) }),
                                    .text(period.long), .text(standing),
                                ]
                            }
                        },
                        whenEmpty: "There is no provider whose reviews you may read."
                    )
                )
            }
        }
    }

    /// One review: its items in order, each with what the register fills in and what people wrote.
    func serviceReview(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedReview(request, keeper, viewer, to: .readServiceRecords) else { return notFound() }
        return try review(asked, request)
    }

    private func review(
        _ asked: AskedReview,
        _ request: PageRequest,
        action: TypedForm? = nil,
        refused: String? = nil
    ) throws -> PageAnswer {
        let document = asked.document
        let imprint = try keeper.imprint(document.link, knownAt: document.knownAt)
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            return try download(
                document.document(format, imprint: imprint),
                format,
                named: "\(document.review.id)-\(document.provider.id.text)"
            )
        }
        let errors = (action?.errors ?? []) + [refused].compactMap(\.self).map { FormError($0) }
        let head = Page(
            document.provider.name,
            caption: "\(document.review.title), \(document.period.long)",
            title: "\(document.title), \(document.period.long)",
            section: Address("service-reviews"),
            way: way(Link("Service reviews", Address("service-reviews"))),
            banner: request.asked("saved").map { _ in NotificationBanner(.success, "Saved") },
            errors: errors,
            imprint: imprint.page(time: .during(document.period), knownAt: document.knownAt)
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.paragraph(document.standing)
            let names = try? ActorNames(keeper.register)
            for (index, item) in document.review.items.enumerated() {
                html.heading("\(index + 1). \(item.title)", id: "item-\(item.id)")
                for filling in item.filled { fill(filling, document, asked, action ?? TypedForm(), &html) }
                guard item.isWritten else { continue }
                written(document.story.narratives[item.id]?.record, names, &html)
                guard !document.story.isClosed else { continue }
                let page = asked.address("parts").with("part", item.id)
                html.links([Link("Write: \(item.title.lowercasedFirst)", page)])
            }
            signing(document, asked, &html)
            takeAway(asked.address(), &html)
        }
    }

    private func fill(
        _ filling: ServiceReview.Filling,
        _ document: ReviewDocument,
        _ asked: AskedReview,
        _ action: TypedForm,
        _ html: inout HTML
    ) {
        if filling == .actions {
            agreed(document.story, asked.address(), action, mayAdd: viewer.may(send: .addReviewAction), &html)
            return
        }
        for table in document.tables(filling) {
            html.table(
                DataTable(
                    caption: table.title,
                    columns: table.columns.map { TableColumn($0) },
                    rows: table.rows.map { $0.map { .text($0) } },
                    hasRowHeadings: filling != .monitoring
                )
            )
        }
        if filling == .monitoring { monitoringCharts(document, &html) }
    }

    /// The agreed data as charts: the first measure of each question, over its periods.
    private func monitoringCharts(_ document: ReviewDocument, _ html: inout HTML) {
        let texts = Scorecard.Box.allCases.compactMap { document.monitoring.measures($0).first }
        for text in texts {
            html.chart(
                Chart(
                    "monitoring-\(text.history.measure.id)",
                    ChartWords(
                        headline: "\(text.history.measure.title): \(text.trendWords.lowercasedFirst)",
                        subtitle:
                            "\(text.history.measure.title), the last \(text.history.places.count) periods, \(document.provider.name)",
                        summary: text.sentences.joined(separator: " "),
                        source: "The register, as known at change \(NumberText.count(document.knownAt))."
                    ),
                    text.chart
                ),
                level: .three
            )
        }
    }

    /// Handing in, signing off and giving back.
    private func signing(_ document: ReviewDocument, _ asked: AskedReview, _ html: inout HTML) {
        html.heading("Handing in and signing off", id: "signing")
        html.paragraph(document.standing)
        guard let signOff = document.story.signOff?.record else {
            html.form(formOf(asked.address("submission"), [], "Hand in for signing off"))
            return
        }
        guard signOff.signedOn == nil else { return }
        html.form(formOf(asked.address("signature"), [], "Sign off"))
        html.form(formOf(asked.address("return"), [], "Give back to be written on"))
    }

    /// An item of a review: what stands in it, a form to write it, and its versions.
    func reviewPart(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedReview(request, keeper, viewer, to: .writeReports),
            let part = asked.part(request.query["part"])
        else { return notFound() }
        let words = asked.document.story.words(part.id) ?? ""
        return try partPage(part, asked.document.story, TypedForm(["words": words]))
    }

    func writeReviewPart(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedReview(request, keeper, viewer, to: .writeReports),
            let part = asked.part(request.query["part"])
        else { return notFound() }
        return try write(part, asked.document.story, request)
    }

    func addReviewAction(_ request: PageRequest) throws -> PageAnswer {
        guard let asked = try AskedReview(request, keeper, viewer, to: .writeReports) else { return notFound() }
        var form = TypedForm(request)
        if try agree(&form, in: asked.document.place, request) {
            return .onward(to: asked.address().with("saved", "yes"))
        }
        return try review(asked, request, action: form)
    }

    func submitReview(_ request: PageRequest) throws -> PageAnswer {
        try step(request, .writeReports) { reports, document in
            let parts = document.review.items.filter(\.isWritten).map { ($0.id, $0.title) }
            try reports.submit(document.place, needing: parts)
        }
    }

    func signReview(_ request: PageRequest) throws -> PageAnswer {
        try step(request, .signReports) { try $0.sign($1.place) }
    }

    func returnReview(_ request: PageRequest) throws -> PageAnswer {
        try step(request, .signReports) { try $0.giveBack($1.place) }
    }

    /// A step of a review; a second click, or somebody else's, is told as it stands then.
    private func step(
        _ request: PageRequest,
        _ action: Action,
        _ act: (WriteReports, ReviewDocument) throws -> Void
    ) throws -> PageAnswer {
        guard let asked = try AskedReview(request, keeper, viewer, to: action) else { return notFound() }
        guard tokens.spend(request) else { return try review(asked, request, refused: FormTokens.refusal) }
        do {
            try act(WriteReports(keeper), asked.document)
        } catch let refusal as WriteReports.Refusal {
            return try review(asked, request, refused: refusal.words)
        } catch RegisterError.movedOn {
            return try review(asked, request, refused: "Somebody else was faster. Open the review again")
        }
        return .onward(to: asked.address().with("saved", "yes"))
    }
}

/// The review, its provider and its period in an address.
struct AskedReview {
    let document: ReviewDocument
    let day: Day

    /// Nil where there is no such review, or not of a provider that the viewer may do this to.
    init?(_ request: PageRequest, _ keeper: Keeper, _ viewer: Viewer, to action: Action) throws {
        let scope = try ServiceScope(viewer.permissions, to: action, keeper.register)
        let provider = request.parameters["id"] ?? ""
        guard scope.covers(Identifier(provider)) else { return nil }
        day = try request.query["as-at"].flatMap { Day(iso: $0) } ?? keeper.today()
        let known = try request.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        guard
            let document = try keeper.serviceReview(
                request.parameters["name"] ?? "",
                of: provider,
                asAt: day,
                knownAt: known
            )
        else { return nil }
        self.document = document
    }

    func address(_ parts: String...) -> Address {
        Address(parts: ["service-reviews", document.review.id, document.provider.id.text] + parts)
            .with("as-at", day.iso)
    }

    /// An item that people write.
    func part(_ id: String?) -> WrittenPart? {
        guard let item = document.review.items.first(where: { $0.id == id && $0.isWritten }) else { return nil }
        return WrittenPart(
            id: item.id,
            title: item.title,
            hint: item.hint,
            report: document.title,
            place: document.place,
            action: address("parts").with("part", item.id),
            back: address(),
            section: Address("service-reviews")
        )
    }
}
