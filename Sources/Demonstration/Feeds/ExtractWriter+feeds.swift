import Records
import Values

// What each of the six partners has, in the columns of the shipped definitions of feeds.
extension ExtractWriter {
    /// Attendance of the last year and exclusions of the last two, a line each.
    consuming func school() -> Extract {
        for term in town.records.attendance where term.to >= setting.lastYear {
            let sessions = ["\(term.sessionsPossible)", "\(term.authorisedAbsences)", "\(term.unauthorisedAbsences)"]
            addPupil(term.personID, [term.from.withSlashes, term.to.withSlashes] + sessions + ["", ""])
        }
        for event in town.records.events where event.on >= since {
            guard let word = ExtractWriter.exclusions[event.kind], let pupil = event.personID else { continue }
            addPupil(pupil, ["", "", "", "", "", word, event.on.withSlashes])
        }
        return finish([
            "Pupil ref", "UPN", "Legal surname", "Forename", "Middle names", "Sex", "Date of birth", "House", "Street",
            "Town", "Postcode", "Address checked", "SEN", "Term from", "Term to", "Sessions possible", "Authorised",
            "Unauthorised", "Exclusion", "Excluded on",
        ])
    }

    private static let exclusions: [EventKind: String] = [.permanentExclusion: "PERM", .fixedExclusion: "SUSP"]

    private mutating func addPupil(_ id: Identifier<Person>, _ facts: [String]) {
        guard let pupil = town[id], pupil.person.role == .child else { return }
        var numbers = numbers(id)
        let who = write(pupil)
        let checked = until - numbers.whole(30...700)
        let need = numbers.chance(0.2) ? "K" : "N"
        add(
            [
                reference("WS", of: id), pupil.person.upn ?? "", who.surname, who.forename, "",
                pupil.person.sex?.rawValue ?? "", who.birth?.withSlashes ?? "", who.home.house, who.home.street,
                pupil.area, who.home.postcode, checked.withSlashes, need,
            ] + facts
        )
    }

    /// Offences and arrests of young people, a record each.
    consuming func youthOffending() -> Extract {
        for event in town.records.events where event.on >= since && (event.kind == .offence || event.kind == .arrest) {
            guard let youth = town[event.personID], youth.person.role == .child else { continue }
            let id = youth.person.id
            let who = write(youth)
            let young = "YP\(Town.number(id.text) % 100_000)"
            let outcome = event.proven.map { $0 ? "PROVEN" : "NOT PROVEN" } ?? ""
            add([
                newReference("YO", of: id), young, who.surname.uppercased(), who.forename.uppercased(),
                who.birth?.iso ?? "", youth.person.sex?.rawValue ?? "", who.home.house, who.home.street,
                who.home.postcode, event.kind == .offence ? "OFFENCE" : "ARREST", event.on.iso, outcome,
                event.reference ?? "", "\(Town.number(id.text) % 8 + 1)",
            ])
        }
        return finish([
            "Offence record", "YOUNG PERSON", "LAST NAME", "FIRST NAME", "DOB", "SEX", "HOUSE", "STREET", "POSTCODE",
            "TYPE", "DATE", "OUTCOME", "REFERENCE", "GRAVITY",
        ])
    }

    /// Incidents, a record each; one that names a family alone is under its first adult.
    consuming func disorder() -> Extract {
        var adults: [Identifier<Family>: Identifier<Person>] = [:]
        for person in town.records.people where person.role != .child {
            if let family = person.familyID, adults[family] == nil { adults[family] = person.id }
        }
        for event in town.records.events where event.on >= setting.lastYear && event.kind == .asbIncident {
            guard let person = town[event.personID ?? event.familyID.flatMap { adults[$0] }] else { continue }
            let who = write(person)
            add([
                newReference("ASB-", of: person.person.id), event.on.withMonthName, who.forename, who.surname,
                who.birth?.withMonthName ?? "", who.home.house, who.home.street, person.area, who.home.postcode,
                "Nuisance",
            ])
        }
        return finish([
            "Incident", "Incident date", "Forename", "Surname", "DoB", "No", "Address", "Area", "Postcode", "Notes",
        ]).inWindows1252
    }

