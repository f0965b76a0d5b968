import Actions
import ArgumentParser
import Documents
import Register
import Report
import Values

struct NeedsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "needs",
        abstract: "Count signs of need by area or over time, from everybody in the register.",
        discussion: """
            With --audience public small counts are hidden, and others with which they could be worked out, alone or with \
            what was published before. That is a preview; homeward publish makes what may leave.
            """
    )

    @Option(help: ArgumentHelp("The first day of the period.", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("The last day of the period, included.", valueName: "day"))
    var to: String

    @Option(help: "What the counts are broken down by.")
    var by: NeedsGrouping = .area

    @Option(help: "For those who may see every count, or for anybody.")
    var audience: Audience = .own

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let first = try QuestionOptions.day(from, "--from")
        let last = try QuestionOptions.day(to, "--to")
        guard let period = Period(from: first, to: last) else {
            throw ValidationError("--to must be the same as or after --from.")
        }
        let keeper = try options.keeper()
        let change = try knownAt.map { try keeper.register.resolveKnownAt($0) }
        let document = try keeper.needs(during: period, by: by, for: audience, knownAt: change)
        try Output.result(
            document.document(format, imprint: keeper.imprint(document.link, knownAt: document.knownAt))
        )
    }
}

extension NeedsGrouping: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
