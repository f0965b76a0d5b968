import Actions
import ArgumentParser
import Documents
import Report

struct ReportCardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report-card",
        abstract: "Fill a report card: how much, how well, is anyone better off, and what people wrote.",
        discussion: "Without a name it lists the report cards."
    )

    @Argument(help: "The report card's name.")
    var card: String?

    @OptionGroup var time: AsAtOptions
    @OptionGroup var part: PartOptions
    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        guard let card else {
            let all = try options.definitionsInForce().reportCards
            return Output.result(all.map { "\($0.id): \($0.title)" }.joined(separator: "\n"))
        }
        let keeper = try options.keeper()
        let filter = try part.filter(keeper)
        let document = try keeper.reportCard(
            card,
            asAt: time.day(keeper),
            of: filter,
            knownAt: time.change(keeper)
        )
        guard let document else {
            let names = keeper.definitions.reportCards.map(\.id).joined(separator: ", ")
            throw ValidationError("There is no report card of that name. Give one of: \(names).")
        }
        let imprint = try keeper.imprint(document.link, of: filter, knownAt: document.answer.knownAt)
        try Output.result(document.document(format, imprint: imprint))
    }
}
