import Documents

extension Pages {
    /// A form that could not be taken any more: why, and what was typed, so that nothing of it is lost.
    ///
    /// - Parameters:
    ///   - request: the form as it was sent.
    ///   - reason: why, as a sentence.
    ///   - way: where to go on.
    ///   - status: what is answered.
    /// - Returns: the page.
    func notTaken(_ request: PageRequest, because reason: String, way: Link? = nil, status: Int = 409) -> PageAnswer {
        page(Page("This was not recorded", way: way.map { .back($0.address) } ?? .none), status: status) { html in
            html.paragraph(reason)
            let rows = Pages.typed(request.form)
            if !rows.isEmpty {
                html.paragraph("What you typed is below. Copy what you still need.")
                html.summaryCard("What you typed", rows)
            }
            if let way { html.links([way]) }
        }
    }

    /// What somebody typed or chose in a form, by the names of its fields; what the page carried by itself is left out.
    static func typed(_ form: [String: String]) -> [SummaryRow] {
        form.sorted { $0.key < $1.key }.compactMap { name, value in
            guard !value.trimmingSpaces.isEmpty, !carried.contains(name), !name.hasSuffix("-case") else { return nil }
            let words = name.replacing("-", with: " ")
            return SummaryRow(words.prefix(1).uppercased() + words.dropFirst(), value)
        }
    }

    private static let carried: Set<String> = [
        "token", "version", "detail-version", "as-read", "stamp", "was", "next", "rows", "week", "from",
        KeptFormPage.field,
    ]
}
