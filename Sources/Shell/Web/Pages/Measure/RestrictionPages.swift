import Access
import Actions
import Documents
import Records
import Register
import Values

/// What was typed to restrict a family's record.
struct RestrictionForm {
    var users: Set<String> = []
    var reason = ""
    var reasonError: String?
    var whole: String?

    var isSound: Bool { reasonError == nil && whole == nil }

    init(_ restriction: Restriction?) {
        users = Set(restriction?.users ?? [])
        reason = restriction?.reason ?? ""
    }

    /// Reads and checks what was sent.
    init(_ request: PageRequest, among known: [User]) {
        users = Set(known.map(\.id).filter { request.form["user-\($0)"] != nil })
        reason = (request.form["reason"] ?? "").trimmingSpaces
        if reason.isEmpty { reasonError = "Enter the reason for the restriction" }
        if reason.unicodeScalars.count > 1000 { reasonError = "Reason must be 1,000 characters or fewer" }
    }
}

extension Pages {
    /// The families closed to the viewer.
    func closedFamilies() throws -> ClosedFamilies {
        try ClosedFamilies(to: viewer.user?.id ?? "", keeper.register, at: entrance.now())
    }

    /// Who may open a family's record, and the form that restricts it.
    func restriction(_ request: PageRequest) throws -> PageAnswer {
        let family = request.parameters["id"] ?? ""
        let held = try RestrictFamily(keeper).restriction(of: family)
        return try restrictionPage(family, held, RestrictionForm(held?.record), version: held?.version)
    }

    /// Restricts a family's record, or changes who may open it.
    func restrict(_ request: PageRequest) throws -> PageAnswer {
        let family = request.parameters["id"] ?? ""
        let restrict = RestrictFamily(keeper)
        let held = try restrict.restriction(of: family)
        var form = RestrictionForm(request, among: try readers())
        let version = request.form["version"].flatMap(Int64.init)
        if form.isSound, !tokens.spend(request) { form.whole = FormTokens.refusal }
        guard form.isSound else { return try restrictionPage(family, held, form, version: version) }
        do {
            try restrict.restrict(family, to: form.users.sorted(), because: form.reason, version: version)
            return .onward(to: Address("families", family, "restriction"))
        } catch RegisterError.movedOn {
            form.whole =
                "Somebody else has changed this restriction since you opened the page. Check what stands now, then send yours again"
            return try restrictionPage(family, held, form, version: held?.version)
        }
    }

    /// Lifts a restriction.
    func liftRestriction(_ request: PageRequest) throws -> PageAnswer {
        let family = request.parameters["id"] ?? ""
        let restrict = RestrictFamily(keeper)
        if tokens.spend(request), let held = try restrict.restriction(of: family),
            request.form["version"] == "\(held.version)"
        {
            try restrict.lift(held)
        }
        return .onward(to: Address("families", family, "restriction"))
    }

    /// Those who could be named: whoever might read a family's record at all.
    private func readers() throws -> [User] {
        try keeper.register.users().filter { !$0.isDisabled && $0.permissions.mightAllow(.readFamily) }
    }

    private func restrictionPage(
        _ family: String,
        _ held: Held<Restriction>?,
        _ form: RestrictionForm,
        version: Int64?
    ) throws -> PageAnswer {
        try keeper.logRead("restriction page", table: "families", key: family)
        let names = try ActorNames(keeper.register)
        let users = try readers()
        let reason = FormField(
            "reason",
            label: "Reason for the restriction",
            error: form.reasonError,
            input: .lines(value: form.reason, rows: 3)
        )
        let errors =
            (form.whole.map { [FormError($0)] } ?? [])
            + Form(
                action: Address(),
                method: .get,
                fields: [reason],
                button: ""
            ).errors
        let head = Page(
            "Who may open this record",
            caption: "Family \(family)",
            title: "Who may open the record of family \(family)",
            section: Address("search"),
            way: way(Link("Find a family", Address("search")), Link("Family \(family)", Address("families", family))),
            errors: errors
        )
        let sent = Form(
            action: Address("families", family, "restriction"),
            method: .post(token: tokens.give()),
            fields: [reason],
            button: held == nil ? "Restrict the record" : "Save the restriction",
            carried: version.map { [("version", "\($0)")] } ?? []
        )
        return page(head, status: form.isSound ? 200 : form.whole == nil ? 422 : 409) { html in
            standing(held, names, &html)
            html.sheet(sent) { html in
                for user in users { html.field(self.field(user, form)) }
            }
            if let held { lift(family, held, &html) }
        }
    }

    private func standing(_ held: Held<Restriction>?, _ names: ActorNames, _ html: inout HTML) {
        guard let restriction = held?.record else {
            return html.paragraph(
                "The record is not restricted: whoever works with the family by their role may open it. Once it is restricted it is hidden from everybody else, in searches, lists and figures too."
            )
        }
        html.summaryList([
            SummaryRow("Restricted", "\(restriction.setOn.long), by \(names[restriction.setBy])"),
            SummaryRow("Reason", restriction.reason),
            SummaryRow("May open it", restriction.users.map { names[$0] }.joined(separator: ", ")),
        ])
    }

    private func field(_ user: User, _ form: RestrictionForm) -> FormField {
        let isViewer = user.id == viewer.user?.id
        return FormField(
            "user-\(user.id)",
            label: isViewer ? "You" : "\(user.name) (\(user.id))",
            input: .checkboxes([
                Choice("yes", "May open it", isChosen: isViewer || form.users.contains(user.id))
            ])
        )
    }

    private func lift(_ family: String, _ held: Held<Restriction>, _ html: inout HTML) {
        html.form(
            Form(
                action: Address("families", family, "restriction", "lift"),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Lift the restriction",
                carried: [("version", "\(held.version)")]
            )
        )
    }
}
