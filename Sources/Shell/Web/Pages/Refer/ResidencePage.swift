import Actions
import Documents
import Records
import Refer
import Register
import Values

/// What is wrong with a form on a home's page, and what was typed in it.
struct ResidenceForms {
    var request = PageRequest()
    var errors: [FormError] = []

    func error(_ name: String) -> String? { errors.words(at: name) }
}

extension Pages {
    /// One home: a grid of its weeks, its next free place, how full it was, and the forms to book.
    func residence(_ request: PageRequest) throws -> PageAnswer {
        guard let work = try residenceWork(request) else { return notFound() }
        return try residencePage(work, request, ResidenceForms())
    }

    func residencePage(_ work: ResidenceWork, _ request: PageRequest, _ forms: ResidenceForms) throws -> PageAnswer {
        let view = work.view
        let home = view.home.record
        let from = request.asked("from").flatMap { Day(iso: $0) } ?? view.day
        let head = Page(
            home.name,
            caption: "Home \(home.id.text)",
            title: request.asked("from") == nil ? nil : "\(home.name), weeks from \(from.long)",
            section: Address("homes"),
            way: way(Link("Homes and beds", Address("homes"))),
            errors: forms.errors
        )
        let candidates = viewer.may(send: .bookStay) ? try work.candidates() : []
        return page(head, status: forms.errors.isEmpty ? 200 : 422) { html in
            html.summaryList([
                SummaryRow("Programme", keeper.definitions.programmeTitle(home.programme)),
                SummaryRow(
                    "Next free place",
                    view.nextFree.map { "\($0.day.long), in \($0.bed.name)" } ?? "None in five years"
                ),
                SummaryRow("Planned stay", "\(home.cycleNights) nights"),
                SummaryRow("Between two stays", NumberText.plural(home.turnaroundNights, "night", "nights")),
                SummaryRow("Cost a week", home.weeklyCost?.long),
            ])
            BedGrid(view, from: from, for: viewer.reader).write(&html)
            occupancy(view, &html)
            guard html.maySend(to: Address("homes", home.id.text, "stays")) else { return }
            html.heading("Book a stay")
            html.form(bookForm(view, candidates, forms))
            html.heading("Beds out of use")
            voids(view, &html)
            html.form(voidForm(view, forms))
        }
    }

    /// How full the home was in the quarters up to now: nights, two rates, and the cost of a night.
    private func occupancy(_ view: HomeView, _ html: inout HTML) {
        var rows: [[CellContent]] = []
        var start = Day(year: view.day.year, month: (view.day.month - 1) / 3 * 3 + 1, day: 1) ?? view.day
        for _ in 0..<4 where start.adding(months: 3) > view.home.record.openedOn {
            let end = min(start.adding(months: 3), view.day)
            if start < end, let period = Period(from: max(start, view.home.record.openedOn), to: end - 1) {
                let nights = view.calendar.occupancy(from: period.from, until: period.end)
                let cost = view.cost(over: period).flatMap { nights.costPerNight(of: $0) }
                rows.append([
                    .text(period.long), .text("\(nights.all)"), .text("\(nights.occupied)"),
                    .text("\(nights.turnaround)"),
                    .text("\(nights.void)"), .text(NumberText.percent(nights.ofAll) ?? ""),
                    .text(NumberText.percent(nights.ofUsable) ?? ""), .text(cost?.long ?? "Not known"),
                ])
            }
            start = start.adding(months: -3)
        }
        html.heading("How full it was")
        html.table(
            DataTable(
                caption: "Bed nights up to today",
                columns: [
                    "Period", .number("Nights"), .number("Occupied"), .number("Turnaround"), .number("Out of use"),
                    .number("Of all nights"), .number("Of usable nights"), .number("Cost of an occupied night"),
                ],
                rows: rows,
                whenEmpty: "No night has passed yet."
            )
        )
        html.note(
            "A night is counted from the day of arrival to the day before leaving. Usable nights leave out those out of use and kept for turnaround."
        )
    }

