import Access
import Actions
import Definitions
import Documents
import Records
import Register
import Report
import Values

/// A part of a report that people write, and where its page stands.
struct WrittenPart {
    let id: String
    let title: String
    let hint: String?
    /// The report's title.
    let report: String
    let place: ReportPlace
    /// Its own page, to which its form is sent.
    let action: Address
    /// The report.
    let back: Address
    let section: Address
}

extension Pages {
    /// What people wrote in a report, part by part, with a way to write each.
    func story(
        _ parts: [(id: String, title: String)],
        _ story: ReportStory,
        _ base: Address,
        _ html: inout HTML
    ) {
        let names = try? ActorNames(keeper.register)
        for part in parts {
            html.heading(part.title, id: "part-\(part.id)")
            written(story.narratives[part.id]?.record, names, &html)
            guard !story.isClosed else { continue }
            html.links([Link("Write: \(part.title.lowercasedFirst)", base.below("parts", part.id))])
        }
    }

    /// One part as it stands.
    func written(_ narrative: ReportNarrative?, _ names: ActorNames?, _ html: inout HTML) {
        guard let narrative else { return html.paragraph("Not written yet.") }
        html.lines(narrative.words)
        html.note("Written by \(names?[narrative.writtenBy] ?? narrative.writtenBy), \(narrative.writtenOn.long).")
    }

    /// A part's page: a form, what stands now, and every version.
    func partPage(
        _ part: WrittenPart,
        _ story: ReportStory,
        _ form: TypedForm,
        hasMoved: Bool = false
    ) throws -> PageAnswer {
        let versions = try WriteReports(keeper).versions(part.place, part: part.id)
        let names = try ActorNames(keeper.register)
        let head = Page(
            part.title,
            caption: "\(part.report), \(part.place.period.long)",
            title: "Write: \(part.title), \(part.report), \(part.place.period.long)",
            section: part.section,
            way: way(Link(part.report, part.back)),
            errors: form.errors
        )
        let version = story.narratives[part.id]?.version
        return page(head, status: form.isSound ? 200 : 422) { html in
            if story.isClosed {
                html.paragraph("This report is handed in. It must be given back before anything in it is changed.")
            } else {
                standing([SummaryRow(part.title, story.words(part.id) ?? "Nothing")], hasMoved, &html)
                html.form(
                    formOf(
                        part.action,
                        [form.lines("words", part.title, hint: part.hint ?? "Name nobody.", rows: 8)],
                        "Save",
                        carried: [("version", version.map { "\($0)" } ?? "")]
                    )
                )
            }
            html.table(
                DataTable(
                    caption: "Versions",
                    columns: [.date("Written"), "By", "Words"],
                    rows: versions.reversed().map { version in
                        [
                            .text(version.narrative.writtenOn.short), .text(names[version.narrative.writtenBy]),
                            .text(version.narrative.words),
                        ]
                    },
                    whenEmpty: "Nothing was written yet."
                )
            )
        }
    }

    /// Saves a part, over the version its form was made from.
    func write(_ part: WrittenPart, _ story: ReportStory, _ request: PageRequest) throws -> PageAnswer {
        var form = TypedForm(request)
        let words = form.text("words", part.title, orSay: "Write something", most: 8000)
        let version = Int64(form["version"])
        if mayAct(on: &form, request) {
            do {
                let isSaved = try saving(&form) {
                    try WriteReports(keeper).write(words, part: part.id, in: part.place, version: version)
                }
                if isSaved { return .onward(to: part.back.with("saved", "yes")) }
            } catch let refusal as WriteReports.Refusal {
                form.refuse(refusal.words)
            }
        }
        let now = try WriteReports(keeper).story(part.place)
        return try partPage(part, now, form, hasMoved: now.narratives[part.id]?.version != version)
    }

    /// The actions agreed on a report, and a form for one more.
    func agreed(
        _ story: ReportStory,
        _ base: Address,
        _ form: TypedForm,
        mayAdd: Bool = true,
        _ html: inout HTML
    ) {
        html.table(
            DataTable(
                caption: "Actions",
                columns: ["What is to be done", "Owner", .date("By"), "Done"],
                rows: story.actions.map { held in
                    let action = held.record
                    let done: CellContent =
                        action.doneOn.map { .text($0.short) }
                        ?? .html(
                            rowForm(
                                Address("report-actions", action.id.text),
                                "Done",
                                hidden: action.what,
                                carried: []
                            )
                        )
                    return [.text(action.what), .text(action.owner), .text(action.dueOn.short), done]
                },
                whenEmpty: "No action was agreed."
            )
        )
        guard mayAdd, !story.isClosed, viewer.may(send: .addReportCardAction) else { return }
        html.details("Add an action", isOpen: !form.isSound) { html in
            html.form(
                formOf(
                    base.below("actions"),
                    [
                        form.line("what", "What is to be done"), form.line("owner", "Who answers for it"),
                        form.date("due", "By when"),
                    ],
                    "Add the action"
                )
            )
        }
    }

    /// Reads an action from its form and notes it; whether it was.
    func agree(_ form: inout TypedForm, in place: ReportPlace, _ request: PageRequest) throws -> Bool {
        let what = form.text("what", "What is to be done", orSay: "Enter what is to be done", most: 500)
        let owner = form.text("owner", "Who answers for it", orSay: "Enter who answers for it")
        let due = form.day("due", "By when")
        guard mayAct(on: &form, request), let due else { return false }
        do {
            try WriteReports(keeper).agree(what, owner: owner, dueOn: due, in: place)
            return true
        } catch let refusal as WriteReports.Refusal {
            form.refuse(refusal.words)
            return false
        }
    }

    /// Notes that an action is done; a second click finds it done.
    func finishAction(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try keeper.register.held(ReportAction.self, key: request.parameters["id"] ?? "") else {
            return notFound()
        }
        let scope = try ServiceScope(viewer.permissions, to: .writeReports, keeper.register)
        guard scope.covers(held.record.organisationID) || held.record.organisationID == nil else { return notFound() }
        if tokens.spend(request) {
            do { try WriteReports(keeper).finish(held) } catch RegisterError.movedOn {}
        }
        let place = ReportPlaceAddress(held.record, keeper.definitions)
        return .onward(to: place.address.with("saved", "yes"))
    }

    /// The ways to take a report away.
    func takeAway(_ address: Address, _ html: inout HTML) {
        html.heading("Take it away")
        html.links(downloads(address))
    }
}

/// The page of the report that an action was agreed on.
private struct ReportPlaceAddress {
    let address: Address

    init(_ action: ReportAction, _ definitions: DefinitionsInForce) {
        let provider = action.organisationID?.text
        if definitions.serviceReviews.contains(where: { $0.id == action.report }), let provider {
            let review = definitions.serviceReviews.first { $0.id == action.report }
            let end = review.map { $0.cadence.end(from: action.from) } ?? action.from
            address = Address("service-reviews", action.report, provider).with("as-at", end.iso)
        } else {
            let card = definitions.reportCards.first { $0.id == action.report }
            let end = card.map { $0.cadence.end(from: action.from) } ?? action.from
            address = Address("report-cards", action.report).with("as-at", end.iso)
                .with("in-provider", provider)
        }
    }
}
