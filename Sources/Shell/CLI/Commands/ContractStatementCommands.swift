import Actions
import ArgumentParser
import Documents
import Pay
import Register
import Values

struct ContractStatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Work out what a contract pays as at a day, line by line, from the register.",
        discussion: "A statement is cumulative: what is due for a period is the difference of two of them."
    )

    @OptionGroup var options: ContractOptions

    func run() throws {
        let asked = try options.asked()
        let facts = try asked.cohort().facts()
        let position = ContractBooks.Position(asked.contract, facts, asAt: asked.day)
        let document = StatementDocument(position.proven, delivered: position.delivered, change: asked.change)
        let imprint = try asked.keeper.imprint(document.link, knownAt: asked.change)
        try Output.result(document.document(options.format, imprint: imprint))
    }
}

struct ContractReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Work a statement out again from an earlier state of the register, and say what changed since.",
        discussion: "Give the earlier state with --known-at. What corrections change becomes an adjustment."
    )

    @OptionGroup var options: ContractOptions

    func validate() throws {
        guard options.knownAt != nil else { throw ValidationError("Give the state to replay with --known-at.") }
    }

    func run() throws {
        let asked = try options.asked()
        let latest = try asked.keeper.register.latestChange()
        let then = Statement(asked.contract, try asked.cohort().facts(), asAt: asked.day)
        let now = Statement(asked.contract, try asked.cohort(knownAt: latest).facts(), asAt: asked.day)
        let document = ReplayDocument(then, now, changes: (asked.change, latest))
        let link = Address("contracts", asked.contract.id).with("as-at", asked.day.iso)
            .with("known-at", "\(asked.change)")
        let imprint = try asked.keeper.imprint(link, knownAt: asked.change)
        try Output.result(document.document(options.format, imprint: imprint))
    }
}

struct ContractForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Hold a running contract against its plan: claims, provision, what is left of the cap.",
        discussion: "With --possible and --success the claims are held against a trajectory, such as 660 and 60."
    )

    @OptionGroup var options: ContractOptions

    @Option(help: ArgumentHelp("Results that full success would bring.", valueName: "number"))
    var possible: Int?

    @Option(help: ArgumentHelp("The part of them the plan counts on, in whole per cent.", valueName: "percent"))
    var success: Int?

    @Option(help: ArgumentHelp("Results claimed. Default: those the register shows.", valueName: "number"))
    var made: Int?

    @Option(help: "How many possible courses the plan is tried on.")
    var trials = 200

    @Option(help: "The seed of those courses; the same one gives the same courses.")
    var seed = Simulations.usualSeed

    func validate() throws {
        try Simulations.check(trials)
        guard (possible == nil) == (success == nil) else {
            throw ValidationError("Give both --possible and --success, or neither.")
        }
        guard (0...10_000_000).contains(possible ?? 0), (0...100).contains(success ?? 0), (made ?? 0) >= 0 else {
            throw ValidationError("--possible and --made must not be below 0, and --success must be from 0 to 100.")
        }
    }

    func run() throws {
        let asked = try options.asked()
        let facts = try asked.cohort().facts()
        let position = ContractBooks.Position(asked.contract, facts, asAt: asked.day)
        let shown = ForecastDocument.resultsShown(position.proven)
        let document = ForecastDocument(
            position.proven,
            delivered: position.delivered,
            trajectory: trajectory(made: made ?? shown, lastClaim: asked.contract.term.lastClaim),
            simulation: Simulation(asked.contract, trials: trials, seed: seed),
            change: asked.change
        )
        let link = Address("contracts", asked.contract.id, "forecast").with("as-at", asked.day.iso)
            .with("known-at", "\(asked.change)")
        let imprint = try asked.keeper.imprint(link, knownAt: asked.change)
        try Output.result(document.document(options.format, imprint: imprint))
    }

    private func trajectory(made: Int, lastClaim: Day) -> Trajectory? {
        guard let possible, let success else { return nil }
        return Trajectory(possible: possible, success: Share(success, of: 100), made: made, lastClaim: lastClaim)
    }
}

struct ContractLedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Write a contract's journal as CSV for the finance system: debits and credits, quarter by quarter."
    )

    @OptionGroup var options: ContractOptions

    func validate() throws {
        guard options.format == .text || options.format == .csv else {
            throw ValidationError("The journal is written as CSV: leave out --format.")
        }
    }

    func run() throws {
        let asked = try options.asked()
        Output.result(try asked.keeper.ledger(of: asked.contract, asAt: asked.day, knownAt: asked.change))
    }
}

struct ContractExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a contract and its results for publication, as a project of the INDIGO data standard (JSON).",
        discussion: "Counts are those of quarters that are over, to the nearest five; small ones are left out."
    )

    @OptionGroup var options: ContractOptions

    func validate() throws {
        guard options.knownAt == nil, options.format == .text || options.format == .json else {
            throw ValidationError("The project is written as JSON, as known now: leave out --format and --known-at.")
        }
    }

    func run() throws {
        let asked = try options.asked()
        let view = try InvestorView(asked.keeper, asked.contract, asAt: asked.day)
        Output.result(IndigoProject(asked.contract, view).json)
    }
}
