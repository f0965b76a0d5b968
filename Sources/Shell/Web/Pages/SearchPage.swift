import Access
import Actions
import Documents
import Records
import Register

extension Pages {
    private static var found: Int { 50 }
    /// So many are looked through for those whose records may be read.
    private static var sifted: Int { 1000 }

    /// The search, before anything is asked.
    func search() -> PageAnswer {
        page(searchHead([], title: nil)) { html in
            html.search(searchForm("", error: nil), label: "Find a family")
            if viewer.may(open: .breakGlassForm) {
                html.links([Link("Open a restricted record in an emergency", Address("break-glass"))])
            }
        }
    }

    /// What was found.
    ///
    /// What was asked came in a form, so that no name stands in an address, a history or a log.
    func find(_ request: PageRequest) throws -> PageAnswer {
        let text = (request.form["q"] ?? "").trimmingSpaces
        guard !text.isEmpty, text.unicodeScalars.count <= 200 else {
            let error =
                text.isEmpty
                ? "Enter a name, date of birth, postcode or reference"
                : "What you search for must be 200 characters or fewer"
            let form = searchForm(text, error: error)
            return page(searchHead(form.errors, title: nil), status: 422) { html in
                html.search(form, label: "Find a family")
            }
        }
        let result = try readable(keeper.search(), text)
        try keeper.logRead("search, \(result.count) found", table: "people", key: "")
        return page(searchHead([], title: "Search results")) { html in
            html.search(searchForm(text, error: nil), label: "Find a family")
            results(result, &html)
        }
    }

    /// Those found whose records the viewer may read.
    ///
    /// Where somebody reads a part of the authority alone, the number found is of that part too, so that it gives away
    /// nothing of the rest.
    private func readable(_ index: SearchIndex, _ text: String) throws -> (people: [FoundPerson], count: Int) {
        let permissions = viewer.permissions
        let closed = try closedFamilies()
        if closed.ids.isEmpty, permissions.allow(.readFamily, on: .family(FamilyTies())) {
            return index.find(text, limit: Pages.found)
        }
        let gate = Gate(keeper: keeper)
        let people = try index.find(text, limit: Pages.sifted).people.filter { person in
            guard !closed.contains(person.familyID) else { return false }
            let ties = try person.familyID.map(gate.ties(ofFamily:)) ?? gate.ties(ofPerson: person.personID)
            return ties.map { permissions.allow(.readFamily, on: .family($0)) } ?? false
        }
        return (Array(people.prefix(Pages.found)), people.count)
    }

    private func searchHead(_ errors: [FormError], title: String?) -> Page {
        Page(
            "Find a family",
            title: title.map { "\($0), find a family" },
            section: Address("search"),
            way: way(),
            errors: errors
        )
    }

    private func searchForm(_ text: String, error: String?) -> Form {
        Form(
            action: Address("search"),
            method: .post(token: ""),
            fields: [
                FormField(
                    "q",
                    label: "Name, date of birth, postcode or reference",
                    hint: "For example, Sam Young, 27 3 2009, ZZ5 5ZZ or F0001. Near spellings are found too.",
                    error: error,
                    input: .text(TextInput(text, kind: .search, autocomplete: "off"))
                )
            ],
            button: "Search"
        )
    }

    private func results(_ result: (people: [FoundPerson], count: Int), _ html: inout HTML) {
        guard result.count > 0 else {
            html.heading("Nobody found")
            html.bullets([
                "Check the spelling, or search with fewer words.",
                "Search by date of birth, postcode or reference.",
            ])
            return
        }
        html.table(
            DataTable(
                caption: NumberText.plural(result.count, "person found", "people found"),
                columns: ["Name", "Date of birth", "Role", "Family", "Postcode"],
                rows: result.people.map { person in
                    [
                        .link(person.name, person.address), .text(person.birth ?? "Not known"),
                        .text(person.role.label),
                        .text(person.familyName ?? person.familyID ?? ""), .text(person.postcode ?? ""),
                    ]
                }
            )
        )
        if result.count > result.people.count {
            html.note("The nearest \(result.people.count) are shown. Add a word to find fewer.")
        }
    }
}

extension FoundPerson {
    var address: Address {
        familyID.map { Address("families", $0).at(place: "person-\(personID)") } ?? Address("people", personID)
    }
}

extension String {
    /// Without spaces at its ends.
    var trimmingSpaces: String {
        var text = Substring(self)
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
