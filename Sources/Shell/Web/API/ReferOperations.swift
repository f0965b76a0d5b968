import Access
import Actions
import Records
import Refer
import Register
import Values

extension APIOperation {
    /// Referring families, and asking how that stands: the partners' form by a program.
    static let referring: [APIOperation] = [
        APIOperation(
            id: "refer",
            method: .post,
            path: "/referrals",
            action: .refer,
            subject: .none,
            summary: "Refer a family, by the questions and the rules of the partners’ form",
            stage: "Referrals",
            body: .fields(senderFields + questionFields),
            answer: .fields([
                APIField("referral_id", .text, required: true, "Reference of the referral."),
                APIField(
                    "code",
                    .text,
                    required: true,
                    "With the reference it tells how it stands; kept nowhere."
                ),
                APIField("received_on", .day, required: true, "Day it was received."),
            ])
        ) { keeper, request in try refer(keeper, request) },
        APIOperation(
            id: "getProgress",
            method: .get,
            path: "/referrals/:id/progress",
            action: .refer,
            subject: .referral,
            summary: "How a referral stands that the token's user made, or made for an agency",
            stage: "Referrals",
            answer: .fields([
                APIField("referral_id", .text, required: true, "Reference of the referral."),
                APIField("decision", .code(ReferralDecision.codes), required: true, "How it stands."),
                APIField("received_on", .day, required: true, "Day it was received."),
                APIField("decided_on", .day, "Day it was decided on last."),
                APIField("reason", .code(DecisionReason.codes), "Why the family was not taken on."),
                APIField("destination", .text, "Where a family was sent that was not taken on."),
            ])
        ) { keeper, request in try progress(keeper, request) },
    ]

    // MARK: What is sent

    private static let senderFields = [
        APIField("organisation", .text, "The agency that refers, by its reference; left out, the user's own one."),
        APIField("source", .code(ReferralSource.codes), required: true, "The kind of referrer the agency is."),
    ]

    /// The questions of the form under the names of its pages; which programmes there are only a register can tell.
    private static let questionFields: [APIField] = {
        let form = ReferralForm(programmes: [])
        let always = Set(form.steps([:]).map(\.id))
        return form.everyStep.flatMap { step in
            step.questions.map { question in
                APIField(
                    question.name,
                    question.kind,
                    required: question.needed != nil && always.contains(step.id),
                    "\(sentence(step.title)) \(sentence(question.label)) \(question.shape)."
                )
            }
        }
    }()

    private static func sentence(_ words: String) -> String { words.hasSuffix("?") ? words : "\(words)." }

    private static func refer(_ keeper: Keeper, _ request: APIRequest) throws -> APIAnswer {
        guard let key = request.serviceKey else { throw APIProblem.notAllowed }
        let body = try APIBody(request.body)
        let send = SendReferral(keeper, key: key)
        let today = try keeper.today()
        var faults: [String: String] = [:]
        let answers = read(body, send.form, &faults)
        faults.merge(send.form.faults(in: answers, on: today)) { first, _ in first }
        let sender = try sender(body, keeper, &faults)
        let whole = ReferralAnswers(answers, form: send.form, on: today)
        guard faults.isEmpty, let sender, let whole else { throw APIProblem.wrong(faults.pointed) }
        let numbers = send.numbers()
        try send.send(whole, by: sender, reference: numbers.reference, code: numbers.code, on: today)
        var json = JSONWriter()
        json.object { json in
            json.field("referral_id", numbers.reference)
            json.field("code", numbers.code)
            json.field("received_on", today.iso)
        }
        return APIAnswer(status: 201, bytes: json.bytes)
    }

    /// The answers as the pages would have them; what cannot be an answer of its question is noted.
    private static func read(
        _ body: APIBody,
        _ form: ReferralForm,
        _ faults: inout [String: String]
    )
        -> [String: String]
    {
        var answers: [String: String] = [:]
        var known = Set(senderFields.map(\.name))
        for question in form.everyStep.flatMap(\.questions) {
            known.insert(question.name)
            let typed = question.typed(body.text(question.name))
            if typed == nil { faults[question.name] = "\(question.name) must be \(question.shape.lowercasedFirst)" }
            answers.merge(question.taken(from: typed ?? [:])) { first, _ in first }
        }
        // Left out, a name that was misspelt would be an answer lost.
        for name in body.names where !known.contains(name) { faults[name] = "There is no such field" }
        return answers
    }

