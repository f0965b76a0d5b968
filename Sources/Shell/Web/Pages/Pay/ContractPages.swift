import Access
import Actions
import Definitions
import Documents
import Pay
import Records
import Register
import Report
import Values

extension Pages {
    /// Every contract among the definitions.
    func contracts(_ request: PageRequest) throws -> PageAnswer {
        page(Page("Contracts", section: Address("contracts"), way: way())) { html in
            html.lead("Who pays whom for which outcomes, worked out from the register to the penny.")
            html.table(
                DataTable(
                    caption: "Contracts",
                    columns: ["Contract", "Who pays", "Who is paid", "Starts", "Checked"],
                    rows: keeper.definitions.contracts.map { contract in
                        [
                            .link(contract.title, Address("contracts", contract.id)), .text(contract.payer),
                            .text(contract.recipient), .text(contract.term.starts.long),
                            .text(contract.provenance.evidence.rawValue),
                        ]
                    },
                    whenEmpty: "There are no contracts among the definitions."
                )
            )
            html.note(
                "A contract is a definition file: your own goes into the folder of definitions the service was started with."
            )
        }
    }

    /// One contract: what it says, and what it comes to.
    func contract(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request) else { return notFound() }
        var reader = DateReader(request)
        let day = reader.day("as-at", "The day", or: try keeper.today())
        guard let asked = askedChange(request) else { return notFound() }
        let change = try asked.number ?? keeper.register.latestChangeOfRecords()
        let facts = try keeper.cohort(of: contract, asAt: day, knownAt: change).facts()
        let position = ContractBooks.Position(contract, facts, asAt: day)
        let document = StatementDocument(position.proven, delivered: position.delivered, change: change)
        if let format = request.asked("format").flatMap(DocumentFormat.init) {
            guard mayOpenContracts else { return notFound() }
            let imprint = try keeper.imprint(document.link, knownAt: change)
            return try download(document.document(format, imprint: imprint), format, named: contract.id)
        }
        let errors = reader.errors
        let date = reader.dates["as-at"] ?? DateInput()
        return page(head(contract, errors: errors), status: errors.isEmpty ? 200 : 422) { html in
            html.summaryList(summary(contract))
            clauses(contract, &html)
            html.heading("Statement as at \(day.long)")
            for sentence in document.findings where !sentence.hasPrefix("Assumed") { html.paragraph(sentence) }
            html.form(dayForm(contract, date, errors))
            html.table(quarters(contract, facts, until: day))
            html.table(document.clauseTable.dataTable)
            html.table(document.yearTable.dataTable)
            if mayOpenContracts { html.table(members(position.proven)) }
            html.heading("Go on")
            html.links(onward(contract, day))
        }
    }

    /// Whether the viewer may see members and claims.
    var mayOpenContracts: Bool { viewer.permissions.allow(.openContract, on: .wholeRegister) }

    func contract(of request: PageRequest) -> Contract? {
        request.parameters["id"].flatMap { keeper.definitions.contract($0) }
    }

    private func head(_ contract: Contract, errors: [FormError]) -> Page {
        Page(
            contract.title,
            caption: "Version \(contract.version)",
            title: contract.title,
            section: Address("contracts"),
            way: way(Link("Contracts", Address("contracts"))),
            errors: errors
        )
    }

    private func summary(_ contract: Contract) -> [SummaryRow] {
        let ages = contract.cohort.ages.map { ", aged \($0.lowerBound) to \($0.upperBound)" } ?? ""
        return contract.parties.map { SummaryRow($0.role.label, $0.name) } + [
            SummaryRow("Starts", contract.term.starts.long),
            SummaryRow("Last claim", contract.term.lastClaim.long),
            SummaryRow(
                "About",
                "each \(contract.cohort.unit.rawValue)\(ages) in \(contract.cohort.programmes.joined(separator: ", "))"
            ),
            SummaryRow(
                "Looked up at the source",
                "\(contract.verification.samplePercent) % of the members of a claim"
                    + (contract.verification.sources.isEmpty
                        ? "" : ": " + contract.verification.sources.joined(separator: ", "))
            ),
            SummaryRow("Source", "\(contract.provenance.document), \(contract.provenance.section)"),
        ]
    }

    private func clauses(_ contract: Contract, _ html: inout HTML) {
        html.table(
            DataTable(
                caption: "What it says, in the order in which it is worked out",
                columns: ["Clause", "In words", "Checked"],
                rows: contract.clauses.map { clause in
                    [
                        .text(clause.label), .text(contract.words(clause)),
                        clause.checked == .verified
                            ? .text("verified") : .tag(clause.checked.rawValue, .yellow),
                    ]
                }
            )
        )
        if !contract.outcomes.isEmpty {
            html.table(
                DataTable(
                    caption: "Outcomes",
                    columns: ["Outcome", "Criteria", "Evidence a claim must show"],
                    rows: contract.outcomes.map { outcome in
                        let within = outcome.withinMonths.map { ", within \($0) months of the start" } ?? ""
                        return [
                            .text(outcome.label),
                            .text(outcome.criteria.map(\.words).joined(separator: "; ") + within),
                            .text(outcome.evidenceRequired),
                        ]
                    }
                )
            )
        }
        published(contract, &html)
        guard !contract.assumed.isEmpty else { return }
        html.heading("What had to be assumed")
        html.bullets(contract.assumed)
    }

    /// What was published of the contract, and what follows from it.
    private func published(_ contract: Contract, _ html: inout HTML) {
        guard !contract.published.isEmpty else { return }
        func words(_ parts: [ContractFigure.Part]) -> String {
            parts.map { "\($0.words) \(NumberText.trimmed($0.number.double, places: 2))" }.joined(separator: " × ")
        }
        html.table(
            DataTable(
                caption: "What was published, and what follows from it",
                columns: ["Figure", .number("Published"), .number("By the others"), "From", "Standing"],
                rows: contract.published.map { figure in
                    let places = figure.stated.map { Int($0.places) } ?? 2
                    return [
                        .text(figure.words), .text(figure.stated.map { "\($0)" } ?? "not published"),
                        .text(NumberText.decimal(figure.derived, places: places)),
                        .text(words(figure.times) + (figure.over.isEmpty ? "" : " ÷ " + words(figure.over))),
                        .text(figure.comesOut.map { $0 ? "Comes out" : "Does not come out" } ?? "Follows"),
                    ]
                }
            )
        )
    }

    private func dayForm(_ contract: Contract, _ date: DateInput, _ errors: [FormError]) -> Form {
        Form(
            action: Address("contracts", contract.id),
            method: .get,
            fields: [
                FormField("as-at", label: "As at", error: errors.first?.words, input: .date(date))
            ],
            button: "Show the statement"
        )
    }

    /// What each quarter added.
    private func quarters(_ contract: Contract, _ facts: CohortFacts, until day: Day) -> DataTable {
        var before = Money.zero
        let rows = QuarterEnds(contract.term, until: day).days.map { end -> [CellContent] in
            let statement = Statement(contract, facts, asAt: end)
            let added = statement.net - before
            before = statement.net
            return [.text(end.long), .text(added.long), .text(statement.net.long)]
        }
        return DataTable(
            caption: "By quarter",
            columns: ["Quarter ends", .number("Added"), .number("Net since the start")],
            rows: rows,
            whenEmpty: "The contract had not begun."
        )
    }

    private func members(_ statement: Statement) -> DataTable {
        var sums: [String: (lines: Int, amount: Money)] = [:]
        for line in statement.lines {
            guard case .member = line.subject, let id = statement.name(of: line.subject) else { continue }
            let known = sums[id] ?? (0, .zero)
            sums[id] = (known.lines + 1, known.amount + line.amount)
        }
        let shown = sums.sorted { ($1.value.amount, $0.key) < ($0.value.amount, $1.key) }.prefix(50)
        return DataTable(
            caption: sums.count > shown.count
                ? "Members with any line: the \(shown.count) that come to most of \(NumberText.count(sums.count))"
                : "Members with any line",
            columns: ["Member", .number("Lines"), .number("Amount")],
            rows: shown.map { id, sum in
                [
                    .link(
                        id,
                        Address("contracts", statement.contract.id, "members", id)
                            .with("as-at", statement.day.iso)
                    ),
                    .text("\(sum.lines)"), .text(sum.amount.long),
                ]
            },
            whenEmpty: "Nobody has started under this contract."
        )
    }

    private func onward(_ contract: Contract, _ day: Day) -> [Link] {
        let address = Address("contracts", contract.id).with("as-at", day.iso)
        var links: [Link] = []
        if mayOpenContracts {
            links += [
                Link("Claims under this contract", Address("contracts", contract.id, "claims")),
                Link("Books of this contract", Address("contracts", contract.id, "ledger")),
            ]
        }
        if contract.plan != nil {
            links.append(Link("What it may come to", Address("contracts", contract.id, "simulation")))
        }
        links.append(
            Link("How it stands against its plan", Address("contracts", contract.id, "forecast").with("as-at", day.iso))
        )
        links.append(Link("What its investors see", Address("contracts", contract.id, "investors")))
        guard mayOpenContracts else { return links }
        return links + downloads(address, "the statement")
    }
}