    /// Who lives in the council's homes.
    consuming func tenancies() -> Extract {
        for resident in town.residents {
            guard let uprn = resident.home.uprn, let family = resident.person.familyID,
                Town.number(family.text) % 5 < 3
            else { continue }
            let id = resident.person.id
            var numbers = numbers(id)
            let who = write(resident)
            let start = until - numbers.whole(100...4000)
            add([
                newReference("WH", of: id), uprn, "\(who.home.house)", who.home.street, "Westmere", who.home.postcode,
                who.surname, who.forename, "", who.birth?.iso ?? "", resident.person.sex == .male ? "Male" : "Female",
                start.iso, "\(numbers.whole(320...780))",
            ])
        }
        return finishWithSemicolons([
            "PersonKey", "UPRN", "HouseNumber", "StreetName", "Town", "PostCode", "FamilyName", "GivenName",
            "MiddleName", "BirthDate", "Gender", "TenancyStart", "MonthlyRent",
        ])
    }

    /// Children known to social care, with what happened at home in the last two years.
    consuming func socialCare() -> Extract {
        var children: [Identifier<Family>: Identifier<Person>] = [:]
        for person in town.records.people where person.childID != nil {
            if let family = person.familyID, children[family] == nil { children[family] = person.id }
            addChild(person.id, ["", "", ""])
        }
        for event in town.records.events where event.on >= since {
            guard let word = ExtractWriter.atHome[event.kind] else { continue }
            let family = event.familyID ?? town[event.personID]?.person.familyID
            let isChild = town[event.personID]?.person.childID != nil
            let child = isChild ? event.personID : family.flatMap { children[$0] }
            if let child { addChild(child, [word, event.on.iso, event.reference ?? ""]) }
        }
        return finish([
            "child_ref", "forename", "surname", "date_of_birth", "sex", "ethnicity", "house", "street", "town",
            "postcode", "uprn", "nhs_number", "upn", "event", "event_date", "event_ref",
        ])
    }

    private static let atHome: [EventKind: String] = [
        .domesticAbuseIncident: "DA", .missingEpisode: "MISSING", .policeCallout: "POLICE",
    ]

    private mutating func addChild(_ id: Identifier<Person>, _ facts: [String]) {
        guard let child = town[id] else { return }
        let person = child.person
        let who = write(child)
        add(
            [
                reference("CSC", of: id), who.forename, who.surname, who.birth?.iso ?? "", person.sex?.rawValue ?? "",
                person.ethnicity?.rawValue ?? "", who.home.house, who.home.street, child.area, who.home.postcode,
                who.home.uprn ?? "", person.nhsNumber ?? "", person.upn ?? "",
            ] + facts
        )
    }

    /// Spells of work and benefit that go on, or ended in the last two years, a record each.
    consuming func benefits() -> Extract {
        for spell in town.records.workStatus where spell.to.map({ $0 >= since }) ?? true {
            guard let adult = town[spell.personID] else { continue }
            let who = write(adult)
            add([
                newReference("UC", of: adult.person.id), who.forename, who.surname, who.birth?.withPoints ?? "",
                who.home.house, who.home.street, who.home.postcode,
                ExtractWriter.statuses[spell.status] ?? "OTHER", spell.benefit ?? "", spell.from.withPoints,
                spell.to?.withPoints ?? "", "\(spell.status == .outOfWorkBenefit ? 368 : 0)",
            ])
        }
        return finish([
            "Claim", "Forename", "Surname", "Birth", "House", "Street", "Post code", "Status", "Benefit", "Claim from",
            "Claim to", "Monthly award",
        ])
    }

    private static let statuses: [WorkState: String] = [
        .outOfWorkBenefit: "OOW", .employed: "EMP", .selfEmployed: "SELF", .training: "TRAIN",
    ]
}