    /// The agency that refers: one for which the token's user may.
    private static func sender(
        _ body: APIBody,
        _ keeper: Keeper,
        _ faults: inout [String: String]
    ) throws
        -> SendReferral.Sender?
    {
        let permissions = try keeper.register.user(keeper.actor.id)?.permissions ?? Permissions([])
        let own = permissions.assignments.filter { $0.role == .referrer }.map(\.scope.part)
        let id = body.optionalText("organisation") ?? (own.count == 1 ? own[0] : "")
        let source = ReferralSource(rawValue: body.text("source"))
        if source == nil {
            faults["source"] = "source must be one of \(ReferralSource.codes.joined(separator: ", "))"
        }
        guard permissions.mayRefer(for: id), try keeper.register.held(Organisation.self, key: id) != nil else {
            faults["organisation"] = "organisation must be one that the token's user refers for"
            return nil
        }
        return source.map { SendReferral.Sender(Identifier(id), as: $0) }
    }

    // MARK: How it stands

    private static func progress(_ keeper: Keeper, _ request: APIRequest) throws -> APIAnswer {
        let permissions = try keeper.register.user(keeper.actor.id)?.permissions ?? Permissions([])
        // Another agency may have referred the same family: of its referral nothing is told.
        guard let referral = try keeper.register.held(Referral.self, key: request.id)?.record,
            permissions.mayRefer(for: referral.sourceOrganisationID?.text ?? "")
        else { throw APIProblem.notFound }
        let progress = try ReferralProgress(keeper, of: referral)
        var json = JSONWriter()
        json.object { json in
            json.field("referral_id", referral.id.text)
            json.field("decision", progress.decision.rawValue)
            json.field("received_on", progress.receivedOn.iso)
            json.field("decided_on", progress.decidedOn?.iso)
            json.field("reason", progress.reason?.rawValue)
            json.field("destination", progress.destination)
        }
        return APIAnswer(bytes: json.bytes)
    }
}

extension Permissions {
    /// Whether they may refer for an agency: their own, or any where they act for the whole authority.
    fileprivate func mayRefer(for organisation: String) -> Bool {
        allow(.refer, on: .family(FamilyTies(referrers: [organisation])))
    }
}

extension [String: String] {
    /// Faults by their fields, in the order of these.
    fileprivate var pointed: [APIProblem.Fault] {
        sorted { $0.key < $1.key }.map { APIProblem.Fault(pointer: "/\($0.key)", words: $0.value) }
    }
}

extension ReferralQuestion {
    /// The kind of value a program sends.
    fileprivate var kind: FieldKind {
        switch ask {
        // Programmes are of the register, which a description made before it does not know.
        case .choice(let choices): name == "programme" ? .text : .code(choices.map(\.value))
        case .pastDate: .birthDate
        case .line, .lines, .several, .email, .postcode, .nhsNumber: .text
        }
    }

    /// What a value must be, for those who write the program.
    fileprivate var shape: String {
        switch ask {
        case .line(let most), .lines(let most): "A text of \(most) characters or fewer"
        case .choice(let choices):
            name == "programme"
                ? "The name of a programme in the definitions, or unsure"
                : "One of \(choices.map(\.value).joined(separator: ", "))"
        case .several(let choices): "Codes separated by semicolons, of \(choices.map(\.value).joined(separator: ", "))"
        case .pastDate: "A date in the past as far as it is known: 2013-03-27, 2013-03 or 2013"
        case .email: "An email address"
        case .postcode: "A full UK postcode"
        case .nhsNumber: "10 digits"
        }
    }

    /// A value as a page would have sent it; nil where no page could have.
    fileprivate func typed(_ value: String) -> [String: String]? {
        switch ask {
        case .several(let choices):
            let codes = value.split(separator: ";").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
            guard codes.allSatisfy({ code in choices.contains { $0.value == code } }) else { return nil }
            return Dictionary(codes.map { ("\(name)-\($0)", $0) }) { first, _ in first }
        case .pastDate:
            guard !value.isEmpty else { return [:] }
            let parts = value.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            guard parts.count <= 3, !parts.contains("") else { return nil }
            return Dictionary(uniqueKeysWithValues: zip(["\(name)-year", "\(name)-month", "\(name)-day"], parts))
        default: return [name: value]
        }
    }
}
