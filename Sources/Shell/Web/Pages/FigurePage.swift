import Actions
import Documents
import Records
import Report

extension Pages {
    /// Members shown on one page.
    private static var membersShown: Int { 100 }

    /// One figure opened: its value, its definition, and the records behind it.
    func figure(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        guard let asked = try AskedQuestion(request.parameters["name"] ?? "", request, keeper) else {
            return notFound()
        }
        // The report's page has the form in which to put it right.
        guard asked.errors.isEmpty else { return try report(request) }
        guard try isKnown(asked) else { return unanswered() }
        guard let answer = try keeper.open(id, of: asked.question, in: asked.filter, knownAt: asked.knownAt) else {
            return unanswered()
        }
        let picture = try keeper.picture(knownAt: asked.knownAt)
        let closed = try closedFamilies()
        guard let opened = OpenedFigure(id, of: answer)?.without({ closed.contains(picture.family(of: $0)) }) else {
            return unanswered()
        }
        let link = asked.question.page(opening: id, of: asked.filter, knownAt: answer.knownAt)
        let imprint = try keeper.imprint(link, of: asked.filter, knownAt: answer.knownAt)
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            let name = "\(asked.question.name)-\(id)"
            return try download(opened.document(format, imprint: imprint), format, named: name)
        }
        let first = max(1, request.asked("first").flatMap(Int.init) ?? 1)
        let shown = request.asked("standing").flatMap(Member.Standing.init(rawValue:)) ?? opened.groups.first?.standing
        let part = asked.part.map { ", \($0)" } ?? ""
        let title = "\(opened.figure.label), \(id)\(part), \(answer.time.words)" + asked.knownWords
        let head = Page(
            opened.figure.label,
            caption: "\(asked.title), \(answer.time.words)",
            title: title + (shown.map { ", \($0.rawValue)" } ?? "") + (first > 1 ? ", from \(first)" : ""),
            section: Address("reports"),
            way: way(Link("Reports", Address("reports")), Link(asked.title, asked.address)),
            imprint: imprint.page(time: answer.time, knownAt: answer.knownAt)
        )
        return page(head) { html in
            summary(opened, &html)
            guard let shown, !opened.members.isEmpty else {
                html.paragraph("There are no records behind this figure.")
                return
            }
            standings(opened, asked, shown, &html)
            let hidden = (answer[id: id]?.members?.count ?? 0) - opened.members.count
            if hidden > 0 {
                html.note(
                    "Counted but not shown: \(NumberText.plural(hidden, "record", "records")) of restricted families."
                )
            }
            members(opened, asked, shown, first, MemberWords(picture), &html)
        }
    }

    private func summary(_ opened: OpenedFigure, _ html: inout HTML) {
        let figure = opened.figure
        html.summaryList(
            [
                SummaryRow("Value", FigureText.value(of: figure)),
                FigureText.fraction(of: figure).map { SummaryRow("Fraction", $0) },
                FigureText.interval(of: figure).map { SummaryRow("95% interval", $0) },
                figure.unknown.map { SummaryRow("Not known", NumberText.count($0)) },
                SummaryRow("Definition", figure.definition),
                SummaryRow("Figure", figure.id),
                SummaryRow("Known at", "Change \(opened.answer.knownAt)"),
            ].compactMap(\.self)
        )
    }

    private func standings(_ opened: OpenedFigure, _ asked: AskedQuestion, _ shown: Member.Standing, _ html: inout HTML)
    {
        let address = asked.opens(opened.figure.id)
        let links = opened.groups.map { group in
            Link(
                "\(group.standing.heading) (\(NumberText.count(group.members.count)))",
                address.with("standing", group.standing.rawValue)
            )
        }
        html.subNavigation(links, current: address.with("standing", shown.rawValue), label: "Records by how they count")
    }

    private func members(
        _ opened: OpenedFigure,
        _ asked: AskedQuestion,
        _ shown: Member.Standing,
        _ first: Int,
        _ words: MemberWords,
        _ html: inout HTML
    ) {
        let members = opened.members(shown)
        let page = members.dropFirst(first - 1).prefix(Pages.membersShown)
        html.table(
            DataTable(
                caption: "\(shown.heading): the records behind \(opened.figure.label.lowercased())",
                columns: ["Record", "Family", "Why"],
                rows: page.map { member in
                    [words.record(member.record), words.family(member.record), .text(member.because)]
                }
            )
        )
        let address = asked.opens(opened.figure.id).with("standing", shown.rawValue)
        let last = first - 1 + page.count
        html.pagination(
            Pagination(
                showing:
                    "Showing \(NumberText.count(min(first, members.count))) to \(NumberText.count(last)) of \(NumberText.count(members.count))",
                previous: first > 1 ? address.with("first", "\(max(1, first - Pages.membersShown))") : nil,
                next: last < members.count ? address.with("first", "\(last + 1)") : nil
            )
        )
        html.links(downloads(asked.opens(opened.figure.id), "these records"))
    }
}

/// How a record behind a figure is named and where it leads.
struct MemberWords {
    private let picture: Picture

    init(_ picture: Picture) {
        self.picture = picture
    }

    /// The record, by its reference: names are for the family's own page, where reading is logged.
    func record(_ record: RecordReference) -> CellContent {
        let words = "\(MemberWords.kind(record.table)) \(record.key)"
        if record.table == "people" { return .link(words, address(ofPerson: record.key)) }
        return .text(words)
    }

    /// The family the record is about.
    func family(_ record: RecordReference) -> CellContent {
        guard let family = picture.family(of: record) else { return .text("") }
        return .link("Family \(family)", Address("families", family))
    }

    private func address(ofPerson id: String) -> Address {
        picture.family(of: RecordReference(table: "people", key: id)).map {
            Address("families", $0).at(place: "person-\(id)")
        }
            ?? Address("people", id)
    }

    private static func kind(_ table: String) -> String {
        switch table {
        case "cases": "Case"
        case "people": "Person"
        case "families": "Family"
        case "referrals": "Referral"
        case "assessments": "Assessment"
        case "workers": "Worker"
        case "costs": "Cost"
        default: "Record"
        }
    }
}