// MARK: A member

extension Pages {
    /// What one member of a contract's cohort is paid for, with the records it rests on.
    func contractMember(_ request: PageRequest) throws -> PageAnswer {
        guard let contract = contract(of: request), let name = request.parameters["name"] else { return notFound() }
        var days = DateReader(request)
        let day = days.day("as-at", "The day", or: try keeper.today())
        let reader = try keeper.cohort(of: contract, asAt: day)
        guard let member = reader.members.first(where: { $0.id == name }) else { return notFound() }
        let statement = Statement(contract, reader.facts(), asAt: day)
        let family = reader.snapshot.id(member.family)
        guard try !closedFamilies().contains(family) else { return notFound() }
        try keeper.logRead("member of a contract", table: "families", key: family)
        let head = Page(
            "Member \(name)",
            caption: contract.title,
            title: "Member \(name), \(contract.title)",
            section: Address("contracts"),
            way: way(Link("Contracts", Address("contracts")), Link(contract.title, Address("contracts", contract.id)))
        )
        let mayRead = viewer.permissions.allow(.readEvidence, on: .wholeRegister)
        return page(head) { html in
            html.summaryList([
                SummaryRow("Started", member.startedOn.long),
                SummaryRow(
                    "Family",
                    mayRead ? .link("Family \(family)", Address("families", family)) : .text("Family \(family)")
                ),
            ])
            html.table(lines(statement, of: name))
            html.table(standings(contract, reader, member, mayRead: mayRead))
            html.note("Reading this page is logged.")
        }
    }

