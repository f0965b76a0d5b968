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
    /// The person of the family that a field names.
    fileprivate func person(_ form: TypedForm, _ name: String) -> Identifier<Person>? {
        people.first { $0.id.text == form[name] }?.id
    }

    /// The person of the family that a field names, or the whole family where it names nobody.
    fileprivate func personOrAll(_ form: inout TypedForm, _ name: String) -> Identifier<Person>? {
        let person = person(form, name)
        if person == nil, !form[name].isEmpty { form.refuse("Select somebody of this family", at: name) }
        return person
    }
}

extension Relationship {
    static func read(
        _ form: inout TypedForm,
        as id: Identifier<Self>,
        _ record: FamilyRecord,
        into entry: inout Entry
    )
        -> Self?
    {
        let person = record.person(form, "person")
        let other = record.person(form, "other")
        if person == nil { form.refuse("Select a person", at: "person") }
        if other == nil { form.refuse("Select to whom", at: "other") }
        if person != nil, person == other { form.refuse("Select two different people", at: "other") }
        let kind: RelationshipKind? = form.code("kind", orSay: "Select what they are")
        let from = form.optionalDay("from", "Since")
        guard let person, let other, let kind else { return nil }
        return Relationship(
            id: id,
            familyID: record.family.id,
            personID: person,
            kind: kind,
            otherID: other,
            hasResponsibility: form.flag("responsibility"),
            from: from
        )
    }
}

extension FamilyAddress {
    static func read(
        _ form: inout TypedForm,
        as id: Identifier<Self>,
        _ record: FamilyRecord,
        into entry: inout Entry
    )
        -> Self?
    {
        let person = record.personOrAll(&form, "person")
        let kind: AddressKind? = form.code("kind", orSay: "Select the kind of address")
        let lines = form.text("lines", "Address", orSay: "Enter the address", most: 500)
        let typed = form.optionalText("postcode", "Postcode", most: 10)
        let postcode = typed.flatMap { Postcode($0)?.text }
        if typed != nil, postcode == nil {
            form.refuse("Postcode must be a real postcode, like SW1A 1AA", at: "postcode")
        }
        let from = form.day("from", "Since", upTo: record.today)
        guard let kind, let from else { return nil }
        if form["moved"] == "yes" { record.endHome(of: person, on: from, in: &entry) }
        return FamilyAddress(
            id: id,
            familyID: record.family.id,
            personID: person,
            kind: kind,
            lines: lines,
            postcode: postcode,
            from: from
        )
    }
}

extension Professional {
    static func read(
        _ form: inout TypedForm,
        as id: Identifier<Self>,
        _ record: FamilyRecord,
        into entry: inout Entry
    )
        -> Self?
    {
        let name = form.text("name", "Full name", orSay: "Enter the full name")
        let job = form.text("job", "What they are", orSay: "Enter what they are")
        let organisation = form.optionalText("organisation", "Organisation", most: 200)
        let telephone = form.optionalText("telephone", "Telephone number", most: 50)
        let email = form.optionalText("email", "Email address", most: 200)
        guard let from = form.day("from", "Since", upTo: record.today) else { return nil }
        return Professional(
            id: id,
            familyID: record.family.id,
            name: name,
            job: job,
            organisation: organisation,
            telephone: telephone,
            email: email,
            from: from
        )
    }
}

extension FamilyAlert {
    static func read(
        _ form: inout TypedForm,
        as id: Identifier<Self>,
        _ record: FamilyRecord,
        into entry: inout Entry
    )
        -> Self?
    {
        let person = record.personOrAll(&form, "person")
        let kind: AlertKind? = form.code("kind", orSay: "Select the alert")
        let words = form.optionalText("words", "What to know", most: 1000)
        guard let from = form.day("from", "Since", upTo: record.today), let kind else { return nil }
        return FamilyAlert(
            id: id,
            familyID: record.family.id,
            personID: person,
            kind: kind,
            words: words,
            from: from
        )
    }
}
