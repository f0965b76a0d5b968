import Actions
import Documents
import Register
import Report
import Values

extension Pages {
    private static var changesShown: Int { 100 }

    /// Every change of the register, the latest first.
    func changes(_ request: PageRequest) throws -> PageAnswer {
        let before = request.asked("before").flatMap(Int.init)
        let list = try keeper.register.changes(before: before, limit: Pages.changesShown + 1)
        let shown = list.prefix(Pages.changesShown)
        let title = before.map { "Changes before number \($0)" }
        let names = try ActorNames(keeper.register)
        return page(Page("Changes", title: title, section: Address("changes"), way: way())) { html in
            html.lead("Nothing is overwritten: every answer can be had again as it was known at any change.")
            html.table(
                DataTable(
                    caption: "Changes, the latest first",
                    columns: ["Change", "When", "By", "What", .number("Written"), .number("Ended"), "As known then"],
                    rows: shown.map { change in
                        [
                            .text("\(change.number)"), .text(change.at.words), .text(names[change.actor]),
                            .text(change.summary),
                            .text(NumberText.count(change.written)), .text(NumberText.count(change.ended)),
                            .link(
                                "Key information at change \(change.number)",
                                Address("reports", "key-information").with("known-at", "\(change.number)")
                            ),
                        ]
                    },
                    whenEmpty: "Nothing has been recorded yet."
                )
            )
            if list.count > shown.count, let last = shown.last {
                html.links([Link("Earlier changes", Address("changes").with("before", "\(last.number)"))])
            }
        }
    }

    /// What moved in a report between an earlier change and the one it is known at.
    func comparison(_ request: PageRequest) throws -> PageAnswer {
        let name = request.parameters["name"] ?? ""
        guard let asked = try AskedQuestion(name, request, keeper) else { return notFound() }
        guard asked.errors.isEmpty else { return try report(request) }
        guard try isKnown(asked) else { return unanswered() }
        let later = try asked.knownAt ?? keeper.register.latestChange()
        let since = request.asked("since")
        let earlier = since.flatMap { try? keeper.register.resolveKnownAt($0) }
        var errors: [FormError] = []
        if since != nil, earlier == nil {
            errors.append(
                FormError(
                    "The earlier change must be a change number, a date or a time that the register has",
                    at: "field-since"
                )
            )
        }
        let first = earlier ?? max(0, later - 1)
        let span = asked.knownAt == nil ? "since change \(first)" : "between changes \(first) and \(later)"
        let head = Page(
            "What moved: \(asked.words)",
            caption: asked.question.time.words,
            title: "What moved in \(asked.words), \(asked.question.time.words), \(span)",
            section: Address("changes"),
            way: way(Link("Changes", Address("changes")), Link(asked.title, asked.address)),
            errors: errors
        )
        let comparison = try keeper.compare(asked.question, from: first, to: later)
        let closed = try closedFamilies()
        let picture = try keeper.picture(knownAt: later)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            sinceForm(asked, since ?? "\(first)", errors, &html)
            guard let comparison, errors.isEmpty else { return }
            moves(comparison, asked, &html) { closed.contains(picture.family(of: $0.record)) }
            differences(comparison, &html)
        }
    }

    private func sinceForm(_ asked: AskedQuestion, _ since: String, _ errors: [FormError], _ html: inout HTML) {
        let field = FormField(
            "since",
            label: "Since the earlier change",
            hint: "A change number, a date such as 2026-03-31, or a time.",
            error: errors.first { $0.inputID == "field-since" }?.words,
            input: .text(TextInput(since, width: .characters20))
        )
        let form = Form(
            action: Address("changes", asked.question.name),
            method: .get,
            fields: [field],
            button: "Compare",
            carried: asked.items
        )
        html.form(form)
    }

    private func moves(
        _ comparison: AnswerComparison,
        _ asked: AskedQuestion,
        _ html: inout HTML,
        isHidden: (AnswerComparison.MemberMove) -> Bool
    ) {
        html.table(
            DataTable(
                caption: "Figures that moved between change \(comparison.earlier) and change \(comparison.later)",
                columns: ["Figure", .number("Before"), .number("After"), .number("Records that moved it")],
                rows: comparison.moves.map { move in
                    let figure = move.after ?? move.before
                    return [
                        .link(figure?.label ?? "", asked.opens(figure?.id ?? "")),
                        .text(move.before.map(FigureText.value) ?? "Not there"),
                        .text(move.after.map(FigureText.value) ?? "Not there"),
                        .text(NumberText.count(move.members.count)),
                    ]
                },
                whenEmpty: "No figure moved."
            )
        )
        for move in comparison.moves where !move.members.isEmpty {
            html.details("\(move.after?.label ?? move.before?.label ?? ""): the records") { html in
                html.bullets(move.members.filter { !isHidden($0) }.prefix(50).map(words))
            }
        }
    }

    private func words(_ member: AnswerComparison.MemberMove) -> String {
        let from = member.before.map { "\($0.standing.rawValue), \($0.because)" } ?? "not among them"
        let to = member.after.map { "\($0.standing.rawValue), \($0.because)" } ?? "not among them"
        return "\(member.record.table) \(member.record.key): \(from); now \(to)"
    }

    private func differences(_ comparison: AnswerComparison, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "Records that differ",
                columns: ["Table", "What happened", .number("Records")],
                rows: Dictionary(grouping: comparison.records) { "\($0.table)\u{1F}\($0.what)" }
                    .sorted { $0.key < $1.key }
                    .map { _, members in
                        [
                            .text(members[0].table.replacing("_", with: " ")), .text(members[0].what),
                            .text(NumberText.count(members.count)),
                        ]
                    },
                whenEmpty: "No record differs."
            )
        )
    }
}

extension RecordDifference {
    fileprivate var what: String {
        before == nil ? "New" : after == nil ? "Ended" : "Revised"
    }
}

extension AskedQuestion {
    /// `key information, MST`, within a sentence.
    fileprivate var words: String {
        [question.title.lowercased(), part].compactMap(\.self).joined(separator: ", ")
    }

    /// The question as hidden values of a form.
    var items: [(name: String, value: String)] {
        var items: [(name: String, value: String)] =
            switch question {
            case .keyInformation(let day, let programme): [("as-at", day.iso), ("programme", programme ?? "")]
            case .performance(let period), .familySupport(let period):
                [("from", period.from.iso), ("to", period.to.iso)]
            case .intelligence(let day, let criteria): [("as-at", day.iso), ("criteria", criteria)]
            }
        if let knownAt { items.append(("known-at", "\(knownAt)")) }
        return items
    }
}
