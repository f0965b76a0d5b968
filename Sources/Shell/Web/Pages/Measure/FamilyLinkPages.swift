import Actions
import Assess
import Documents
import Records
import Register
import Values

extension Pages {
    /// The links of a case, and the form that makes one.
    func familyLinks(_ measures: CaseMeasures, _ links: [FamilyLink], _ today: Day, _ html: inout HTML) {
        let item = measures.item.id.text
        html.table(
            DataTable(
                caption: "Links given out",
                columns: [.date("Made"), "For", "State"],
                rows: links.map { link in
                    [.text(link.madeOn.short), .text(purpose(link)), .text(state(of: link, on: today))]
                },
                hasRowHeadings: false,
                whenEmpty: "None has been made."
            )
        )
        html.form(
            Form(
                action: Address("cases", item, "links"),
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "for",
                        label: "Make a private link for the family",
                        hint: "It needs no account, works for \(FamilyLinks.days) days and can be answered once.",
                        input: .select(linkChoices(measures))
                    )
                ],
                button: "Make the link"
            )
        )
        for link in links where link.works(on: today) {
            html.form(
                Form(
                    action: Address("cases", item, "links", "withdrawal"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Withdraw the link made on \(link.madeOn.short) for \(purpose(link).lowercased())",
                    carried: [("link", link.id.text)]
                )
            )
        }
    }

    private func purpose(_ link: FamilyLink) -> String {
        guard let instrument = link.instrument else { return "Seeing their progress" }
        let occasion = link.occasion.flatMap(Occasion.init).map { ", \($0.label.lowercased())" } ?? ""
        return keeper.definitions.instrumentTitle(instrument) + occasion
    }

    private func state(of link: FamilyLink, on day: Day) -> String {
        if let answered = link.answeredOn { return "Answered \(answered.short)" }
        if let withdrawn = link.withdrawnOn { return "Withdrawn \(withdrawn.short)" }
        return link.works(on: day) ? "Works until \(link.expiresOn.short)" : "Ended \(link.expiresOn.short)"
    }

    private func linkChoices(_ measures: CaseMeasures) -> [Choice] {
        let answers = measures.instruments.instruments
            .filter { $0.isForFamilies && $0.use.isFor(programme: measures.item.programme) }
            .flatMap { instrument in
                measures.occasions(for: instrument).map {
                    Choice("\(instrument.id) \($0.text)", "\(instrument.title), \($0.label.lowercased())")
                }
            }
        return [Choice("progress", "Seeing their progress")] + answers
    }

    /// Makes a link and shows it, once.
    func makeFamilyLink(_ request: PageRequest) throws -> PageAnswer {
        guard let measures = try CaseMeasures(request.parameters["id"] ?? "", keeper) else { return notFound() }
        let back = Address("cases", measures.item.id.text, "measures")
        let chosen = request.form["for"] ?? ""
        guard linkChoices(measures).contains(where: { $0.value == chosen }), tokens.spend(request) else {
            return .onward(to: back)
        }
        let parts = chosen.split(separator: " ").map(String.init)
        let secret = try FamilyLinks(keeper).make(
            measures.item.id,
            instrument: parts.count == 2 ? parts[0] : nil,
            occasion: parts.count == 2 ? Occasion(parts[1]) : nil
        )
        let address = Address("private", secret)
        let until = try keeper.today() + FamilyLinks.days
        let head = Page("The link is made", caption: "Case \(measures.item.id.text)", way: .back(back))
        return page(head) { html in
            html.paragraph("Copy it now and give it to the family. It is not kept and cannot be shown again.")
            html.inset { $0.link(Link(request.origin + address.text, address)) }
            html.bullets([
                "Whoever has the link can use it: give it to nobody but the family.",
                "It holds no name and no reference.",
                "It works until \(until.long).",
            ])
        }
    }

    /// Withdraws a link.
    func withdrawFamilyLink(_ request: PageRequest) throws -> PageAnswer {
        let item = request.parameters["id"] ?? ""
        if tokens.spend(request) {
            try FamilyLinks(keeper).withdraw(request.form["link"] ?? "", of: Identifier(item))
        }
        return .onward(to: Address("cases", item, "measures"))
    }

    // MARK: What the family sees

    /// The page behind a family's link: its questions, or its progress.
    func familyOwn(_ request: PageRequest) throws -> PageAnswer {
        guard let (held, measures) = try familyLink(request) else { return linkOver() }
        guard let instrument = held.record.instrument.flatMap({ measures.instruments[$0] }) else {
            let family = keeper.acting(as: Actor(held.record.id.text))
            try family.logRead("own progress, by link", table: "families", key: measures.item.familyID.text)
            return page(Page("Your progress", caption: "As at \(try keeper.today().long)")) { html in
                ProgressSheet(measures).write(&html)
            }
        }
        return familyQuestions(instrument, held.record, request, ScoreSheet([:], of: instrument), errors: [:])
    }

    /// Saves a family's answers, once.
    func answerFamilyLink(_ request: PageRequest) throws -> PageAnswer {
        guard let (held, measures) = try familyLink(request),
            let instrument = held.record.instrument.flatMap({ measures.instruments[$0] })
        else { return linkUsed(request) }
        let typed = Dictionary(
            instrument.items.map { ($0.name, request.form["score-\($0.name)"] ?? "") }
        ) { first, _ in first }
        let sheet = ScoreSheet(typed, of: instrument)
        var errors: [String: String] = [:]
        for problem in sheet.problems {
            errors["score-\(problem.entry ?? instrument.items[0].name)"] =
                problem.entry == nil ? "Answer at least one question" : "Select one of the answers"
        }
        let words = (request.form["words"] ?? "").trimmingSpaces
        if words.unicodeScalars.count > 4000 { errors["words"] = "What you write must be 4,000 characters or fewer" }
        guard errors.isEmpty else {
            return familyQuestions(instrument, held.record, request, sheet, errors: errors)
        }
        guard tokens.spend(request) else {
            return familyQuestions(instrument, held.record, request, sheet, errors: ["": FormTokens.refusal])
        }
        do {
            try FamilyLinks(keeper).answer(held, measures, instrument, sheet, words: words)
        } catch RegisterError.movedOn {
            return linkUsed(request)
        }
        return .onward(to: Address("thank-you"))
    }

    /// What stands at the end, with nothing of the family's in it.
    func familyThanks() -> PageAnswer {
        page(Page("Thank you for your answers")) { html in
            html.paragraph("They have been saved. The link works no more, so nobody can change them.")
            html.paragraph("They are read by the service, and help it to do better. You can close this page.")
        }
    }

    private func familyLink(_ request: PageRequest) throws -> (Held<FamilyLink>, CaseMeasures)? {
        guard let held = try FamilyLinks(keeper).link(request.parameters["id"] ?? ""),
            let measures = try CaseMeasures(held.record.caseID.text, keeper)
        else { return nil }
        return (held, measures)
    }

    /// Of a link that was answered, withdrawn, is too old or never was: all alike.
    private func linkOver() -> PageAnswer {
        page(Page("This link no longer works"), status: 404) { html in
            html.paragraph("It may have been used already, or be too old. Ask your worker for another one.")
        }
    }

    /// Answers that came by a link that works no more: they are shown, so that they can be given in another way.
    private func linkUsed(_ request: PageRequest) -> PageAnswer {
        notTaken(
            request,
            because:
                "This link no longer works: it was answered, withdrawn or has become too old. Ask your worker for another one."
        )
    }

    private func familyQuestions(
        _ instrument: Instrument,
        _ link: FamilyLink,
        _ request: PageRequest,
        _ sheet: ScoreSheet,
        errors: [String: String]
    ) -> PageAnswer {
        let fields = instrument.items.map { item in
            FormField(
                "score-\(item.name)",
                label: item.title,
                error: errors["score-\(item.name)"],
                input: .select(choices(item, request.form["score-\(item.name)"]))
            )
        }
        let words = FormField(
            "words",
            label: "Anything else you want to say (optional)",
            error: errors["words"],
            input: .lines(value: request.form["words"] ?? "", rows: 5)
        )
        let form = Form(
            action: Address("private", request.parameters["id"] ?? ""),
            method: .post(token: tokens.give()),
            fields: fields + [words],
            button: "Send your answers"
        )
        let whole = errors[""].map { [FormError($0)] } ?? []
        let head = Page(instrument.title, errors: whole + form.errors)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.lead("Your own view counts. Leave out any question you do not want to answer.")
            html.paragraph("You can send your answers once, until \(link.expiresOn.long).")
            html.form(form)
        }
    }

    private func choices(_ item: Item, _ chosen: String?) -> [Choice] {
        guard let low = Int(item.low.plain), let high = Int(item.high.plain), low <= high else { return [] }
        return [Choice("", "No answer")]
            + (low...high).map { value in
                let ends = value == low ? " (lowest)" : value == high ? " (highest)" : ""
                let words = item.meaning(of: Decimal(value)) ?? "\(value)\(ends)"
                return Choice("\(value)", words, isChosen: chosen == "\(value)")
            }
    }
}
