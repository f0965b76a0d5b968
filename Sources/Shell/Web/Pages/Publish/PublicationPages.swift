import Access
import Actions
import Documents
import Records
import Register
import Report
import Values

extension Pages {
    /// What has been published and, for who makes it, what waits for approval and what is due.
    func publications(_ request: PageRequest) throws -> PageAnswer {
        try publicationsPage(made: [], errors: [])
    }

    private func publicationsPage(made: [IssuePublications.Made], errors: [FormError]) throws -> PageAnswer {
        let mayMake = viewer.may(open: .issuePublications)
        let all = try IssuePublications(keeper).publications().filter(maySee)
        let head = Page(
            "Publications",
            title: made.isEmpty ? nil : "Publications, made now",
            section: Address("publications"),
            way: way(),
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.lead("What was made on a schedule and approved, kept byte for byte as it was issued.")
            if !made.isEmpty { html.bullets(made.map(\.words)) }
            html.table(
                DataTable(
                    caption: "Publications",
                    columns: ["Publication", .date("To the end of"), "Where it stands", "For"],
                    rows: all.map { publication in
                        [
                            .link(
                                "\(publication.title), \(publication.id.text)",
                                Address("publications", publication.id.text)
                            ),
                            .text(publication.to.short), .text(publication.standing(among: all)),
                            .text(publication.isPublic ? "Anybody" : "Those who may see every count"),
                        ]
                    },
                    whenEmpty: "Nothing has been published yet."
                )
            )
            if mayMake { schedules(&html) }
        }
    }

    /// Whether the viewer may know of a publication: what is not issued is for those who make and approve, and what is
    /// one provider's for those who may read of that provider.
    func maySee(_ publication: Publication) throws -> Bool {
        if let provider = publication.edition.provider {
            let scope = try ServiceScope(viewer.permissions, to: .readServiceRecords, keeper.register)
            return scope.covers(provider) && (publication.isIssued || viewer.may(open: .issuePublications))
        }
        if viewer.may(open: .issuePublications) { return true }
        return publication.isIssued && (publication.isPublic || viewer.seesFigures)
    }

    private func schedules(_ html: inout HTML) {
        html.table(
            DataTable(
                caption: "What is published, and when",
                columns: ["Publication", "Every", .number("Days after"), "For"],
                rows: keeper.definitions.publications.map { schedule in
                    [
                        .text(schedule.title), .text(schedule.cadence.rawValue), .text("\(schedule.daysAfter)"),
                        .text(schedule.isPublic ? "Anybody: small counts hidden" : "Those who may see every count"),
                    ]
                },
                whenEmpty: "There are no schedules of publication among the definitions."
            )
        )
        html.form(
            Form(
                action: Address("publications"),
                method: .post(token: tokens.give()),
                fields: [],
                button: "Make what is due"
            )
        )
    }

    /// Makes what is due and not made yet.
    func issuePublications(_ request: PageRequest) throws -> PageAnswer {
        guard tokens.spend(request) else {
            return try publicationsPage(made: [], errors: [FormError(FormTokens.refusal)])
        }
        guard let schedule = request.form["schedule"] else {
            return try publicationsPage(made: IssuePublications(keeper).makeDue(by: keeper.today()), errors: [])
        }
        let days = ["from", "to"].compactMap { request.form[$0].flatMap(Day.init(iso:)) }
        guard days.count == 2, let period = Period(from: days[0], to: days[1]) else {
            return try publicationsPage(made: [], errors: [FormError("Choose the period again")])
        }
        do {
            return try publicationsPage(made: [IssuePublications(keeper).make(schedule, period)], errors: [])
        } catch let refusal as IssuePublications.Refusal {
            return try publicationsPage(made: [], errors: [FormError(refusal.words)])
        }
    }

    /// A publication as it was issued: its forms, what they are, and what has changed since.
    func publication(_ request: PageRequest) throws -> PageAnswer {
        guard let kept = try IssuePublications(keeper).publication(request.parameters["id"] ?? ""),
            try maySee(kept.publication)
        else { return notFound() }
        return try publicationPage(kept, compared: request.asked("compared") != nil, errors: [])
    }

