import Actions
import Documents
import Press
import Register

extension Pages {
    /// A document to save; what the press makes is made after the page has been answered, so that nobody waits for it.
    func download(_ document: Document, _ format: DocumentFormat, named name: String) throws -> PageAnswer {
        let ending = format == .text ? "txt" : format.rawValue
        var answer = PageAnswer(
            contentType: format.contentType,
            bytes: document.bytes ?? [],
            fileName: "\(name).\(ending)"
        )
        guard document.bytes == nil else { return answer }
        answer.unpressed = PageAnswer.Unpressed(document) { refusal in notMade(refusal) }
        return answer
    }

    /// Says why there is no file, and where the same can be had.
    private func notMade(_ refusal: Press.Refusal) -> PageAnswer {
        let title = "The file could not be made"
        return page(Page(title, section: Address(), way: way()), status: 503) { html in
            html.paragraph(refusal.description)
            html.paragraph("Go back for the other forms of the same: every one has the same figures.")
        }
    }

    /// The forms in which what is at an address can be saved.
    func downloads(_ address: Address, _ what: String? = nil) -> [Link] {
        let forms: [(DocumentFormat, String)] =
            [(.xlsx, "a spreadsheet (XLSX)"), (.csv, "CSV"), (.json, "JSON")]
            + (Press.canPrint ? [(.pdf, "PDF")] : []) + [(.html, "a page to print")]
        return forms.map { format, words in
            Link(
                "Download \(what.map { "\($0) " } ?? "")as \(words)",
                address.with("format", format.rawValue)
            )
        }
    }
}

extension DocumentFormat {
    package var contentType: String {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pdf: "application/pdf"
        }
    }
}

/// What a page's address asks to be known at.
struct AskedChange {
    /// Nil is now.
    let number: Int?

    /// What tells the page's title from that of now.
    var titleEnd: String { number.map { ", known at change \($0)" } ?? "" }
}

extension Pages {
    /// The change in a page's address; nil where it names none that there is.
    func askedChange(_ request: PageRequest) -> AskedChange? {
        guard let typed = request.asked("known-at") else { return AskedChange(number: nil) }
        return (try? keeper.register.resolveKnownAt(typed)).map { AskedChange(number: $0) }
    }
}
