import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// People of the register who may be the child referred, for a referral that came by the form.
    func duplicates(of referral: Referral, _ round: ReferralRound) throws -> [FoundPerson] {
        guard round.details(of: referral) != nil, let child = round.child(of: referral) else { return [] }
        let restricted = try closedFamilies()
        return try KeepReferral(keeper).possibleDuplicates(of: child).filter { person in
            let family = person.familyID ?? ""
            return family != referral.familyID.text && !restricted.contains(family)
        }
    }

    /// Those who may be the child, each with a button that says so.
    func duplicates(_ found: [FoundPerson], _ held: Held<Referral>, _ html: inout HTML) {
        html.heading("May be known already")
        html.paragraph("Look at the records before you say that they are one. The referrer is shown nothing of this.")
        html.table(
            DataTable(
                caption: "People with the same name or number",
                columns: ["Name", "Date of birth", "Family", "Postcode", "Same child"],
                rows: found.map { person in
                    [
                        .text(person.name), .text(person.birth ?? "Not known"),
                        person.familyID.map { .link($0, Address("families", $0)) } ?? .text(""),
                        .text(person.postcode ?? ""),
                        .html(sameChild(person, held)),
                    ]
                }
            )
        )
    }

    private func sameChild(_ person: FoundPerson, _ held: Held<Referral>) -> HTML {
        HTML { html in
            html.form(
                Form(
                    action: Address("gateway", held.record.id.text, "child"),
                    method: .post(token: tokens.give()),
                    fields: [],
                    button: "This is person \(person.personID)",
                    carried: [("person", person.personID), ("version", "\(held.version)")]
                )
            )
        }
    }

    /// The child referred was known already.
    func recogniseChild(_ request: PageRequest) throws -> PageAnswer {
        guard let held = try heldReferral(request) else { return notFound() }
        let wrong = { (words: String) in
            try referralPage(held, ReferralForms(request: request, errors: [FormError(words)]))
        }
        let person = request.form["person"] ?? ""
        let round = try ReferralRound([held], keeper, asAt: keeper.today())
        guard try duplicates(of: held.record, round).contains(where: { $0.personID == person }) else {
            return try wrong("Select one of the people shown")
        }
        guard tokens.spend(request) else { return try wrong(FormTokens.refusal) }
        do {
            let version = Int64(request.form["version"] ?? "") ?? 0
            try KeepReferral(keeper).recognise(held, version: version, as: Identifier(person))
        } catch let refusal as KeepReferral.Refusal {
            return try wrong(refusal.words)
        } catch RegisterError.movedOn {
            return try wrong("Somebody else changed this referral since you opened it. Look at it as it is now")
        }
        return .onward(to: Address("gateway", held.record.id.text))
    }
}
