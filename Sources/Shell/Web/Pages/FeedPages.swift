import Actions
import Documents
import Identify
import Register
import Values

extension Pages {
    private static var deletionsShown: Int { 50 }

    /// The feeds: under what agreement each is held, how much is, and what needs attention.
    func feeds(_ request: PageRequest) throws -> PageAnswer {
        let statuses = try FeedStatus.all(keeper.register, keeper.definitions, on: keeper.today())
        let deletions = try keeper.register.feedDeletions(limit: Pages.deletionsShown)
        return page(Page("Partners' feeds", title: "Feeds", section: Address("feeds"), way: way())) { html in
            html.lead(
                "A feed is a partner's extract with the agreement it is held under. What the agreement does not permit is never read, and rows go when it ends."
            )
            html.table(
                DataTable(
                    caption: "Feeds and their agreements",
                    columns: [
                        "Feed", "Owner", .number("Rows held"), .date("Last extract"), .date("Agreement ends"),
                        "Needs attention",
                    ],
                    rows: statuses.map(row),
                    whenEmpty: "No feed is defined."
                )
            )
            html.note("Extracts come in by the command line: homeward feed receive FEED FILE. There is no upload here.")
            list(deletions, caption: "Rows deleted, the latest first", &html)
        }
    }

    private func row(_ status: FeedStatus) -> [CellContent] {
        [
            .link(status.title, Address("feeds", status.id)), .text(status.feed?.owner ?? "Not defined"),
            .text(NumberText.count(status.rows)),
            .text(status.holding.map { $0.latest.receivedOn.short } ?? "None"),
            .text(status.feed.map { $0.agreement.expiresOn.short } ?? "Not known"),
            .text(status.attention.isEmpty ? "Nothing" : status.attention.joined(separator: " ")),
        ]
    }

    /// One feed: its agreement, what may be stored, its extracts, and what was deleted.
    func feed(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        let statuses = try FeedStatus.all(keeper.register, keeper.definitions, on: keeper.today())
        guard let status = statuses.first(where: { $0.id == id }) else { return notFound() }
        let extracts = try keeper.register.feedExtracts(of: id)
        let deletions = try keeper.register.feedDeletions(of: id, limit: Pages.deletionsShown)
        let head = Page(
            status.title,
            section: Address("feeds"),
            way: way(Link("Feeds", Address("feeds")))
        )
        return page(head) { html in
            if status.feed?.isExample == true {
                html.inset("This is an example to copy from: nobody has signed its agreement.")
            }
            for words in status.attention { html.warning(words) }
            if let feed = status.feed { agreement(feed, status, &html) }
            list(extracts, &html)
            list(deletions, caption: "Rows deleted, the latest first", &html)
            html.paragraph { $0.link(Link("All feeds", Address("feeds"))) }
        }
    }

    private func agreement(_ feed: Feed, _ status: FeedStatus, _ html: inout HTML) {
        let agreement = feed.agreement
        let permitted = FeedField.allCases.filter(agreement.fields.contains)
        html.summaryList([
            SummaryRow("Owner", feed.owner),
            SummaryRow("Kind of source", feed.kind.label),
            SummaryRow("Agreement", agreement.reference),
            SummaryRow("Purpose", agreement.purpose),
            SummaryRow("Lawful basis", agreement.lawfulBasis),
            SummaryRow("Signed", agreement.signedOn.long),
            SummaryRow("Expires", agreement.expiresOn.long),
            SummaryRow(
                "Rows are kept",
                "\(NumberText.plural(agreement.retentionMonths, "month", "months")) after the extract they were last in"
            ),
            SummaryRow("Each extract holds", feed.extent == .full ? "Everything" : "What is new or has changed"),
            SummaryRow("May be stored", permitted.map(\.label).joined(separator: ", ")),
            SummaryRow("Rows held", NumberText.count(status.rows)),
        ])
    }

    private func list(_ extracts: [FeedExtract], _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Extracts received, the latest first",
                columns: [
                    "Extract", .date("Received"), "By", .number("Records"), .number("New"), .number("Changed"),
                    .number("The same"), .number("Gone"),
                ],
                rows: extracts.map { extract in
                    let tally = extract.tally
                    let counts = [extract.rows, tally.new, tally.changed, tally.same, tally.gone]
                    return [
                        .text("Extract \(extract.number)"), .text(extract.receivedOn.short), .text(extract.actor),
                    ] + counts.map { .text(NumberText.count($0)) }
                },
                whenEmpty: "No extract has been received yet."
            )
        )
    }

    private func list(_ deletions: [FeedDeletion], caption: String, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: caption,
                columns: [.date("Deleted"), "Feed", .number("Rows"), "Why", "By", "Proof"],
                rows: deletions.map { deletion in
                    let decided = NumberText.plural(deletion.decisions, "decision", "decisions")
                    let note =
                        (deletion.note.map { ": \($0)" } ?? "")
                        + (deletion.decisions == 0 ? "" : ", with \(decided) about pairs of records")
                    return [
                        .text(deletion.deletedOn.short), .text(deletion.feed), .text(NumberText.count(deletion.rows)),
                        .text(deletion.reason.label + note), .text(deletion.actor),
                        .text("digest \(deletion.digest.prefix(12))"),
                    ]
                },
                hasRowHeadings: false,
                whenEmpty: "Nothing has been deleted."
            )
        )
    }
}
