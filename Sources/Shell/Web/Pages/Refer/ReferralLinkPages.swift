import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    private var keepLinks: KeepLinks { KeepLinks(keeper, key: entrance.key) }

    /// The links of partner agencies, and the form that makes one.
    func referralLinks(_ request: PageRequest) throws -> PageAnswer {
        try linksPage(request, secret: nil, errors: [])
    }

    private func agencies() throws -> [Organisation] {
        try keeper.register.held(Organisation.self).map(\.record).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private func linksPage(_ request: PageRequest, secret: String?, errors: [FormError]) throws -> PageAnswer {
        let agencies = try agencies()
        let names = Dictionary(agencies.map { ($0.id, $0.name) }) { first, _ in first }
        let today = try keeper.today()
        let links = try keepLinks.links()
        let head = Page(
            "Referral links",
            section: Address("gateway"),
            way: way(Link("Gateway", Address("gateway"))),
            banner: secret.map { _ in NotificationBanner(.success, "The link was made") },
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            if let secret { made(secret, &html) }
            html.paragraph(
                "A partner agency refers by its link, without an account. Withdraw a link that got into wrong hands."
            )
            html.table(
                DataTable(
                    caption: "Links",
                    columns: ["Agency", "Kind of referrer", .date("Made"), "Standing", "Withdraw"],
                    rows: links.map { held in
                        let link = held.record
                        return [
                            .text(names[link.organisationID] ?? link.organisationID.text), .text(link.source.label),
                            .text(link.madeOn.short),
                            link.works(on: today)
                                ? .text("Works") : .tag(link.withdrawnOn == nil ? "Ended" : "Withdrawn", .grey),
                            link.works(on: today) ? .html(withdrawal(link)) : .text(""),
                        ]
                    },
                    whenEmpty: "No link has been made."
                )
            )
            html.heading("Make a link")
            html.form(linkForm(request, agencies, errors))
        }
    }

    private func made(_ secret: String, _ html: inout HTML) {
        html.paragraph("Copy the link now and give it to the agency. It is not kept and cannot be shown again.")
        html.summaryList([SummaryRow("Link", "/refer/\(secret)")])
        html.paragraph("It follows the address of this service.")
        html.links([Link("Open the form as the agency sees it", Address("refer", secret))])
    }

    private func withdrawal(_ link: ReferralLink) -> HTML {
        HTML { html in
            html.form(
                Form(
                    action: Address("referral-links", link.id.text),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Withdraw \(link.id.text)"
                )
            )
        }
    }

    private func linkForm(_ request: PageRequest, _ agencies: [Organisation], _ errors: [FormError]) -> Form {
        let error = { (id: String) in errors.first { $0.inputID == "field-\(id)" }?.words }
        let chosen = request.form["agency"]
        return Form(
            action: Address("referral-links"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "agency",
                    label: "Agency",
                    error: error("agency"),
                    input: .select(
                        [Choice("", "Select an agency")]
                            + agencies.map { Choice($0.id.text, $0.name, isChosen: $0.id.text == chosen) }
                    )
                ),
                FormField(
                    "source",
                    label: "Kind of referrer",
                    error: error("source"),
                    input: .select(
                        [Choice("", "Select a kind")]
                            + ReferralSource.allCases.map {
                                Choice($0.rawValue, $0.label, isChosen: $0.rawValue == request.form["source"])
                            }
                    )
                ),
            ],
            button: "Make the link"
        )
    }

    /// Makes a link and shows it once.
    func makeReferralLink(_ request: PageRequest) throws -> PageAnswer {
        var errors: [FormError] = []
        let agency = try agencies().first { $0.id.text == request.form["agency"] }
        let source = request.form["source"].flatMap(ReferralSource.init(rawValue:))
        if agency == nil { errors.append(FormError("Select an agency", at: "field-agency")) }
        if source == nil { errors.append(FormError("Select the kind of referrer", at: "field-source")) }
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal)] }
        guard errors.isEmpty, let agency, let source else { return try linksPage(request, secret: nil, errors: errors) }
        let secret = try keepLinks.make(for: agency.id, as: source, on: keeper.today())
        // The secret is in no address and in no log: this page alone has it.
        return try linksPage(PageRequest(), secret: secret, errors: [])
    }

    /// Withdraws a link.
    func withdrawReferralLink(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        guard let held = try keeper.register.held(ReferralLink.self, key: id) else { return notFound() }
        if tokens.spend(request) { try keepLinks.withdraw(held, on: keeper.today()) }
        return .onward(to: Address("referral-links"))
    }
}
