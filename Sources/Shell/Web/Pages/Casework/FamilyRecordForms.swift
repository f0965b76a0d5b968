import Documents
import Records
import Register
import Values

extension Pages.FamilyPart {
    var title: String {
        switch self {
        case .relationships: "Relationships"
        case .addresses: "Addresses"
        case .professionals: "Professionals involved"
        case .alerts: "Alerts"
        }
    }

    var adding: String {
        switch self {
        case .relationships: "Add a relationship"
        case .addresses: "Add an address"
        case .professionals: "Add a professional"
        case .alerts: "Add an alert"
        }
    }

    var columns: [TableColumn] {
        switch self {
        case .relationships: ["Person", "Is", "To whom", "Parental responsibility"]
        case .addresses: ["Who", "Kind", "Address", "Postcode"]
        case .professionals: ["Name", "What they are", "Organisation", "How to reach them"]
        case .alerts: ["Alert", "About", "What to know"]
        }
    }

    func fields(_ form: TypedForm, _ record: FamilyRecord) -> [FormField] {
        let people = record.people.map { ($0.id.text, $0.fullName) }
        return switch self {
        case .relationships:
            [
                form.select("person", "Person", among: people, none: "Select a person"),
                form.select("kind", "Is", of: RelationshipKind.self),
                form.select("other", "To whom", among: people, none: "Select a person"),
                form.yesNo("responsibility", "Has parental responsibility (optional)"),
                form.date("from", "Since (optional)"),
            ]
        case .addresses:
            [
                form.select("person", "Who", among: people, none: "The whole family"),
                form.select("kind", "Kind", of: AddressKind.self), form.lines("lines", "Address"),
                form.line("postcode", "Postcode (optional)", width: .characters10), form.date("from", "Since"),
                form.tick("moved", "The address before", "They no longer live at the home address they had"),
            ]
        case .professionals:
            [
                form.line("name", "Full name"), form.line("job", "What they are", hint: "Such as health visitor."),
                form.line("organisation", "Organisation (optional)"),
                form.line("telephone", "Telephone number (optional)", width: .characters20),
                form.line("email", "Email address (optional)"), form.date("from", "Since"),
            ]
        case .alerts:
            [
                form.select("kind", "Alert", of: AlertKind.self),
                form.select("person", "About", among: people, none: "The whole family"),
                form.lines("words", "What to know, and what to do (optional)"), form.date("from", "Since"),
            ]
        }
    }
}

extension FamilyRecord {
    /// Reads what was typed of a part into what is to be saved.
    func read(
        _ part: Pages.FamilyPart,
        _ form: inout TypedForm,
        _ newReference: (String) -> String,
        into entry: inout Entry
    ) {
        switch part {
        case .relationships: readRelationship(&form, newReference("REL"), into: &entry)
        case .addresses: readAddress(&form, newReference("ADR"), into: &entry)
        case .professionals: readProfessional(&form, newReference("PRO"), into: &entry)
        case .alerts: readAlert(&form, newReference("ALERT"), into: &entry)
        }
    }

    private func person(_ form: TypedForm, _ name: String) -> Identifier<Person>? {
        people.first { $0.id.text == form[name] }?.id
    }

    private func readRelationship(_ form: inout TypedForm, _ id: String, into entry: inout Entry) {
        let person = person(form, "person")
        let other = self.person(form, "other")
        if person == nil { form.refuse("Select a person", at: "person") }
        if other == nil { form.refuse("Select to whom", at: "other") }
        if person != nil, person == other { form.refuse("Select two different people", at: "other") }
        let kind: RelationshipKind? = form.code("kind", orSay: "Select what they are")
        let from = form.optionalDay("from", "Since")
        guard let person, let other, let kind else { return }
        entry.add(
            Relationship(
                id: Identifier(id),
                familyID: family.id,
                personID: person,
                kind: kind,
                otherID: other,
                hasResponsibility: form.flag("responsibility"),
                from: from
            )
        )
    }

    private func readAddress(_ form: inout TypedForm, _ id: String, into entry: inout Entry) {
        let kind: AddressKind? = form.code("kind", orSay: "Select the kind of address")
        let lines = form.text("lines", "Address", orSay: "Enter the address", most: 500)
        let typed = form.optionalText("postcode", "Postcode", most: 10)
        let postcode = typed.flatMap { Postcode($0)?.text }
        if typed != nil, postcode == nil {
            form.refuse("Postcode must be a real postcode, like SW1A 1AA", at: "postcode")
        }
        let from = form.day("from", "Since", upTo: today)
        guard let kind, let from else { return }
        if form["moved"] == "yes" { endHome(of: person(form, "person"), on: from, in: &entry) }
        entry.add(
            FamilyAddress(
                id: Identifier(id),
                familyID: family.id,
                personID: person(form, "person"),
                kind: kind,
                lines: lines,
                postcode: postcode,
                from: from
            )
        )
    }

    private func readProfessional(_ form: inout TypedForm, _ id: String, into entry: inout Entry) {
        let name = form.text("name", "Full name", orSay: "Enter the full name")
        let job = form.text("job", "What they are", orSay: "Enter what they are")
        let organisation = form.optionalText("organisation", "Organisation", most: 200)
        let telephone = form.optionalText("telephone", "Telephone number", most: 50)
        let email = form.optionalText("email", "Email address", most: 200)
        guard let from = form.day("from", "Since", upTo: today) else { return }
        entry.add(
            Professional(
                id: Identifier(id),
                familyID: family.id,
                name: name,
                job: job,
                organisation: organisation,
                telephone: telephone,
                email: email,
                from: from
            )
        )
    }

    private func readAlert(_ form: inout TypedForm, _ id: String, into entry: inout Entry) {
        let kind: AlertKind? = form.code("kind", orSay: "Select the alert")
        let words = form.optionalText("words", "What to know", most: 1000)
        guard let from = form.day("from", "Since", upTo: today), let kind else { return }
        entry.add(
            FamilyAlert(
                id: Identifier(id),
                familyID: family.id,
                personID: person(form, "person"),
                kind: kind,
                words: words,
                from: from
            )
        )
    }
}
