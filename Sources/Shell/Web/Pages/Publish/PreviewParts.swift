import Actions
import Documents
import Records
import Report
import Statistics
import Values

extension Pages {
    /// Below a preview of what may be published, for those who make publications: what is hidden and why, and the way to
    /// have it made for the same period.
    func publishing(
        _ protection: Protection,
        by schedules: [PublicationSchedule],
        _ period: Period,
        _ html: inout HTML
    ) {
        guard viewer.may(open: .issuePublications) else { return }
        html.heading("Publish it")
        html.paragraph(
            "What is made here waits for somebody else to approve it. Once it is issued, every later publication is held against it."
        )
        for schedule in schedules where schedule.isPublic {
            html.form(
                Form(
                    action: Address("publications"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Make it for publication: \(schedule.title)",
                    carried: [("schedule", schedule.id), ("from", period.from.iso), ("to", period.to.iso)]
                )
            )
        }
        if !schedules.contains(where: \.isPublic) { html.paragraph("No schedule of publication is of this.") }
        html.heading("What is hidden and why")
        html.paragraph("For whoever publishes it. This is never published.")
        account(protection, &html)
    }

    /// What was hidden and why, and what readers can work out: for who drafts, never published.
    func account(_ protection: Protection, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Hidden counts, and what a reader could take each to be",
                columns: ["Count", .number("Is"), "Why it is hidden", .number("Could be from"), .number("to")],
                rows: protection.account.entries.map { entry in
                    [
                        .text(PublishedFigure.words(of: entry.id)), .text(NumberText.count(entry.value)),
                        .text(entry.reason.words), .text(NumberText.count(entry.low)),
                        .text(NumberText.count(entry.high)),
                    ]
                },
                whenEmpty: "Nothing is hidden."
            )
        )
        html.table(
            DataTable(
                caption: "What readers can work out by taking one count from another",
                columns: ["Count", .number("Is")],
                rows: protection.implied.map {
                    [.text(PublishedFigure.words(of: $0.id)), .text(NumberText.count($0.value))]
                },
                whenEmpty: "Nothing follows from these counts and what was published before."
            )
        )
    }

    /// What has been issued of a kind, for those who may see nothing but what is published.
    ///
    /// They are given what publications keep and never a live answer: two of those, a day apart, could be differenced.
    func issued(
        _ title: String,
        _ lead: String,
        section: Address,
        of isOfKind: (PublicationSchedule) -> Bool
    ) throws -> PageAnswer {
        let schedules = Set(keeper.definitions.publications.filter(isOfKind).map(\.id))
        let all = try IssuePublications(keeper).publications()
            .filter { $0.isIssued && $0.isPublic && schedules.contains($0.schedule) }
        let current = all.filter { $0.correction(among: all) == nil }
        return page(Page(title, title: "\(title), as published", section: section, way: way())) { html in
            html.lead(lead)
            html.table(
                DataTable(
                    caption: "As published",
                    columns: ["Publication", "Period", .date("Issued")],
                    rows: current.map { publication in
                        [
                            .link(
                                "\(publication.title), \(publication.id.text)",
                                Address("publications", publication.id.text)
                            ),
                            .text(publication.period?.long ?? publication.to.long),
                            .text(publication.approvedOn?.short ?? ""),
                        ]
                    },
                    whenEmpty: "Nothing of this has been published yet."
                )
            )
        }
    }
}

extension Optional where Wrapped == ProtectedCount.Reason {
    fileprivate var words: String {
        switch self {
        case .primary?: "It is small, or leaves few"
        case .secondary?: "It would give another away"
        case nil: "It follows from others"
        }
    }
}
