import Access
import Actions
import Documents
import Pay
import Report
import Values

/// How many courses, and which, as they stand in an address or a form.
private struct AskedCourses {
    let question: SimulationQuestion
    let trials: String
    let seed: String
    var errors: [FormError] = []

    init(_ typed: (String) -> String?, usual: SimulationQuestion) {
        let words = (trials: (typed("trials") ?? "").trimmingSpaces, seed: (typed("seed") ?? "").trimmingSpaces)
        trials = words.trials.isEmpty ? "\(usual.trials)" : words.trials
        seed = words.seed.isEmpty ? "\(usual.seed)" : words.seed
        let most = SimulationQuestion.mostTrials
        let number = Int(trials.filter { $0 != "," })
        if !(number.map { (1...most).contains($0) } ?? false) {
            let words = "How many courses must be a whole number from 1 to \(NumberText.count(most))"
            errors.append(FormError(words, at: "field-trials"))
        }
        if UInt64(seed) == nil {
            errors.append(FormError("The seed must be a whole number, such as 1", at: "field-seed"))
        }
        question =
            errors.isEmpty
            ? SimulationQuestion(trials: number ?? usual.trials, seed: UInt64(seed) ?? usual.seed) : usual
    }

    func error(_ name: String) -> String? { errors.first { $0.inputID == "field-\(name)" }?.words }
}

extension Pages {
    /// What a contract may come to before it is signed: worked out beside the pages, and shown once it is there.
    ///
    /// The usual courses are begun when the page is first opened; any others by its form.
    func contractSimulation(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request), contract.plan != nil else { return notFound() }
        let asked = AskedCourses({ request.asked($0) }, usual: keeper.usualSimulation)
        if asked.errors.isEmpty, asked.question == keeper.usualSimulation { keeper.ask(asked.question, of: contract) }
        let standing = keeper.standing(of: asked.question, contract)
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            guard case .ready(let made) = standing else { return simulationPage(contract, asked, standing) }
            let link = Address("contracts", contract.id, "simulation").with("trials", "\(made.simulation.trials)")
                .with("seed", "\(made.simulation.seed)")
            let imprint = try keeper.imprint(ofDefinition: link)
            let document = SimulationDocument(made.simulation).document(format, imprint: imprint)
            return try download(document, format, named: "\(contract.id)-simulation")
        }
        return simulationPage(contract, asked, standing)
    }

    /// Begins to work out as many courses as somebody asks for.
    func askSimulation(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request), contract.plan != nil else { return notFound() }
        var asked = AskedCourses({ request.form[$0] }, usual: keeper.usualSimulation)
        if asked.errors.isEmpty, !tokens.spend(request) { asked.errors = [FormError(FormTokens.refusal)] }
        if asked.errors.isEmpty, !keeper.ask(asked.question, of: contract) {
            asked.errors = [FormError("Too many simulations wait to be worked out. Ask again when one is done.")]
        }
        guard asked.errors.isEmpty else {
            return simulationPage(contract, asked, keeper.standing(of: asked.question, contract))
        }
        return .onward(to: address(contract, asked.question))
    }

    private func address(_ contract: Contract, _ question: SimulationQuestion) -> Address {
        let address = Address("contracts", contract.id, "simulation")
        guard question != keeper.usualSimulation else { return address }
        return address.with("trials", "\(question.trials)").with("seed", "\(question.seed)")
    }

    private func simulationPage(
        _ contract: Contract,
        _ asked: AskedCourses,
        _ standing: SimulationStanding
    ) -> PageAnswer {
        let address = address(contract, asked.question)
        let courses = "\(NumberText.count(asked.question.trials)) possible courses of the contract"
        let isUsual = asked.question == keeper.usualSimulation
        let title = "What it may come to"
        let numbers = "in \(NumberText.count(asked.question.trials)) courses of seed \(asked.question.seed)"
        let words = isUsual ? title : "\(title) \(numbers)"
        return page(head(contract, words, errors: asked.errors), status: asked.errors.isEmpty ? 200 : 422) { html in
            switch standing {
            case .notAsked: html.lead("\(courses) have not been worked out yet.")
            case .working(let done, let all):
                html.lead("\(courses) are being worked out.")
                html.paragraph(
                    "\(NumberText.count(done)) of \(NumberText.count(all)) are done, those of other scenarios included. "
                        + "You can leave this page and come back."
                )
                html.links([Link("See how far it is", address)])
            case .ready(let made):
                html.lead("\(courses), drawn from what its definition supposes, with the seed \(asked.question.seed).")
                results(made, &html)
            }
            html.heading("Work out other courses")
            html.form(form(contract, asked))
            html.heading("What had to be assumed")
            html.bullets(contract.assumed)
            if case .ready = standing {
                html.links([
                    Link("Download as CSV", address.with("format", "csv")),
                    Link("Download as JSON", address.with("format", "json")),
                ])
            }
        }
    }

    private func results(_ made: WorkedSimulation, _ html: inout HTML) {
        let document = SimulationDocument(made.simulation)
        for sentence in document.findings where !sentence.hasPrefix("Assumed") { html.paragraph(sentence) }
        html.table(document.rangeTable.dataTable)
        html.table(document.returnTable.dataTable)
        html.table(made.scenarioTable.dataTable)
        html.table(document.gapTable.dataTable)
    }

    private func form(_ contract: Contract, _ asked: AskedCourses) -> Form {
        Form(
            action: Address("contracts", contract.id, "simulation"),
            method: .post(token: tokens.give()),
            fields: [
                FormField(
                    "trials",
                    label: "How many courses",
                    hint: "Up to \(NumberText.count(SimulationQuestion.mostTrials)). More courses, steadier figures.",
                    error: asked.error("trials"),
                    input: .text(TextInput(asked.trials))
                ),
                FormField(
                    "seed",
                    label: "Seed",
                    hint: "The same number gives the same courses.",
                    error: asked.error("seed"),
                    input: .text(TextInput(asked.seed))
                ),
            ],
            button: "Work them out"
        )
    }

    /// The return of the usual courses for investors, once it is there.
    func investorReturns(_ contract: Contract, _ html: inout HTML) {
        guard contract.plan != nil else { return }
        keeper.ask(keeper.usualSimulation, of: contract)
        guard case .ready(let made) = keeper.standing(of: keeper.usualSimulation, contract) else {
            html.inset("What the contract may return is being worked out. Open this page again in a moment.")
            return
        }
        html.table(SimulationDocument(made.simulation).returnTable.dataTable)
        html.table(made.scenarioTable.dataTable)
    }
}
