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
        guard let answer = try keeper.answer(asked, of: part.filter(keeper), knownAt: change) else {
            throw ValidationError("The report has no answer to that.")
        }
        Output.result(answer.document(format, imprint: try keeper.imprint()))
    }
}

extension DocumentFormat: ExpressibleByArgument {}
