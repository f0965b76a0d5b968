import Actions
import ArgumentParser
import Documents
import Register
import Report
import Values

struct DistanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance",
        abstract: "Show how far families came whose distance was last measured in a period: areas, groups and tests.",
        discussion: "With --audience public it is a preview; homeward publish makes what may leave the council."
    )

    @Option(help: ArgumentHelp("The first day of the period.", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("The last day of the period, included.", valueName: "day"))
    var to: String

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    @Option(help: "For whom: own has every count; public hides small counts and whatever would give one away.")
    var audience: Audience = .own

    @OptionGroup var part: PartOptions
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
        let filter = try part.filter(keeper)
        guard audience == .own else {
            guard filter.isEmpty else {
                throw ValidationError("--audience public is for the whole register: leave the part out.")
            }
            let published = try keeper.publicDistance(measuredIn: period, knownAt: change)
            let imprint = try keeper.imprint(published.link, knownAt: published.knownAt)
            return try Output.result(published.document(format, imprint: imprint))
        }
        let document = try keeper.distance(measuredIn: period, of: filter, knownAt: change)
        let imprint = try keeper.imprint(document.link, of: filter, knownAt: document.knownAt)
        try Output.result(document.document(format, imprint: imprint))
    }
}