    private func voids(_ view: HomeView, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Out of use now or later",
                columns: ["Bed", .date("From"), .date("Until"), "Why", "In use again"],
                rows: view.voids.filter { $0.record.until.map { $0 > view.day } ?? true }.map { held in
                    [
                        .text(view.bed(held.record.bedID.text)?.record.name ?? ""), .text(held.record.from.short),
                        .text(held.record.until?.short ?? "Not known"), .text(held.record.reason.label),
                        .html(
                            HTML { html in
                                html.form(
                                    Form(
                                        action: Address(
                                            "homes",
                                            view.home.record.id.text,
                                            "voids",
                                            held.record.id.text
                                        ),
                                        method: .post(token: tokens.give()),
                                        fields: [],
                                        button: "End \(held.record.id.text) today"
                                    )
                                )
                            }
                        ),
                    ]
                },
                whenEmpty: "Every bed can be used."
            )
        )
    }

    private func bookForm(
        _ view: HomeView,
        _ candidates: [(referral: Referral, child: Person)],
        _ forms: ResidenceForms
    ) -> Form {
        let typed = forms.request.form
        let next = view.nextFree
        let bed = typed["bed"] ?? next?.bed.id ?? ""
        return Form(
            action: Address("homes", view.home.record.id.text, "stays"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "referral",
                    label: "Child",
                    hint: "Of referrals accepted into the programme, or waiting for it.",
                    error: forms.error("referral"),
                    input: .select(
                        [Choice("", "Select a child")]
                            + candidates.map { item in
                                Choice(
                                    item.referral.id.text,
                                    "\(item.child.fullName), \(item.referral.id.text), \(item.referral.decision.label.lowercased())",
                                    isChosen: typed["referral"] == item.referral.id.text
                                )
                            }
                    )
                ),
                FormField(
                    "bed",
                    label: "Bed",
                    error: forms.error("bed"),
                    input: .select(
                        view.beds.map { Choice($0.record.id.text, $0.record.name, isChosen: $0.record.id.text == bed) }
                    )
                ),
                FormField(
                    "arrives",
                    label: "Day of arrival",
                    hint: "The planned day of leaving is \(view.home.record.cycleNights) nights later.",
                    error: forms.error("arrives"),
                    input: .date(typed["arrives-day"] == nil ? DateInput(next?.day) : DateInput(typed, "arrives"))
                ),
            ],
            button: "Book the stay"
        )
    }

    private func voidForm(_ view: HomeView, _ forms: ResidenceForms) -> Form {
        let typed = forms.request.form
        return Form(
            action: Address("homes", view.home.record.id.text, "voids"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "void-bed",
                    label: "Bed",
                    error: forms.error("void-bed"),
                    input: .select(
                        view.beds.map {
                            Choice($0.record.id.text, $0.record.name, isChosen: typed["void-bed"] == $0.record.id.text)
                        }
                    )
                ),
                FormField(
                    "void-from",
                    label: "First night out of use",
                    error: forms.error("void-from"),
                    input: .date(DateInput(typed, "void-from"))
                ),
                FormField(
                    "void-until",
                    label: "First night in use again (optional)",
                    error: forms.error("void-until"),
                    input: .date(DateInput(typed, "void-until"))
                ),
                FormField(
                    "void-reason",
                    label: "Why",
                    error: forms.error("void-reason"),
                    input: .radios(
                        VoidReason.allCases.map {
                            Choice($0.rawValue, $0.label, isChosen: typed["void-reason"] == $0.rawValue)
                        }
                    )
                ),
            ],
            button: "Take the bed out of use"
        )
    }
}

extension DateInput {
    /// The boxes of a day; empty without one.
    init(_ day: Day?) {
        self.init(
            day: day.map { "\($0.dayOfMonth)" } ?? "",
            month: day.map { "\($0.month)" } ?? "",
            year: day.map { "\($0.year)" } ?? ""
        )
    }
}
