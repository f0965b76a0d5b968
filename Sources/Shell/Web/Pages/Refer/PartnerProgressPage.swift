import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Asks for a reference and its code.
    func referralProgress() -> PageAnswer {
        progressPage("", errors: [:], error: nil)
    }

    private func progressPage(_ reference: String, errors: [String: String], error: FormError?) -> PageAnswer {
        let form = Form(
            action: Address("referral-progress"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "reference",
                    label: "Reference",
                    hint: "For example, REF-7KQ2M4TC9A.",
                    error: errors["reference"],
                    input: .text(TextInput(reference, width: .characters20, autocomplete: "off"))
                ),
                FormField(
                    "code",
                    label: "Code",
                    hint: "The 16 letters and digits you were given when you sent it.",
                    error: errors["code"],
                    input: .text(TextInput("", width: .characters20, autocomplete: "off"))
                ),
            ],
            button: "Show how it stands"
        )
        let all = (error.map { [$0] } ?? []) + form.errors
        let head = Page("How a referral stands", errors: all, isWide: false)
        return page(head, status: all.isEmpty ? 200 : 422) { html in html.form(form) }
    }

    /// Shows how a referral stands to who has its reference and code, and nothing else of it.
    func askProgress(_ request: PageRequest) throws -> PageAnswer {
        let reference = (request.form["reference"] ?? "").trimmingSpaces.uppercased()
        let code = (request.form["code"] ?? "").trimmingSpaces
        var errors: [String: String] = [:]
        if reference.isEmpty || reference.utf8.count > 40 {
            errors["reference"] = "Enter the reference of the referral"
        }
        if code.isEmpty || code.utf8.count > 60 { errors["code"] = "Enter the code of the referral" }
        guard errors.isEmpty else { return progressPage(reference, errors: errors, error: nil) }
        guard tokens.spend(request) else {
            return progressPage(reference, errors: [:], error: FormError(FormTokens.refusal))
        }
        let time = entrance.now()
        let tries = CountedTries(
            keeper.register,
            of: (entrance.key.digest(reference, for: "progress reference"), .ofName),
            (entrance.key.digest(request.visit.address, for: "progress address"), .ofAddress)
        )
        let wait = try tries.wait(at: time)
        guard wait == 0 else { return progressPage(reference, errors: [:], error: FormError(SignInDelay.words(wait))) }
        guard let found = try ReferralProgress(keeper, key: entrance.key, reference: reference, code: code) else {
            try tries.noteFailure(at: time)
            return progressPage(
                reference,
                errors: ["code": "The reference and the code do not belong together"],
                error: nil
            )
        }
        return standing(found, reference)
    }

    private func standing(_ found: ReferralProgress, _ reference: String) -> PageAnswer {
        let head = Page(
            found.words,
            caption: "Referral \(reference)",
            title: "How the referral stands",
            way: .back(Address("referral-progress")),
            isWide: false
        )
        var rows = [
            SummaryRow("Received", found.receivedOn.long),
            SummaryRow("Decided", found.decidedOn?.long ?? "Not yet"),
        ]
        if let reason = found.reason { rows.append(SummaryRow("Reason", reason.label)) }
        if let destination = found.destination { rows.append(SummaryRow("Where they were sent", destination)) }
        return page(head) { html in
            html.summaryList(rows)
            html.paragraph(found.next)
            html.paragraph(
                "If the child is at more risk than when you referred, refer again or call children’s social care."
            )
        }
    }
}

extension ReferralProgress {
    /// How it stands, for a referrer.
    fileprivate var words: String {
        switch decision {
        case .pending: "The gateway is looking at the referral"
        case .waiting: "The family is on the waiting list"
        case .accepted: "The referral was accepted"
        case .declined: destination == nil ? "The referral was declined" : "The family was directed to another service"
        case .inappropriate: "The service is not the right one for the need"
        case .withdrawn: "The referral was withdrawn"
        }
    }

    fileprivate var next: String {
        switch decision {
        case .pending: "Somebody may ask you for more. You will be told what is decided."
        case .waiting: "The family is offered a place as soon as there is one, and support meanwhile."
        case .accepted: "A worker will be in touch with the family."
        case .declined, .inappropriate, .withdrawn: "If you disagree, contact the gateway with the reference."
        }
    }
}
