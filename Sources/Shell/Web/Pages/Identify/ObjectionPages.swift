import Actions
import Documents
import Records
import Register
import Values

extension Pages {
    /// The pages of objections; nil for any other route.
    func objectionPage(of route: Route, _ request: PageRequest) throws -> PageAnswer? {
        guard [.objections, .recordObjection, .endObjection].contains(route) else { return nil }
        let id = request.parameters["id"] ?? ""
        guard try keeper.register.contains(key: id, inTable: Family.table.name) else { return notFound() }
        return switch route {
        case .recordObjection: try recordObjection(request)
        case .endObjection: try endObjection(request)
        default: try objections(request, ObjectionForm(), status: 200)
        }
    }

    private func keep(_ request: PageRequest) throws -> KeepObjections {
        try KeepObjections(keeper, of: request.parameters["id"] ?? "", on: keeper.today())
    }

    private func recordObjection(_ request: PageRequest) throws -> PageAnswer {
        var form = ObjectionForm()
        form.words = (request.form["words"] ?? "").trimmingSpaces
        if form.words.unicodeScalars.count > ObjectionForm.most {
            form.wordsError = "What the family said must be 2,000 characters or fewer"
            return try objections(request, form, status: 422)
        }
        return try save(request, form) { try $0.record(words: form.words) }
    }

    private func endObjection(_ request: PageRequest) throws -> PageAnswer {
        var form = ObjectionForm()
        form.reason = (request.form["reason"] ?? "").trimmingSpaces
        if form.reason.isEmpty { form.reasonError = "Enter why the objection ends" }
        if form.reason.unicodeScalars.count > ObjectionForm.most {
            form.reasonError = "Why the objection ends must be 2,000 characters or fewer"
        }
        if try keep(request).standing() == nil { form.refusal = "There is no objection to end" }
        guard form.reasonError == nil, form.refusal == nil else { return try objections(request, form, status: 422) }
        let version = request.form["version"].flatMap { Int64($0) } ?? 0
        return try save(request, form) { try $0.end(version: version, reason: form.reason) }
    }

    private func save(
        _ request: PageRequest,
        _ form: ObjectionForm,
        _ act: (KeepObjections) throws -> Void
    ) throws -> PageAnswer {
        var form = form
        guard tokens.spend(request) else {
            form.refusal = FormTokens.refusal
            return try objections(request, form, status: 422)
        }
        do {
            try act(keep(request))
        } catch let refusal as KeepObjections.Refusal {
            form.refusal = refusal.words
            return try objections(request, form, status: 422)
        } catch RegisterError.movedOn {
            form.refusal = "Somebody else has just saved this. Look at what it says now"
            return try objections(request, form, status: 422)
        }
        return .onward(to: Address("families", request.parameters["id"] ?? "", "objections"))
    }

    private func objections(_ request: PageRequest, _ form: ObjectionForm, status: Int) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        let keep = try keep(request)
        let standing = try keep.standing()
        let ask = ask(of: id, standing, form)
        let errors = (form.refusal.map { [FormError($0)] } ?? []) + ask.errors
        try keeper.logRead("objections of the family", table: "families", key: id)
        let head = Page(
            "Objections of family \(id)",
            section: Address("search"),
            way: way(Link("Find a family", Address("search")), Link("Family \(id)", Address("families", id))),
            errors: errors
        )
        let all = try keep.objections()
        return page(head, status: status) { html in
            html.paragraph(
                "A family may object to being looked for by matching data, and to being nominated. While an objection stands the family is marked wherever families are identified, and cannot be nominated."
            )
            html.table(
                DataTable(
                    caption: "Objections",
                    columns: ["Made on", "What the family said", "Ended on", "Why it ended"],
                    rows: all.map(\.record).map { objection in
                        [
                            .text(objection.objectedOn.short), .text(objection.words ?? "Not noted"),
                            .text(objection.endedOn?.short ?? "Stands"), .text(objection.endReason ?? ""),
                        ]
                    },
                    whenEmpty: "None has been recorded."
                )
            )
            html.form(ask)
        }
    }

    /// The question that fits: to end the objection that stands, or to record one.
    private func ask(of family: String, _ standing: Held<Objection>?, _ form: ObjectionForm) -> Form {
        let address = Address("families", family, "objections")
        guard let standing else {
            return Form(
                action: address,
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "words",
                        label: "What the family said (optional)",
                        hint: "In their own words where you can.",
                        error: form.wordsError,
                        input: .lines(value: form.words, rows: 4)
                    )
                ],
                button: "Record an objection made today"
            )
        }
        return Form(
            action: Address("families", family, "objections", "end"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "reason",
                    label: "Why the objection ends",
                    hint: "The family withdrew it, or the council decided against it and told them why.",
                    error: form.reasonError,
                    input: .lines(value: form.reason, rows: 4)
                )
            ],
            button: "End the objection",
            carried: [("version", "\(standing.version)")]
        )
    }
}

/// What was typed about an objection.
private struct ObjectionForm {
    static let most = 2000

    var words = ""
    var wordsError: String?
    var reason = ""
    var reasonError: String?
    /// Why it could not be saved.
    var refusal: String?
}
