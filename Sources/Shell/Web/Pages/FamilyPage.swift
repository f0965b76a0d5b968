import Actions
import Documents
import Records
import Register
import Values

extension Pages {
    /// One family: who they are, their cases, placements, assessments and what happened, on one page.
    func family(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        let knownAt = try request.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        let records = try keeper.register.records(ofFamily: Identifier(id), knownAt: knownAt)
        guard let family = records.families.first else { return notFound() }
        try keeper.logRead("family page", table: "families", key: id)
        let title = family.name.map { "The \($0) family" } ?? "Family \(id)"
        return try familyPage(records, title: title, caption: "Family \(id)", knownAt: knownAt) { html in
            html.summaryList([
                SummaryRow("Reference", id), SummaryRow("Postcode", family.postcode), SummaryRow("Area", family.area),
            ])
        }
    }

    /// One person; most often a child known only from the return, who belongs to no family.
    func person(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        let knownAt = try request.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        let records = try keeper.register.records(ofPerson: Identifier(id), knownAt: knownAt)
        guard let person = records.people.first(where: { $0.id.text == id }) else { return notFound() }
        try keeper.logRead("person page", table: "people", key: id)
        return try familyPage(records, title: person.fullName, caption: "Person \(id)", knownAt: knownAt) { html in
            guard let family = person.familyID?.text else {
                return html.paragraph("This person belongs to no family in the register.")
            }
            html.paragraph { $0.link(Link("Family \(family)", Address("families", family))) }
        }
    }

    private func familyPage(
        _ records: RecordSet,
        title: String,
        caption: String,
        knownAt: Int?,
        summary: (inout HTML) -> Void
    ) throws -> PageAnswer {
        let known = knownAt.map { ", as known at change \($0)" } ?? ""
        let head = Page(
            title,
            caption: caption,
            title: "\(caption)\(known)",
            section: Address("search"),
            way: way(Link("Find a family", Address("search")))
        )
        let day = try keeper.today()
        return page(head) { html in
            summary(&html)
            html.note("Reading this page is logged.\(known.isEmpty ? "" : " Shown\(known.dropFirst()).")")
            people(records, day, &html)
            FamilyTables(records, keeper.definitions).write(&html)
            if let chart = FamilyChart(records, upTo: day).chart { html.chart(chart) }
            html.heading("What happened")
            let entries = FamilyTimeline(records, keeper.definitions).entries
            if entries.isEmpty {
                html.paragraph("Nothing is recorded yet.")
            } else {
                html.timeline(Timeline(entries))
            }
        }
    }

    private func people(_ records: RecordSet, _ day: Day, _ html: inout HTML) {
        html.heading("People")
        if records.people.isEmpty { html.paragraph("Nobody is recorded in this family.") }
        for person in records.people {
            let age = person.birth.flatMap { $0.precision == .day ? day.age(bornOn: $0.latest) : nil }
            let birth = person.birth.map { $0.long + (age.map { $0 >= 0 ? " (aged \($0))" : "" } ?? "") }
            html.element("div", .id("person-\(person.id.text)")) { html in
                html.summaryCard(
                    person.fullName,
                    [
                        SummaryRow("Role", person.role.label),
                        SummaryRow("Date of birth", birth),
                        SummaryRow("Sex", person.sex?.label),
                        SummaryRow("Ethnic group", person.ethnicity?.label),
                        person.diedOn.map { SummaryRow("Died", $0.long) },
                        SummaryRow("Reference", person.id.text),
                    ].compactMap(\.self),
                    level: .three
                )
            }
        }
    }
}

extension Person {
    /// Forename and surname, as far as they are recorded.
    var fullName: String {
        let name = [forename, surname].compactMap(\.self).joined(separator: " ")
        return name.isEmpty ? "Name not recorded" : name
    }
}
