import Actions
import ArgumentParser
import Definitions
import Documents
import Pay
import Register
import Report
import Values

struct ContractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract",
        abstract: "Try an outcomes contract out, follow it, and work out what it pays from the register.",
        discussion: """
            A contract is a definition file; its clauses are evaluated by one function, whether on a simulated cohort or on \
            the register's. Members stand by reference, without names.
            """,
        subcommands: [
            ContractListCommand.self, ContractSimulateCommand.self, ContractForecastCommand.self,
            ContractStatementCommand.self, ContractClaimsCommand.self, ContractReplayCommand.self,
            ContractLedgerCommand.self, ContractExportCommand.self,
        ]
    )
}

struct ContractListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the contracts, and how far their clauses were checked against their source."
    )

    @Option(help: ArgumentHelp("Definition files that add to or replace the shipped ones.", valueName: "folder"))
    var definitions: String?

    func run() throws {
        for contract in try DefinitionsInForce.load(folder: definitions).contracts {
            let checked = "\(contract.clauses.count) clauses, \(contract.provenance.evidence.rawValue)"
            Output.result("\(contract.id)  \(contract.title)  (version \(contract.version), \(checked))")
        }
    }
}

/// Which contract, as at which day, on which state of the register.
struct ContractOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The contract, such as essex-care-days.", valueName: "name"))
    var contract: String

    @Option(help: ArgumentHelp("The day, such as 2025-03-31. Default: today.", valueName: "day"))
    var asAt: String?

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    @OptionGroup var register: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    /// What is asked, looked up: the register, the contract in it, the day and the change.
    func asked() throws -> AskedContract {
        let keeper = try register.keeper()
        return AskedContract(
            keeper: keeper,
            contract: try ContractOptions.contract(contract, in: keeper.definitions),
            day: try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? Clock.today,
            change: try knownAt.map { try keeper.register.resolveKnownAt($0) } ?? keeper.register.latestChange()
        )
    }

    /// The contract of that name among the definitions in force.
    static func contract(_ id: String, in definitions: DefinitionsInForce) throws -> Contract {
        guard let contract = definitions.contract(id) else {
            throw ValidationError("There is no contract of that name. Give one of: \(definitions.contractNames).")
        }
        return contract
    }
}

/// A contract of a register, as at a day, known at a change.
struct AskedContract {
    let keeper: Keeper
    let contract: Contract
    let day: Day
    let change: Int

    /// The contract's cohort, as known at the change that was asked for unless another is given.
    func cohort(knownAt other: Int? = nil) throws -> CohortReader {
        try keeper.cohort(of: contract, asAt: day, knownAt: other ?? change)
    }
}

/// How contracts are tried out on the command line.
enum Simulations {
    static let usualTrials = 1000
    static let usualSeed: UInt64 = 1

    /// Throws where there are too few or too many trials.
    static func check(_ trials: Int) throws {
        guard (1...1_000_000).contains(trials) else { throw ValidationError("--trials must be from 1 to 1,000,000.") }
    }
}

struct ContractSimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Say what a contract may come to before it is signed, from its definition alone."
    )

    @Option(help: ArgumentHelp("The contract, such as essex-care-days.", valueName: "name"))
    var contract: String

    @Option(help: "How many possible courses are drawn.")
    var trials = Simulations.usualTrials

    @Option(help: "The seed; the same one gives the same courses.")
    var seed = Simulations.usualSeed

    @Option(help: ArgumentHelp("Definition files that add to or replace the shipped ones.", valueName: "folder"))
    var definitions: String?

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func validate() throws {
        try Simulations.check(trials)
    }

    func run() throws {
        let inForce = try DefinitionsInForce.load(folder: definitions)
        let contract = try ContractOptions.contract(self.contract, in: inForce)
        let bars = CountedBar("Simulating", of: trials)
        let simulation = Simulation(contract, trials: trials, seed: seed) { bars.add($0) }
        bars.end()
        guard let simulation else {
            throw ValidationError("This contract has no simulation part: say in its definition what it supposes.")
        }
        var again = CommandWords("contract", "simulate", "--contract", contract.id)
        again.add(contentsOf: ["--trials", "\(trials)", "--seed", "\(seed)"])
        again.add("--definitions", definitions)
        let imprint = inForce.imprint(command: again.text)
        try Output.result(SimulationDocument(simulation).document(format, imprint: imprint))
    }
}
