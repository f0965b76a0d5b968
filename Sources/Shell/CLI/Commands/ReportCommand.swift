import Actions
import ArgumentParser
import Documents
import Report

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Answer a report's question from the register.",
        discussion: "The reports are key-information, performance, intelligence and family-support."
    )

    @Argument(help: "key-information, performance, intelligence or family-support.")
    var report: String

    @Option(help: "For whom: own has every count; public hides small counts and whatever would give one away.")
    var audience: Audience = .own

    @OptionGroup var question: QuestionOptions
    @OptionGroup var part: PartOptions
    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let asked = try question.question(report)
        let keeper = try options.keeper()
        try question.check(asked, keeper)
        let change = try question.change(keeper.register)
        let filter = try part.filter(keeper)
        guard audience == .own else {
            guard filter.isEmpty else {
                throw ValidationError("--audience public is for the whole register: leave the part out.")
            }
            let (report, rule) = try keeper.publicReport(asked, knownAt: change)
            let knownAt = report.answer.knownAt
            let link = asked.page(knownAt: knownAt).with("audience", "public")
            let imprint = try keeper.imprint(link, knownAt: knownAt)
            return try Output.result(report.document(format, imprint: imprint, rule: rule))
        }
        guard let answer = try keeper.answer(asked, of: filter, knownAt: change) else {
            throw ValidationError("The report has no answer to that.")
        }
        try Output.result(
            answer.document(
                format,
                imprint: keeper.imprint(
                    asked.page(of: filter, knownAt: answer.knownAt),
                    of: filter,
                    knownAt: answer.knownAt
                )
            )
        )
    }
}

extension DocumentFormat: ExpressibleByArgument {}
