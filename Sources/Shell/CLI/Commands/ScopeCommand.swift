import Actions
import ArgumentParser
import Documents
import Register
import Values

struct ScopeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scope",
        abstract: "Count in the register whom a plan's programme would be for, who comes, and what its beds can take.",
        discussion: "The plan says of what ages and in which placements. The CSV has the children, by reference."
    )

    @Argument(help: ArgumentHelp("A plan's file (.yml), or its name, such as rotherham-mst-fit.", valueName: "file"))
    var plan: String

    @Option(help: ArgumentHelp("The day, such as 2025-03-31. Default: today.", valueName: "day"))
    var asAt: String?

    @Option(
        help: ArgumentHelp("As known then: a change number, a date or a time. Default: now.", valueName: "change")
    )
    var knownAt: String?

    @OptionGroup var register: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let keeper = try register.keeper()
        let plan = try Plans.load(self.plan, definitions: register.definitions)
        let day = try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? Clock.today
        let change = try knownAt.map { try keeper.register.resolveKnownAt($0) }
        guard let document = try ScopeDocument(keeper, plan, asAt: day, knownAt: change) else {
            throw ValidationError("The plan does not say whom it would be for: add candidates to its file.")
        }
        try Output.result(document.document(format, imprint: keeper.imprint(document.link, knownAt: document.change)))
    }
}

struct UnitCostsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit-costs",
        abstract: "Work out what a programme's service cost by family, child, hour and success, from the register.",
        discussion: "Fully inclusive: every cost on record for the programme, spread evenly over the days it pays for."
    )

    @Option(help: ArgumentHelp("The programme, such as mst.", valueName: "name"))
    var programme: String

    @Option(help: ArgumentHelp("First day of the period.", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("Last day of the period, included.", valueName: "day"))
    var to: String

    @Option(
        help: ArgumentHelp("As known then: a change number, a date or a time. Default: now.", valueName: "change")
    )
    var knownAt: String?

    @OptionGroup var register: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let first = try QuestionOptions.day(from, "--from")
        let last = try QuestionOptions.day(to, "--to")
        guard let period = Period(from: first, to: last) else {
            throw ValidationError("--to must be the same as or after --from.")
        }
        let keeper = try register.keeper()
        let programmes = try keeper.picture().programmes
        guard programmes.contains(programme) else {
            throw ValidationError(
                "No case of that programme is on record. Give one of: \(programmes.joined(separator: ", "))."
            )
        }
        let change = try knownAt.map { try keeper.register.resolveKnownAt($0) }
        let document = try UnitCostDocument(keeper, programme, during: period, knownAt: change)
        try Output.result(document.document(format, imprint: keeper.imprint(document.link, knownAt: document.change)))
    }
}
