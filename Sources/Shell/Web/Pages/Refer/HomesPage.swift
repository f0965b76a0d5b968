import Actions
import Documents
import Records
import Refer
import Register
import Values

extension Pages {
    /// Every home with its next free place, and the form that opens one.
    func homes(_ request: PageRequest) throws -> PageAnswer {
        try homesPage(request, errors: [])
    }

    private func homesPage(_ request: PageRequest, errors: [FormError]) throws -> PageAnswer {
        let day = try keeper.today()
        let views = try HomeView.homes(keeper).compactMap { try HomeView($0.id.text, keeper, asAt: day) }
        let phases = keeper.definitions.eligibility.filter { $0.residential != nil }
        let head = Page("Homes and beds", section: Address("homes"), way: way(), errors: errors)
        return page(head, status: errors.isEmpty ? 200 : 422) { html in
            html.table(
                DataTable(
                    caption: "Homes for the residential phase of a programme",
                    columns: ["Home", "Programme", .number("Beds"), .number("Taken tonight"), "Next free place"],
                    rows: views.map { view in
                        let tonight = view.calendar.occupancy(from: day, until: day + 1)
                        return [
                            .link(view.home.record.name, Address("homes", view.home.record.id.text)),
                            .text(keeper.definitions.programmeTitle(view.home.record.programme)),
                            .text("\(tonight.all)"), .text("\(tonight.occupied)"),
                            .text(view.nextFree.map { "\($0.day.long), \($0.bed.name)" } ?? "None in five years"),
                        ]
                    },
                    whenEmpty: "No home has been opened."
                )
            )
            guard !phases.isEmpty, html.maySend(to: Address("homes")) else { return }
            html.heading("Open a home")
            html.form(homeForm(request, phases, errors))
        }
    }

    private func homeForm(_ request: PageRequest, _ phases: [ProgrammeEligibility], _ errors: [FormError]) -> Form {
        let typed = request.form
        let error = { (id: String) in errors.first { $0.inputID == "field-\(id)" }?.words }
        let programmes = phases.map {
            Choice($0.programme, $0.shortTitle, isChosen: typed["programme"] == $0.programme)
        }
        return Form(
            action: Address("homes"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "name",
                    label: "Name of the home",
                    error: error("name"),
                    input: .text(TextInput(typed["name"] ?? "", autocomplete: "off"))
                ),
                FormField("programme", label: "Programme", error: error("programme"), input: .radios(programmes)),
                FormField(
                    "beds",
                    label: "Number of beds",
                    error: error("beds"),
                    input: .text(TextInput(typed["beds"] ?? "3", width: .characters2, kind: .digits))
                ),
                FormField(
                    "cost",
                    label: "What the whole home costs a week, in pounds (optional)",
                    error: error("cost"),
                    input: .text(TextInput(typed["cost"] ?? "", width: .characters10))
                ),
                FormField(
                    "opened",
                    label: "First night",
                    hint: "For example, 27 3 2027.",
                    error: error("opened-day"),
                    input: .date(DateInput(typed, "opened"))
                ),
            ],
            button: "Open the home"
        )
    }

    /// Opens a home.
    func openHome(_ request: PageRequest) throws -> PageAnswer {
        var errors: [FormError] = []
        let typed = request.form
        let name = (typed["name"] ?? "").trimmingSpaces
        let programme = keeper.definitions.eligibility.first {
            $0.programme == typed["programme"] && $0.residential != nil
        }
        let beds = Int((typed["beds"] ?? "").trimmingSpaces)
        let costText = (typed["cost"] ?? "").trimmingSpaces.filter { $0 != "," && $0 != "£" }
        let cost = Values.Decimal(costText).flatMap { Money(pounds: $0) }
        let opened = DateInput(typed, "opened").typedDay
        if name.isEmpty || name.unicodeScalars.count > 100 {
            errors.append(FormError("Enter the name of the home in 100 characters or fewer", at: "field-name"))
        }
        if programme == nil { errors.append(FormError("Select a programme", at: "field-programme")) }
        if beds.map({ !(1...50).contains($0) }) ?? true {
            errors.append(FormError("Number of beds must be a whole number from 1 to 50", at: "field-beds"))
        }
        if !costText.isEmpty, cost.map({ $0 < .zero }) ?? true {
            errors.append(
                FormError("What the home costs must be an amount, like 10,950 or 10,950.50", at: "field-cost")
            )
        }
        if opened == nil { errors.append(FormError("First night must be a real date", at: "field-opened-day")) }
        if errors.isEmpty, !tokens.spend(request) { errors = [FormError(FormTokens.refusal)] }
        guard errors.isEmpty, let programme, let phase = programme.residential, let beds, let opened else {
            return try homesPage(request, errors: errors)
        }
        let home = try KeepHomes(keeper, on: keeper.today()).open(
            name: name,
            programme: programme.programme,
            provider: nil,
            beds: beds,
            phase: phase,
            weeklyCost: costText.isEmpty ? nil : cost,
            from: opened
        )
        return .onward(to: Address("homes", home.id.text))
    }
}
