import Actions
import Definitions
import Documents
import Records
import Refer
import Register
import Values

/// What is wrong with one of the forms on a referral's page, and what was typed in it.
struct ReferralForms {
    var decision: DecisionForm?
    var request = PageRequest()
    var errors: [FormError] = []

    func error(_ name: String) -> String? { errors.words(at: name) }
}

extension Pages {
    /// One referral: what was said, what is known, and what becomes of it.
    func gatewayReferral(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request) else { return notFound() }
        try keeper.logRead("referral page", table: "families", key: held.record.familyID.text)
        return try referralPage(held, ReferralForms())
    }

    func heldReferral(_ request: PageRequest) throws -> Held<Referral>? {
        try keeper.register.held(Referral.self, key: request.parameters["id"] ?? "")
    }

    func referralPage(_ held: Held<Referral>, _ forms: ReferralForms) throws -> PageAnswer {
        let referral = held.record
        let day = try keeper.today()
        let round = try ReferralRound([held], keeper, asAt: day)
        let errors = forms.errors + (forms.decision?.errors ?? [])
        let head = Page(
            GatewayWords.child(round.child(of: referral), round.family(of: referral), on: day),
            caption: "Referral \(referral.id.text)",
            title: "Referral \(referral.id.text)",
            section: Address("gateway"),
            way: way(Link("Gateway", Address("gateway"))),
            errors: errors
        )
        let duplicates = try duplicates(of: referral, round)
        let waiting = referral.decision == .waiting ? try WaitingList.entry(referral.id, keeper, asAt: day) : nil
        let history = try ReferralHistory(referral, keeper)
        let choices = try DecisionForm.Choices(for: referral, keeper)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            summary(referral, round, day, &html)
            owner(referral, round, &html)
            eligibility(referral, round, &html)
            if !duplicates.isEmpty { self.duplicates(duplicates, held, &html) }
            said(referral, round, &html)
            earlier(referral, round, &html)
            if let waiting { self.waiting(waiting, held, forms, choices, &html) }
            decide(held, forms, choices, &html)
            feedback(referral, history, forms, &html)
            html.heading("What happened")
            html.timeline(Timeline(history.entries))
            html.note("Reading this page is logged.")
        }
    }

    private func summary(_ referral: Referral, _ round: ReferralRound, _ day: Day, _ html: inout HTML) {
        let agency = referral.sourceOrganisationID.flatMap { id in
            (try? keeper.register.held(Organisation.self, key: id.text))?.record.name
        }
        var rows: [SummaryRow] = [
            SummaryRow("Standing", .tag(referral.decision.label, referral.decision.colour)),
            SummaryRow(
                "Received",
                "\(referral.receivedOn.long), \(NumberText.plural(max(0, day - referral.receivedOn), "day", "days")) ago"
            ),
            SummaryRow("Referred by", [agency, referral.source.label].compactMap(\.self).joined(separator: ", ")),
            SummaryRow("Came by", referral.route.label),
            SummaryRow("Programme asked for", referral.programme.map(keeper.definitions.programmeTitle)),
            SummaryRow("Presenting issues", referral.issuesInWords),
            SummaryRow("Family", .link(referral.familyID.text, Address("families", referral.familyID.text))),
        ]
        if let destination = referral.destination { rows.append(SummaryRow("Sent to", destination)) }
        html.summaryList(rows)
    }

    private func owner(_ referral: Referral, _ round: ReferralRound, _ html: inout HTML) {
        html.heading("Who answers for it")
        html.paragraph("\(round.ownerName(of: referral)).")
        guard referral.decision != .accepted, round.owner(of: referral) != .person(keeper.actor.id) else { return }
        html.form(
            Form(
                action: Address("gateway", referral.id.text, "owner"),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Take it on"
            )
        )
    }

    private func eligibility(_ referral: Referral, _ round: ReferralRound, _ html: inout HTML) {
        let all = round.eligibility(referral)
        html.heading("Eligibility")
        html.table(
            DataTable(
                caption: "Programmes, the one asked for first",
                columns: ["Programme", "Standing", "Why"],
                rows: all.map { found in
                    [.text(found.shortTitle), .text(found.standing.label), .text(found.summary)]
                }
            )
        )
        guard let first = all.first(where: { $0.programme == referral.programme }) else { return }
        html.table(
            DataTable(
                caption: "Rules of \(first.shortTitle)",
                columns: ["Rule", "Finding", "Why", "From"],
                rows: first.findings.map { found in
                    [
                        .text(found.rule.words), .text(found.finding.label), .text(found.reason),
                        .text(
                            "\(found.rule.provenance.document), \(found.rule.provenance.section) (\(found.rule.provenance.evidence.rawValue))"
                        ),
                    ]
                }
            )
        )
        html.note(
            "The rules help to decide and do not decide: the gateway may accept a family that does not meet them."
        )
    }

    private func said(_ referral: Referral, _ round: ReferralRound, _ html: inout HTML) {
        html.heading("What the referrer said")
        guard let details = round.details(of: referral) else {
            html.paragraph("It did not come by the form: nothing more was said.")
            return people(referral, round, &html)
        }
        let answers = AnswersText.read(details.answers)
        html.summaryList([
            SummaryRow("Referrer", details.referrerName), SummaryRow("Contact", details.referrerContact),
            SummaryRow("Lawful basis", details.basis.label),
        ])
        for step in sendReferral.form.steps(answers) where !["lawful-basis", "referrer"].contains(step.id) {
            html.heading(step.title, .three)
            html.summaryList(answerRows(step, answers, change: nil))
        }
    }

    private func people(_ referral: Referral, _ round: ReferralRound, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "People of the family",
                columns: ["Name", "Date of birth", "Role"],
                rows: round.people(of: referral).map { person in
                    [.text(person.fullName), .text(person.birth?.long ?? "Not known"), .text(person.role.label)]
                },
                whenEmpty: "Nobody is recorded."
            )
        )
    }

    private func earlier(_ referral: Referral, _ round: ReferralRound, _ html: inout HTML) {
        let cases =
            ((try? keeper.register.held(Case.self, where: "family_id", is: .text(referral.familyID.text))) ?? [])
            .map(\.record).filter { $0.referralID != referral.id }
        var rows: [[CellContent]] = round.others(than: referral).map { other in
            [
                .link("Referral \(other.id.text)", Address("gateway", other.id.text)), .text(other.receivedOn.short),
                .text(other.decidedOn?.short ?? ""), .text(other.decision.label),
            ]
        }
        for item in cases {
            rows.append([
                .text("Case \(item.id.text), \(keeper.definitions.programmeTitle(item.programme))"),
                .text(item.startedOn.short), .text(item.endedOn?.short ?? "Open"), .text(item.endReason?.label ?? ""),
            ])
        }
        html.heading("Earlier contact with services")
        html.table(
            DataTable(
                caption: "Other referrals and cases of the family",
                columns: ["What", .date("From"), .date("To"), "Outcome"],
                rows: rows,
                whenEmpty: "None is recorded."
            )
        )
    }
}

extension ReferralDecision {
    /// The colour of its tag.
    var colour: TagColour {
        switch self {
        case .pending: .blue
        case .waiting: .yellow
        case .accepted: .green
        case .declined, .inappropriate, .withdrawn: .grey
        }
    }
}

extension Referral {
    /// The presenting issues as a page says them; for a family found in partners' data their text is the evidence instead.
    var issuesInWords: String? {
        if route == .dataMatch { return "Found by matching partners’ data" }
        return issues.isEmpty ? nil : issues.joined(separator: ", ")
    }
}
