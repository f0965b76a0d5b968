import Actions
import ArgumentParser
import Documents
import Report

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Answer a report's question from the register.",
        discussion: "The reports are key-information, performance and intelligence."
    )

    @Argument(help: "key-information, performance or intelligence.")
    var report: String

    @OptionGroup var question: QuestionOptions
    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let asked = try question.question(report)
        let keeper = try options.keeper()
        try question.check(asked, keeper)
        guard let answer = try keeper.answer(asked, knownAt: question.change(keeper.register)) else {
            throw ValidationError("The report has no answer to that.")
        }
        Output.result(answer.document(format, imprint: try keeper.imprint()))
    }
}

extension DocumentFormat: ExpressibleByArgument {}
