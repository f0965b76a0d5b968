import Actions
import ArgumentParser
import Values

/// Asked by `scripts/bench.sh` alone, so not among the commands that help lists.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Load a register's snapshot, work out care days and children at home, and say how long each took.",
        shouldDisplay: false
    )

    @OptionGroup var options: RegisterOptions

    @Option(help: "The day, such as 2025-09-30.")
    var asAt: String

    @Option(help: "How many times each question is asked again and timed.")
    var runs = 0

    @Option(help: "A contract to price instead of the two questions.")
    var contract: String?

    @Option(help: "A scorecard to work out instead of the two questions.")
    var scorecard: String?

    func run() throws {
        guard let day = Day(iso: asAt) else {
            throw ValidationError("--as-at must be a real date, such as 2025-03-31.")
        }
        if let contract {
            let keeper = try options.keeper()
            let found = try ContractOptions.contract(contract, in: keeper.definitions)
            Output.result(try TimedPricing(keeper, found, asAt: day).answer(asAt: day, runs: max(1, runs)))
            return
        }
        if let scorecard {
            let keeper = try options.keeper()
            guard let found = keeper.definitions.scorecard(scorecard) else {
                throw ValidationError("There is no scorecard of that name.")
            }
            Output.result(try TimedScorecard(keeper, found).answer(asAt: day, runs: max(0, runs)))
            return
        }
        Output.result(try TimedFigures(options.open()).answer(asAt: day, runs: max(0, runs)))
    }
}
