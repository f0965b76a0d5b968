import Access
import Actions
import Close
import Deliver
import Documents
import FollowUp
import Plan
import Records
import Refer
import Register
import Values

/// What is common to the pages of a case.
struct CaseFrame {
    let file: CaseFile
    let today: Day
    /// What the viewer may do with this very case.
    let may: @Sendable (Action) -> Bool

    var id: String { file.id }
    var familyName: String { file.family.name.map { "The \($0) family" } ?? "Family \(file.family.id.text)" }

    /// What can be done on it.
    func work(_ keeper: Keeper) -> CaseWork { CaseWork(keeper: keeper, file: file, today: today) }

    func address(_ parts: String...) -> Address { Address(parts: ["cases", id] + parts) }

    /// The pages of the case, those on which something can be seen.
    var pages: [Link] {
        let usual = [
            Link("Overview", address()), Link("Contacts", address("contacts")),
            Link("Assessment", address("assessment")), Link("Plan", address("plan")),
            Link("Measures", address("measures")),
            Link("Reviews", address("reviews")), Link("Notes", address("notes")),
            Link("Documents", address("documents")),
            Link("Family", Address("families", file.family.id.text, "record")),
            Link("Chronology", address("chronology")),
        ]
        return file.isOpen ? usual : usual + [Link("Follow-ups", address("follow-ups"))]
    }
}

extension Pages {
    /// The file of the case asked for, whose reading is logged; nil where there is none.
    func caseFrame(_ request: PageRequest, _ what: String = "case page") throws -> CaseFrame? {
        let id = request.parameters["id"] ?? ""
        let today = try keeper.today()
        guard let file = try CaseFile.read(keeper.register, id, on: today) else { return nil }
        try keeper.logRead(what, table: "families", key: file.family.id.text)
        let ties = try keeper.register.ties(ofFamily: file.family.id.text, on: today)
        let permissions = viewer.permissions
        return CaseFrame(file: file, today: today) { action in
            ties.map { permissions.allow(action, on: .family($0)) } ?? false
        }
    }

    /// A page of a case, with the way to its other pages.
    func casePage(
        _ frame: CaseFrame,
        _ heading: String,
        current: Address,
        errors: [FormError] = [],
        saved: String? = nil,
        main: (inout HTML) -> Void
    ) -> PageAnswer {
        let head = Page(
            heading,
            caption: "\(frame.familyName), case \(frame.id)",
            title: "\(heading), case \(frame.id)",
            section: Address("caseload"),
            way: way(Link("Caseload", Address("caseload"))),
            banner: saved.map { NotificationBanner(.success, $0) },
            errors: errors
        )
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.subNavigation(frame.pages.filter { html.mayOpen($0.address) }, current: current, label: "Case")
            main(&html)
        }
    }

    /// What a form that was sent says of what came of it.
    func saved(_ request: PageRequest) -> String? { request.asked("saved").flatMap { Pages.savedWords[$0] } }

    /// By a word in the address, which says nothing about anybody.
    private static let savedWords = [
        "week": "The contacts are recorded", "contact": "The contact is saved", "goal": "The goal is saved",
        "step": "The step is saved", "agreement": "The agreement is recorded", "task": "The task is saved",
        "note": "The note is saved", "document": "The document is stored", "review": "The review is recorded",
        "level": "The tier of need is changed", "phase": "The next phase has begun",
        "allocation": "The case is allocated", "closure": "The case is closed", "reopening": "The case is open again",
        "follow-up": "The follow-up is recorded", "family": "The family's record is saved",
        "assessment": "The assessment is saved", "removed": "It is no longer on the record",
    ]

    /// Leave to act on a form once it is sound: its token was not spent before.
    func leave(_ request: PageRequest) -> CaseWork.Leave {
        { form in mayAct(on: &form, request) }
    }

    /// Whether the form may be acted on: it is sound, and its token was not spent; what is wrong is noted.
    func mayAct(on form: inout TypedForm, _ request: PageRequest) -> Bool {
        guard form.isSound else { return false }
        if !tokens.spend(request) { form.refuse(FormTokens.refusal) }
        return form.isSound
    }

    /// Saves what a form says; where somebody else has saved meanwhile, that is noted and nothing is lost.
    func saving(_ form: inout TypedForm, _ save: () throws -> Void) throws -> Bool {
        try form.saving(save)
    }

    static var movedOn: String {
        "Somebody else saved this after you had opened it. What is saved now is shown below, with what you typed. Check it and save again"
    }

    /// What stands now, beside what was typed over it.
    func standing(_ rows: [SummaryRow], _ isShown: Bool, _ html: inout HTML) {
        if isShown { html.summaryCard("What is saved now", rows) }
    }

    /// Whether somebody else saved the record since its form was opened.
    func hasMoved(_ request: PageRequest, from version: Int64) -> Bool {
        request.form["version"].map { $0 != "\(version)" } ?? false
    }

    func formOf(
        _ action: Address,
        _ fields: [FormField],
        _ button: String,
        carried: [(String, String)] = []
    ) -> Form {
        Form(
            action: action,
            method: .post(token: tokens.give()),
            fields: fields,
            button: button,
            carried: carried.map { (name: $0.0, value: $0.1) }
        )
    }

    /// A form of one button in a row of a table.
    func rowForm(
        _ action: Address,
        _ button: String,
        hidden: String,
        carried: [(String, String)]
    ) -> HTML {
        var html = HTML(for: viewer.reader)
        html.rowButton(formOf(action, [], button, carried: carried), hidden: hidden)
        return html
    }

    /// A day with whether it has passed, for a cell; other words where there is none.
    func dueCell(_ day: Day?, on today: Day, or words: String) -> CellContent {
        guard let day else { return .text(words) }
        return .html(dueWords(day, on: today))
    }

    /// A day with whether it has passed, in words.
    func dueWords(_ day: Day, on today: Day) -> HTML {
        HTML { html in
            html.text(day.short)
            if day < today {
                html.text(" ")
                html.tag("Overdue", .red)
            }
        }
    }

    func ownerWords(_ owner: CaseOwner, _ workers: [Identifier<Worker>: Worker]) -> String {
        switch owner {
        case .holder(let id, let role): "\(workers[id]?.name ?? id.text) (\(role.label.lowercased()))"
        case .supervisor(let id): "Not allocated: \(workers[id]?.name ?? id.text) (supervisor) answers"
        case .gateway: "Not allocated: the gateway’s duty desk answers"
        }
    }
}
