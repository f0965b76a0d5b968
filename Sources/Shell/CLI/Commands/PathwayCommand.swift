import Actions
import ArgumentParser
import Documents
import Register
import Report
import Values

struct PathwayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pathway",
        abstract:
            "Follow the referrals of a period: where families are lost, how long each step takes, who enters care."
    )

    @Option(help: ArgumentHelp("The first day on which a referral was received.", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("The last day on which a referral was received.", valueName: "day"))
    var to: String

    @Option(help: ArgumentHelp("The day up to which they are followed. Default: today.", valueName: "day"))
    var asAt: String?

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
        let day = try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? keeper.today()
        let change = try knownAt.map { try keeper.register.resolveKnownAt($0) }
        let document = try keeper.pathway(received: period, asAt: day, knownAt: change)
        let imprint = try keeper.imprint(document.link, knownAt: document.review.knownAt)
        try Output.result(document.document(format, imprint: imprint))
    }
}