    private func lines(_ statement: Statement, of member: String) -> DataTable {
        DataTable(
            caption: "Lines of the statement as at \(statement.day.long)",
            columns: ["Clause", "Year", "Quantity and price", .number("Share"), .number("Amount"), "Why"],
            rows: statement.lines.filter { statement.name(of: $0.subject) == member }.map { line in
                [
                    .text(statement.contract.clauses[Int(line.clause)].label), .text(line.year.long),
                    .text(statement.quantityWords(line)), .text(NumberText.percent(line.factor) ?? ""),
                    .text(line.amount.long), .text(statement.reasonWords(line)),
                ]
            },
            whenEmpty: "Nothing is paid for this member."
        )
    }

    /// How each criterion stands; why, and on which records, for those who may read a family's evidence.
    private func standings(
        _ contract: Contract,
        _ reader: CohortReader,
        _ member: ContractMember,
        mayRead: Bool
    ) -> DataTable {
        let rows = contract.outcomes.indices.flatMap { outcome -> [[CellContent]] in
            let label = contract.outcomes[outcome].label
            guard let found = reader.finding(of: outcome, member) else {
                return [[.text(label), .text(""), .text("Not reached"), .text(""), .text("")]]
            }
            return found.criteria.map { item in
                [
                    .text(label), .text(found.on.long), .text("\(item.measure): \(item.standing.label.lowercased())"),
                    .text(mayRead ? item.reason : "Not shown to you"),
                    .text(mayRead ? item.evidence.map(\.words).joined(separator: "; ") : "Not shown to you"),
                ]
            }
        }
        return DataTable(
            caption: "Outcomes, and the records they rest on",
            columns: ["Outcome", "Reached", "Criterion", "Why", "Records"],
            rows: rows,
            whenEmpty: "This contract pays for no outcome."
        )
    }
}
