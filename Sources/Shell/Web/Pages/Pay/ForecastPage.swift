import Actions
import Documents
import Pay
import Register
import Report
import Values

extension Pages {
    /// How a running contract stands against what it was supposed to bring, and against a trajectory of claims.
    func contractForecast(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request) else { return notFound() }
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        var errors = reader.errors
        let possible = whole(request, "possible", "Results at full success", 0...1_000_000, &errors)
        let success = whole(request, "success", "The part the plan counts on", 0...100, &errors)
        guard let asked = askedChange(request) else { return notFound() }
        let change = try asked.number ?? keeper.register.latestChangeOfRecords()
        let facts = try keeper.cohort(of: contract, asAt: day, knownAt: change).facts()
        let position = ContractBooks.Position(contract, facts, asAt: day)
        var simulation: Simulation?
        if contract.plan != nil {
            keeper.ask(keeper.usualSimulation, of: contract)
            if case .ready(let made) = keeper.standing(of: keeper.usualSimulation, contract) {
                simulation = made.simulation
            }
        }
        let trajectory = possible.flatMap { possible in
            success.map { success in
                Trajectory(
                    possible: possible,
                    success: Share(success, of: 100),
                    made: ForecastDocument.resultsShown(position.proven),
                    lastClaim: contract.term.lastClaim
                )
            }
        }
        let document = ForecastDocument(
            position.proven,
            delivered: position.delivered,
            trajectory: trajectory,
            simulation: simulation,
            change: change
        )
        let words = "How it stands"
        return page(head(contract, words, errors: errors), status: errors.isEmpty ? 200 : 422) { html in
            html.lead("As at \(day.long); the last claim can be made on \(contract.term.lastClaim.long).")
            if contract.plan != nil, simulation == nil {
                html.inset("What was supposed is being worked out. Open this page again in a moment.")
            }
            html.table(document.table.dataTable)
            html.heading("Against a trajectory of claims")
            html.form(trajectoryForm(contract, reader, request, errors))
            html.heading("What had to be assumed")
            html.bullets(contract.assumed)
        }
    }

    /// A whole number of the address; nil where it is left out, or wrong and noted.
    private func whole(
        _ request: PageRequest,
        _ name: String,
        _ label: String,
        _ range: ClosedRange<Int>,
        _ errors: inout [FormError]
    ) -> Int? {
        guard let typed = request.asked(name)?.trimmingSpaces, !typed.isEmpty else { return nil }
        if let number = Int(typed.filter { $0 != "," }), range.contains(number) { return number }
        let most = NumberText.count(range.upperBound)
        errors.append(FormError("\(label) must be a whole number from 0 to \(most)", at: "field-\(name)"))
        return nil
    }

    private func trajectoryForm(
        _ contract: Contract,
        _ reader: DateReader,
        _ request: PageRequest,
        _ errors: [FormError]
    ) -> Form {
        func error(_ name: String) -> String? {
            errors.first { $0.inputID?.hasPrefix("field-\(name)") ?? false }?.words
        }
        return Form(
            action: Address("contracts", contract.id, "forecast"),
            method: .get,
            fields: [
                FormField(
                    "as-at",
                    label: "As at",
                    error: error("as-at"),
                    input: .date(reader.dates["as-at"] ?? DateInput())
                ),
                FormField(
                    "possible",
                    label: "Results at full success",
                    hint: "Such as 660.",
                    error: error("possible"),
                    input: .text(TextInput(request.asked("possible") ?? ""))
                ),
                FormField(
                    "success",
                    label: "Part of them the plan counts on, in per cent",
                    hint: "Such as 60.",
                    error: error("success"),
                    input: .text(TextInput(request.asked("success") ?? ""))
                ),
            ],
            button: "Show how it stands"
        )
    }
}
