import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// How to refer, for who comes without a link.
    func referStart() -> PageAnswer {
        page(Page("Refer a family", isWide: false)) { html in
            html.paragraph("Each partner organisation has a link of its own. Open yours to refer a family.")
            html.paragraph("If you do not have it, ask your own organisation, or the council’s early help gateway.")
            html.links([Link("How a referral stands", Address("referral-progress"))])
        }
    }

    private var today: Day { get throws { try keeper.today() } }

    /// The link that was opened; nil where it does not work, or too many that do not were tried from the same place.
    private func openedLink(_ request: PageRequest) throws -> ReferralLink? {
        let time = entrance.now()
        let tries = tries(request, at: "referral link tries")
        guard try tries.wait(at: time) == 0 else { return nil }
        let secret = request.parameters["id"] ?? ""
        let found = try KeepLinks(keeper, key: entrance.key).link(secret: secret, on: today)
        if found == nil { try tries.noteFailure(at: time) }
        return found
    }

    /// What was tried of one thing from where a request comes from.
    private func tries(_ request: PageRequest, at what: String) -> CountedTries {
        CountedTries(keeper.register, of: (entrance.key.digest(request.visit.address, for: what), .ofAddress))
    }

    /// The first page of the form: what it is for, and what is done with what is typed.
    func referLink(_ request: PageRequest) throws -> PageAnswer {
        guard let link = try openedLink(request) else { return linkDoesNotWork() }
        return try startPage(request, link, errors: [])
    }

    private func startPage(_ request: PageRequest, _ link: ReferralLink, errors: [FormError]) throws -> PageAnswer {
        let agency = try keeper.register.held(Organisation.self, key: link.organisationID.text)?.record.name
        let head = Page("Refer a family", caption: agency, errors: errors, isWide: false)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.paragraph("Use this form to ask for early help or a family programme for a child and their family.")
            html.paragraph("If somebody is in danger now, call 999.")
            html.heading("Before you start")
            html.bullets([
                "Talk to the family about what you are sending, unless that would put somebody at risk.",
                "You will need the child’s name, who looks after them, and what the family is finding hard.",
                "It takes about 10 minutes. What you type is saved as you go and kept for \(KeepDrafts.days) days in this browser. On a computer that others use, send it before you leave.",
            ])
            html.heading("What happens to the information")
            html.paragraph(
                "It goes to \(keeper.councilName), which decides on the help it can offer. Only the people who do that can read it. Families can ask to see what is held about them."
            )
            html.form(
                Form(
                    action: Address("refer", request.parameters["id"] ?? ""),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "Start now"
                )
            )
            html.links([Link("How a referral stands", Address("referral-progress"))])
        }
    }

    private func linkDoesNotWork() -> PageAnswer {
        page(Page("This link does not work", isWide: false), status: 404) { html in
            html.paragraph("It may have been withdrawn, or not be whole. Check that you have the whole of it.")
            html.paragraph("Ask your own organisation, or the council’s early help gateway, for the one in use.")
        }
    }

    /// Begins a draft, and leads to its first page.
    func beginReferral(_ request: PageRequest) throws -> PageAnswer {
        guard let link = try openedLink(request) else { return linkDoesNotWork() }
        guard tokens.spend(request) else {
            return try startPage(request, link, errors: [FormError(FormTokens.refusal)])
        }
        let time = entrance.now()
        let drafts = tries(request, at: "referral drafts")
        let wait = try drafts.wait(at: time)
        guard wait == 0 else {
            return try startPage(request, link, errors: [FormError(SignInDelay.words(wait))])
        }
        try drafts.noteFailure(at: time)
        let secret = try entrance.drafts.begin([SendReferral.Kept.link: link.id.text], at: time)
        let handle = entrance.drafts.handle(of: secret)
        var answer = PageAnswer.onward(to: Address(PartnerForm.place, handle, sendReferral.form.steps([:])[0].id))
        answer.draft = .carries(secret: secret, handle: handle)
        return answer
    }
}
