import Access
import Actions
import Documents
import Records
import Values

extension Pages {
    /// What a publication puts right, and what puts it right.
    func corrections(_ publication: Publication, _ correction: Publication?) -> [SummaryRow] {
        var rows: [SummaryRow] = []
        if let corrected = publication.corrects {
            rows.append(SummaryRow("Corrects", .link(corrected.text, Address("publications", corrected.text))))
            rows.append(SummaryRow("What was not right", publication.reason))
        }
        if let correction, correction.isIssued || viewer.may(open: .correctPublication) {
            let stands = correction.approvedOn.map { "issued \($0.short)" } ?? "waiting for approval"
            let words = "\(correction.id.text), \(stands)"
            rows.append(SummaryRow("Corrected by", .link(words, Address("publications", correction.id.text))))
        }
        return rows
    }

    /// Asks what was not right, to make it again; for those who may.
    func correctionForm(_ publication: Publication, _ reason: String, _ html: inout HTML) {
        guard viewer.may(open: .correctPublication) else { return }
        html.heading("Correct it")
        html.paragraph(
            "It is made again as known now, for somebody else to approve. What was issued stays, and says what puts it right."
        )
        html.form(
            Form(
                action: Address("publications", publication.id.text, "correction"),
                method: .post(token: tokens.give()),
                fields: [
                    FormField(
                        "reason",
                        label: "What was not right",
                        hint: "For those who read it: a school’s return was left out. Name nobody.",
                        input: .lines(value: reason, rows: 3)
                    )
                ],
                button: "Make the correction"
            )
        )
    }

    /// Makes what was issued again, to put it right.
    func correctPublication(_ request: PageRequest) throws -> PageAnswer {
        let publications = IssuePublications(keeper)
        guard let kept = try publications.publication(request.parameters["id"] ?? ""), try maySee(kept.publication)
        else { return notFound() }
        let reason = request.form["reason"] ?? ""
        guard tokens.spend(request) else {
            return try publicationPage(kept, reason: reason, errors: [FormError(FormTokens.refusal)])
        }
        do {
            return .onward(to: Address("publications", try publications.correct(kept, reason: reason)))
        } catch let refusal as IssuePublications.Refusal {
            return try publicationPage(kept, reason: reason, errors: [FormError(refusal.words)])
        }
    }
}
