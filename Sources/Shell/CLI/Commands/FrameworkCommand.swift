import Actions
import ArgumentParser
import Documents
import Report

struct FrameworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework",
        abstract: "Fill an evaluation framework: outcomes, measures of success, and how the data come in.",
        discussion: "Without a name it lists the frameworks."
    )

    @Argument(help: "The framework's name.")
    var framework: String?

    @OptionGroup var time: AsAtOptions
    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        guard let framework else {
            let all = try options.definitionsInForce().frameworks
            return Output.result(all.map { "\($0.id): \($0.title)" }.joined(separator: "\n"))
        }
        let keeper = try options.keeper()
        let filled = try keeper.framework(framework, asAt: time.day(keeper), knownAt: time.change(keeper))
        guard let filled else {
            let names = keeper.definitions.frameworks.map(\.id).joined(separator: ", ")
            throw ValidationError("There is no framework of that name. Give one of: \(names).")
        }
        let imprint = try keeper.imprint(filled.link, knownAt: filled.filled.knownAt)
        try Output.result(filled.document(format, imprint: imprint))
    }
}
