import Access
import Actions
import Deliver
import Documents
import Records
import Register
import Values

extension Pages {
    /// The documents of a case.
    func documents(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case documents") else { return notFound() }
        return try documentsPage(frame, TypedForm(), saved: saved(request))
    }

    private func heldDocuments(_ frame: CaseFrame) throws -> [Held<CaseDocument>] {
        try keeper.register.held(CaseDocument.self, where: "case_id", is: .text(frame.id))
    }

    private func documentsPage(_ frame: CaseFrame, _ form: TypedForm, saved: String? = nil) throws -> PageAnswer {
        let documents = try heldDocuments(frame)
        let names = try ActorNames(keeper.register)
        return casePage(frame, "Documents", current: frame.address("documents"), errors: form.errors, saved: saved) {
            html in
            html.table(
                DataTable(
                    caption: "Documents",
                    columns: ["Document", "Kind", .number("Kilobytes"), "Added", "By", "Remove"],
                    rows: documents.reversed().map { row($0, frame, names) },
                    whenEmpty: "No documents are stored."
                )
            )
            guard frame.may(.workCase) else { return }
            html.heading("Store a document")
            let fields = [
                form.line("title", "What it is", hint: "Such as: letter from the school of 3 March."),
                form.file(
                    "file",
                    "Document",
                    hint: "PDF, PNG, JPEG, Word, Excel, OpenDocument or plain text, up to 10 megabytes."
                ),
            ]
            html.form(formOf(frame.address("documents"), fields, "Store the document"))
        }
    }

    private func row(_ held: Held<CaseDocument>, _ frame: CaseFrame, _ names: ActorNames) -> [CellContent] {
        let document = held.record
        let place = frame.address("documents", document.id.text)
        let isThere = document.removedOn == nil
        return [
            isThere ? .link(document.title, place) : .text(document.title), .text(document.kind.label),
            .text(NumberText.count((document.bytes + 1023) / 1024)), .text(document.addedOn.short),
            .text(names[document.author]),
            removal(held, place, frame),
        ]
    }

    private func removal(_ held: Held<CaseDocument>, _ place: Address, _ frame: CaseFrame) -> CellContent {
        if let removed = held.record.removedOn { return .text("Removed, \(removed.short)") }
        guard frame.may(.workCase) else { return "" }
        return .html(rowForm(place, "Remove", hidden: held.record.title, carried: []))
    }

    /// Stores a document of a kind that is kept, sealed.
    func addDocument(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case documents") else { return notFound() }
        var form = TypedForm(request)
        let title = form.text("title", "What it is", orSay: "Enter what the document is")
        let file = request.files["file"]
        if file == nil { form.refuse("Select a document", at: "file") }
        if let file {
            do { _ = try DocumentContent.kind(of: file.bytes) } catch { form.refuse(error.words, at: "file") }
        }
        guard let file, mayAct(on: &form, request) else { return try documentsPage(frame, form) }
        try entrance.documents.store(file.bytes, titled: title, of: frame.file, by: keeper)
        return .onward(to: frame.address("documents").with("saved", "document"))
    }

    /// The content of a document, which a browser saves and never shows as a page.
    func document(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case document"),
            let document = try askedDocument(request, frame)?.record,
            let bytes = try entrance.documents.content(of: document)
        else { return notFound() }
        return PageAnswer(
            contentType: document.kind.contentType,
            bytes: bytes,
            fileName: "\(document.id.text).\(document.kind.ending)"
        )
    }

    private func askedDocument(_ request: PageRequest, _ frame: CaseFrame) throws -> Held<CaseDocument>? {
        try heldDocuments(frame).first { $0.record.id.text == request.parameters["name"] }
    }

    /// Removes the content of a document for good.
    func removeDocument(_ request: PageRequest) throws -> PageAnswer {
        guard let frame = try caseFrame(request, "case document"), let held = try askedDocument(request, frame) else {
            return notFound()
        }
        if held.record.removedOn == nil, tokens.spend(request) { try entrance.documents.remove(held, by: keeper) }
        return .onward(to: frame.address("documents").with("saved", "removed"))
    }
}

extension DocumentContent.Refusal {
    fileprivate var words: String {
        switch self {
        case .empty: "The document is empty"
        case .tooLarge: "The document must be 10 megabytes or smaller"
        case .unknownKind: "The document must be a PDF, PNG, JPEG, Word, Excel, OpenDocument or plain text file"
        case .macros: "The document must not hold macros. Save it without them, or as a PDF"
        }
    }
}