    func publicationPage(
        _ kept: IssuePublications.Kept,
        compared: Bool = false,
        reason: String = "",
        errors: [FormError]
    ) throws -> PageAnswer {
        let publication = kept.publication
        let all = try IssuePublications(keeper).publications()
        let correction = publication.correction(among: all)
        let mayMake = viewer.may(open: .issuePublications)
        let changes = compared && viewer.seesFigures ? try IssuePublications(keeper).changes(since: kept) : nil
        let period = publication.period?.long ?? publication.to.long
        let lines = [
            period, "Known at change \(publication.knownAt)", "Definitions version \(publication.definitions)",
        ]
        let head = Page(
            publication.title,
            caption: period,
            title: "\(publication.title), \(publication.id.text)" + (compared ? ", compared with today" : ""),
            section: Address("publications"),
            way: way(Link("Publications", Address("publications"))),
            errors: errors,
            imprint: PageImprint(lines: lines)
        )
        let maker = try name(of: publication.madeBy)
        let approver = try publication.approvedBy.map(name)
        let noted = try keeper.register.held(PreparedFigure.self, where: "answer_id", is: .text(publication.id.text))
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.summaryList(
                [
                    SummaryRow("Where it stands", publication.standing + (approver.map { ", approved by \($0)" } ?? ""))
                ] + corrections(publication, correction) + [
                    SummaryRow("Made", "\(publication.madeOn.long) by \(maker)"),
                    SummaryRow("Known at", "Change \(NumberText.count(publication.knownAt))"),
                    SummaryRow("Definitions", "Version \(publication.definitions)"),
                    SummaryRow("For", publication.isPublic ? "Anybody" : "Those who may see every count"),
                    SummaryRow(
                        "Noted, for later ones to be held against",
                        publication.isPublic
                            ? NumberText.plural(noted.count, "count", "counts") : "Nothing: it is not public"
                    ),
                ]
            )
            files(kept, &html)
            if let changes {
                self.changes(changes, &html)
            } else if viewer.seesFigures {
                let address = Address("publications", publication.id.text).with("compared", "today")
                html.links([Link("See what has changed since", address)])
            }
            if publication.isWaiting, mayMake { approval(publication, &html) }
            if publication.isIssued, correction == nil { correctionForm(publication, reason, &html) }
        }
    }

    /// Who somebody is, for those who may see figures; the public is told that it was the council.
    private func name(of user: String) throws -> String {
        guard viewer.seesFigures else { return keeper.councilName }
        return try keeper.register.user(user)?.name ?? user
    }

    private func files(_ kept: IssuePublications.Kept, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "As it was issued",
                columns: ["Form", .number("Bytes"), "SHA-256 of the bytes"],
                rows: kept.files.map { file in
                    let address = Address("publications", kept.publication.id.text, "download", file.format)
                    let digest = HTML { $0.element("span", .class("app-digest"), text: file.digest) }
                    return [
                        .link("Download \(file.format.uppercased())", address), .text(NumberText.count(file.bytes)),
                        .html(digest),
                    ]
                }
            )
        )
    }

    private func changes(_ changes: PublicationChanges, _ html: inout HTML) {
        html.heading("What has changed since")
        html.paragraph(changes.words)
        let shown = changes.changes.prefix(200)
        guard !shown.isEmpty else { return }
        html.table(
            DataTable(
                caption: "Numbers that are not what was issued",
                columns: ["Of", "Part", .number("As issued"), .number("Now")],
                rows: shown.map { change in
                    [
                        .text(change.row), .text("\(change.table): \(change.column)"), .text(change.issued),
                        .text(change.now),
                    ]
                }
            )
        )
        let rest = changes.changes.count - shown.count
        if rest > 0 { html.note("\(NumberText.plural(rest, "more number is", "more numbers are")) not shown here.") }
    }

    private func approval(_ publication: Publication, _ html: inout HTML) {
        html.heading("Approve it")
        html.paragraph("Read it as it will be kept. Somebody else than who made it approves it.")
        for (path, button) in [("approval", "Approve and issue"), ("turning-down", "Turn it down")] {
            html.form(
                Form(
                    action: Address("publications", publication.id.text, path),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: button
                )
            )
        }
    }

    /// Issues or turns down a publication that waits.
    func settlePublication(_ request: PageRequest, isApproved: Bool) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        let publications = IssuePublications(keeper)
        guard let kept = try publications.publication(id) else { return notFound() }
        guard tokens.spend(request) else { return try publicationPage(kept, errors: [FormError(FormTokens.refusal)]) }
        do {
            if isApproved { try publications.approve(kept) } else { try publications.turnDown(kept) }
        } catch let refusal as IssuePublications.Refusal {
            return try publicationPage(kept, errors: [FormError(refusal.words)])
        } catch RegisterError.movedOn {
            let words = "Somebody else has settled this publication. Open it again"
            return try publicationPage(kept, errors: [FormError(words)])
        }
        return .onward(to: Address("publications", id))
    }

    /// One form of a publication, exactly as it was issued.
    func publicationFile(_ request: PageRequest) throws -> PageAnswer {
        let publications = IssuePublications(keeper)
        guard let kept = try publications.publication(request.parameters["id"] ?? ""), try maySee(kept.publication),
            let format = DocumentFormat(rawValue: request.parameters["name"] ?? "")
        else { return notFound() }
        do {
            guard let bytes = try publications.content(kept, format) else { return notFound() }
            let name = "\(kept.publication.schedule)-\(kept.publication.to.iso)"
            return try download(.finished(bytes), format, named: name.replacing("/", with: "-"))
        } catch let refusal as IssuePublications.Refusal {
            return try publicationPage(kept, errors: [FormError(refusal.words)])
        }
    }
}

extension IssuePublications.Made {
    /// What came of it, in a sentence.
    fileprivate var words: String {
        let what = period.map { "\(edition.title), \($0.long)" } ?? edition.title
        return switch outcome {
        case .notDue: "\(what): nothing is due."
        case .kept(let id): "\(what): kept already as \(id)."
        case .made(let id): "\(what): made, and waits for approval as \(id)."
        case .waitsForSignOff(let words): "\(what): waiting for sign-off. \(words)."
        case .refused(let words): "\(what): not made. \(words)."
        }
    }
}
