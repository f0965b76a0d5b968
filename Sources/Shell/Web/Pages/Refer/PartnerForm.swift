import Actions
import Documents
import Records
import Refer
import Register
import Values

/// A draft of the partners' form with what its pages need.
struct PartnerForm {
    let secret: String
    /// What stands for the draft in addresses: the browser has the secret in a cookie.
    let handle: String
    let draft: KeepDrafts.Draft
    let form: ReferralForm

    var answers: [String: String] { draft.answers }
    var isSent: Bool { answers[SendReferral.Kept.sentAt] != nil }

    /// Whether it was sent so long ago that its confirmation is not shown any more.
    func isOver(at time: Timestamp) -> Bool {
        guard let text = answers[SendReferral.Kept.sentAt] else { return false }
        let sent = Timestamp(iso: text)?.seconds ?? 0
        return time.seconds - sent >= Int64(DraftCookie.confirmationMinutes) * 60
    }

    func address(_ step: String) -> Address { Address(PartnerForm.place, handle, step) }

    /// The address of a page, or of the check where there is none.
    func address(_ step: ReferralStep?) -> Address { address(step?.id ?? PartnerForm.check) }

    /// Back to a page; nowhere before the first.
    func way(backTo step: ReferralStep?) -> Page.Way {
        guard let step else { return Page.Way.none }
        return .back(address(step.id))
    }

    /// The first part of the addresses of its pages.
    static let place = "referral"
    static let check = "check"
    static let sent = "sent"

    /// What a page's answers were when it was opened: to tell whether another tab has saved others meanwhile.
    static func digest(_ step: ReferralStep, _ answers: [String: String]) -> String {
        let taken = step.taken(from: answers).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return Base32.text(Array(Array(taken.joined(separator: "\u{0}").utf8).sha256.prefix(10))).lowercased()
    }
}

extension Pages {
    var sendReferral: SendReferral { SendReferral(keeper, key: entrance.key) }

    /// The draft that the address is of, where the browser has its secret; nil where there is none any more.
    func partnerForm(_ request: PageRequest) throws -> PartnerForm? {
        guard let secret = request.draft, let handle = request.parameters["id"],
            entrance.drafts.handle(of: secret) == handle,
            let draft = try entrance.drafts.draft(secret, at: entrance.now()),
            draft.answers[SendReferral.Kept.link] != nil
        else { return nil }
        let form = PartnerForm(secret: secret, handle: handle, draft: draft, form: sendReferral.form)
        guard !form.isOver(at: entrance.now()) else {
            try entrance.drafts.forget(secret)
            return nil
        }
        return form
    }

    /// What stands in place of a draft that is no more; a browser that kept its secret forgets it.
    func noDraft(_ request: PageRequest) -> PageAnswer {
        var answer = page(Page("This referral is no longer kept", isWide: false), status: 404) { html in
            html.paragraph(
                "What is typed is kept for \(KeepDrafts.days) days after it was last saved. If you sent the referral, ask how it stands with its reference and code."
            )
            html.paragraph(
                "It opens only in the browser in which it was begun, and only if that browser keeps cookies."
            )
            html.links([Link("How a referral stands", Address("referral-progress"))])
            html.paragraph("To refer a family, open the link that the council gave your organisation.")
        }
        if let secret = request.draft, let handle = request.parameters["id"],
            entrance.drafts.handle(of: secret) == handle
        {
            answer.draft = .forgets(handle: handle)
        }
        return answer
    }

    /// The questions of a page as a form shows them.
    func fields(_ step: ReferralStep, _ answers: [String: String], _ faults: [String: String]) -> [FormField] {
        step.questions.map { question in
            FormField(
                question.name,
                label: question.label,
                hint: question.hint,
                error: faults[question.name],
                input: input(question, answers)
            )
        }
    }

    private func input(_ question: ReferralQuestion, _ answers: [String: String]) -> FormField.Input {
        let name = question.name
        let value = answers[name] ?? ""
        switch question.ask {
        case .line(let most):
            return .text(TextInput(value, width: most < 60 ? .characters20 : .full, autocomplete: "off"))
        case .postcode: return .text(TextInput(value, width: .characters10, autocomplete: "off"))
        case .nhsNumber: return .text(TextInput(value, width: .characters20, kind: .digits, autocomplete: "off"))
        case .email: return .text(TextInput(value, kind: .email, autocomplete: "email"))
        case .lines(let most): return .lines(value: value, rows: most > 1000 ? 10 : 4)
        case .choice(let choices):
            return .radios(choices.map { Choice($0.value, $0.label, hint: $0.hint, isChosen: value == $0.value) })
        case .several(let choices):
            return .checkboxes(
                choices.map { choice in
                    let box = "\(name)-\(choice.value)"
                    return Choice(choice.value, choice.label, isChosen: answers[box] != nil, name: box)
                }
            )
        case .pastDate:
            return .date(
                DateInput(
                    day: answers["\(name)-day"] ?? "",
                    month: answers["\(name)-month"] ?? "",
                    year: answers["\(name)-year"] ?? ""
                )
            )
        }
    }
}
