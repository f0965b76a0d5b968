import Actions
import ArgumentParser
import Documents
import Pay

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Work out a programme's financial plan, and try it against its own paper.",
        discussion: """
            By financial year: what placements cost without the programme, what it costs, and what changes; each way of \
            paying side by side; what the saving depends on; and what does not come out. Savings stand below nothing.
            """
    )

    @Argument(help: ArgumentHelp("A plan's file (.yml), or its name, such as rotherham-mst-fit.", valueName: "file"))
    var plan: String

    @Option(help: ArgumentHelp("Children one by one, in place of the plan's own.", valueName: "csv"))
    var children: String?

    @Option(
        help: ArgumentHelp(
            "The way of paying, such as social-impact-bond. Default: the plan's first.",
            valueName: "name"
        )
    )
    var option: String?

    @Option(help: ArgumentHelp("Trials with what is uncertain left to chance; 0 leaves them out.", valueName: "number"))
    var trials: Int = Plans.usualTrials

    @Option(help: ArgumentHelp("Where the trials begin: the same number gives the same trials.", valueName: "number"))
    var seed: UInt64 = Plans.usualSeed

    @Option(help: ArgumentHelp("Definition files that add to or replace the shipped ones.", valueName: "folder"))
    var definitions: String?

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        guard (0...Plans.mostTrials).contains(trials) else {
            throw ValidationError("--trials must be from 0 to \(Plans.mostTrials).")
        }
        let plan = try Plans.load(self.plan, definitions: definitions)
        let chosen = try option.map { try wayOfPaying($0, of: plan) } ?? plan.options[0]
        let given = try children.map { try Plans.children($0, of: plan) }
        let tried =
            trials == 0 ? nil : PlanTrials(plan, chosen, ranges: plan.ranges, trials: trials, seed: seed)
        let report = PlanReport(plan, option: chosen, children: given, trials: tried)
        var again = CommandWords("plan", self.plan, "--option", chosen.id)
        again.add(contentsOf: ["--trials", "\(trials)", "--seed", "\(seed)"])
        again.add("--children", children)
        again.add("--definitions", definitions)
        let imprint = try DefinitionsInForce.load(folder: definitions).imprint(command: again.text)
        try Output.result(report.document(format, imprint: imprint))
    }

    private func wayOfPaying(_ name: String, of plan: Plan) throws -> FinancingOption {
        guard let option = plan.option(name) else {
            let names = plan.options.map(\.id).joined(separator: ", ")
            throw ValidationError("The plan has no way of paying of that name. Give one of: \(names).")
        }
        return option
    }
}
