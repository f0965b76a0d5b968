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
            html.links([
                Link("How the family stands against a programme's criteria", Address("identify", id)),
                Link("Objections to being looked for", Address("families", id, "objections")),
                Link("Who has read this page", Address("families", id, "readers")),
                Link("Who may open this record", Address("families", id, "restriction")),
            ])
            guard !records.cases.isEmpty else { return }
            html.links(
                records.cases.map { Link("Measures of case \($0.id.text)", Address("cases", $0.id.text, "measures")) }
            )
        }
    }

    /// One person; most often a child known only from the return, who belongs to no family.
    func person(_ request: PageRequest) throws -> PageAnswer {
        let id = request.parameters["id"] ?? ""
        let knownAt = try request.asked("known-at").map { try keeper.register.resolveKnownAt($0) }
        let records = try keeper.register.records(ofPerson: Identifier(id), knownAt: knownAt)
        guard let person = records.people.first(where: { $0.id.text == id }) else { return try mergedAway(id) }
        try keeper.logRead("person page", table: "people", key: id)
        let merges = knownAt == nil ? try keeper.register.merges().filter { $0.stands && $0.kept.text == id } : []
        return try familyPage(records, title: person.fullName, caption: "Person \(id)", knownAt: knownAt) { html in
            html.links(
                merges.map { Link("Merged from person \($0.other.text) (merge \($0.id))", Address("merges", $0.id)) }
            )
            guard let family = person.familyID?.text else {
                return html.paragraph("This person belongs to no family in the register.")
            }
            html.paragraph { $0.link(Link("Family \(family)", Address("families", family))) }
        }
    }

    /// Leads from a person who was merged into another to that one.
    private func mergedAway(_ id: String) throws -> PageAnswer {
        try keeper.register.merges().personKept[id].map { .onward(to: Address("people", $0)) } ?? notFound()
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
        let returns = try records.people.flatMap { try keeper.register.returns(person: $0.id.text, knownAt: knownAt) }
        return page(head) { html in
            summary(&html)
            html.note("Reading this page is logged.\(known.isEmpty ? "" : " Shown\(known.dropFirst()).")")
            people(records, day, &html)
            if let chart = FamilyChart(records, upTo: day).chart { html.chart(chart) }
            FamilyTables(records, returns, keeper.definitions).write(&html)
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
        html.table(
            DataTable(
                caption: "People",
                columns: ["Name", "Role", "Date of birth", "Sex", "Ethnic group", "Reference"],
                rows: records.people.map { person in
                    [
                        .html(HTML { $0.element("span", .id("person-\(person.id.text)"), text: person.fullName) }),
                        .text(person.role.label), .text(person.birthWords(on: day)),
                        .text(person.sex?.label ?? "Not known"), .text(person.ethnicity?.label ?? "Not known"),
                        .text(person.id.text),
                    ]
                },
                whenEmpty: "Nobody is recorded in this family."
            )
        )
    }
}

extension Person {
    /// `27 March 2009 (aged 17)`; without the age where only a month or a year is known, or the person has died.
    fileprivate func birthWords(on day: Day) -> String {
        guard let birth else { return "Not known" }
        if let diedOn { return "\(birth.long), died \(diedOn.long)" }
        let age = day.age(bornOn: birth.latest)
        return birth.precision == .day && age >= 0 ? "\(birth.long) (aged \(age))" : birth.long
    }

    /// Forename and surname, as far as they are recorded.
    var fullName: String {
        let name = [forename, surname].compactMap(\.self).joined(separator: " ")
        return name.isEmpty ? "Name not recorded" : name
    }
}
