import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Families that wait for a place, by programme: the first of each, or page by page those of one.
    func waiting(_ request: PageRequest) throws -> PageAnswer {
        let day = try keeper.today()
        let shown = ListPage(asked: request.asked("page"), size: WaitingList.pageSize)
        let asked = request.query["programme"]
        let list = try WaitingList(keeper, asAt: day, asked.map { .page(shown, of: $0) } ?? .first)
        let closed = try closedFamilies()
        let count = list.queues.reduce(0) { $0 + $1.count }
        let queues = list.queues.filter { asked == nil || $0.programme == asked }
        if let asked, queues.isEmpty, keeper.definitions.programme(asked) == nil { return notFound() }
        let read = queues.reduce(0) { $0 + $1.entries.count }
        try keeper.logRead("waiting list, \(read) referrals", table: "referrals", key: "")
        let title = asked.map { shown.titled("Waiting for \(waitedFor($0))") }
        let place = asked == nil ? way() : way(Link("Waiting list", Address("waiting")))
        return page(Page("Waiting list", title: title, section: Address("waiting"), way: place)) { html in
            html.lead("\(NumberText.plural(count, "family waits", "families wait")) for a place.")
            for queue in queues {
                html.heading(waitedFor(queue.programme))
                html.paragraph(
                    "\(NumberText.plural(queue.placesLately, "place", "places")) came in the last \(WaitingList.weeks) weeks."
                )
                html.table(table(queue, waitedFor(queue.programme), day, closed))
                pages(of: queue, asked == nil ? nil : shown, &html)
            }
            html.heading("How the wait is worked out")
            html.paragraph(
                "From the places that came in the last \(WaitingList.weeks) weeks, taken to come at a steady average rate. Half of those at a place wait no longer than the middle figure; eight in ten wait within the two others. People who leave the list ahead make it shorter."
            )
            rules(list.rules, &html)
        }
    }

    private func waitedFor(_ programme: String) -> String {
        programme.isEmpty ? "No programme" : keeper.definitions.programmeTitle(programme)
    }

    /// The way to the others of a programme's queue, where they are not all shown.
    private func pages(of queue: WaitingList.Queue, _ shown: ListPage?, _ html: inout HTML) {
        let address = Address("waiting").with("programme", queue.programme)
        if let shown {
            // A restricted family keeps its place in the count, and is not shown to others.
            html.pagination(Pagination(shown, queue.entries.count, of: queue.count, "place", at: address))
        } else if queue.count > queue.entries.count {
            html.links([
                Link("All \(NumberText.count(queue.count)) who wait for \(waitedFor(queue.programme))", address)
            ])
        }
    }

    private func table(
        _ queue: WaitingList.Queue,
        _ title: String,
        _ day: Day,
        _ closed: ClosedFamilies
    ) -> DataTable {
        DataTable(
            caption: "Waiting for \(title), the next to be offered a place first",
            columns: [
                .number("Place"), "Referral", "Child", .date("Since"), "Priority", "Expected wait", "Meanwhile",
                "Offers", "Answers for it",
            ],
            // A restricted family keeps its place, and is not shown to others.
            rows: queue.entries.filter { !closed.contains($0.referral.familyID.text) }.map { row($0, day) },
            hasRowHeadings: false
        )
    }

    private func row(_ entry: WaitingList.Entry, _ day: Day) -> [CellContent] {
        let meanwhile = entry.meanwhile.compactMap(\.what).joined(separator: "; ")
        let offer = entry.offers.last.map { "\($0.startsOn.short): \($0.answer.label.lowercased())" }
        return [
            .text("\(entry.place)"),
            .link(entry.referral.id.text, Address("gateway", entry.referral.id.text)),
            .text(GatewayWords.child(entry.child, entry.family, on: day)),
            .text(entry.since.short),
            .text("\(entry.priority.band). \(entry.priority.explanation)"),
            .text(entry.wait?.words ?? "Not known: no place came lately"),
            .text(meanwhile.isEmpty ? "Nothing yet" : meanwhile),
            .text(offer ?? "None"),
            .text(entry.ownerName),
        ]
    }

    /// Where a family that waits stands, with the forms to offer a place and support.
    func waiting(
        _ entry: WaitingList.Entry,
        _ held: Held<Referral>,
        _ forms: ReferralForms,
        _ choices: DecisionForm.Choices,
        _ html: inout HTML
    ) {
        let id = held.record.id.text
        html.heading("Waiting")
        html.summaryList([
            SummaryRow("Place on the list", "\(entry.place)"),
            SummaryRow("Why", entry.priority.explanation),
            SummaryRow("Expected wait", entry.wait?.words ?? "Not known: no place came lately"),
        ])
        if let offer = entry.offers.first(where: { $0.answer == .waiting }) {
            html.heading("Offer from \(offer.startsOn.long)", .three)
            html.form(
                Form(
                    action: Address("gateway", id, "offers", offer.id.text),
                    method: .post(token: tokens.give()),
                    fields: [
                        FormField(
                            "answer",
                            label: "What the family answered",
                            error: forms.error("answer"),
                            input: .radios(
                                OfferAnswer.allCases.filter { $0 != .waiting }.map { Choice($0.rawValue, $0.label) }
                            )
                        )
                    ],
                    button: "Record the answer"
                )
            )
        }
        html.heading("Offer a place", .three)
        html.form(offerForm(id, forms, choices))
        html.heading("Support meanwhile", .three)
        html.form(supportForm(id, forms))
    }

    private func offerForm(_ id: String, _ forms: ReferralForms, _ choices: DecisionForm.Choices) -> Form {
        let typed = forms.request.form
        return Form(
            action: Address("gateway", id, "offers"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "offer-place",
                    label: "Who offers it",
                    error: forms.error("offer-place"),
                    input: .select(
                        [Choice("", "Select a provider or a team")]
                            + choices.places.map { Choice($0.id, $0.words, isChosen: typed["offer-place"] == $0.id) }
                    )
                ),
                FormField(
                    "offer-from",
                    label: "First day of the place",
                    hint: "For example, 27 3 2027.",
                    error: forms.error("offer-from"),
                    input: .date(DateInput(typed, "offer-from"))
                ),
            ],
            button: "Offer the place"
        )
    }

    private func supportForm(_ id: String, _ forms: ReferralForms) -> Form {
        let typed = forms.request.form
        return Form(
            action: Address("gateway", id, "support"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "support",
                    label: "What the family is offered while it waits, and by whom",
                    error: forms.error("support"),
                    input: .lines(value: typed["support"] ?? "", rows: 2)
                )
            ],
            button: "Record the support"
        )
    }
}

extension DateInput {
    /// The three boxes of a date as they were sent.
    init(_ typed: [String: String], _ name: String) {
        self.init(
            day: typed["\(name)-day"] ?? "",
            month: typed["\(name)-month"] ?? "",
            year: typed["\(name)-year"] ?? ""
        )
    }

    /// The day that was typed; nil where it is none.
    var typedDay: Day? {
        let parts = [year, month, day].map { Int($0.filter { !$0.isWhitespace }) }
        guard let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
