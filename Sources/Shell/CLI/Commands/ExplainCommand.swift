import Actions
import ArgumentParser
import Documents
import Report

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Open a figure onto the records behind it, and why each counts.",
        discussion: "Give the figure's id, such as home.now or mst.home.6.share, and the options of its report."
    )

    @Argument(help: "The figure's id.")
    var figure: String

    @Option(help: ArgumentHelp("The report it is a figure of; otherwise found by the id.", valueName: "name"))
    var report: String?

    @OptionGroup var question: QuestionOptions
    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let asked = try question.question(report ?? likelyReport)
        let keeper = try options.keeper()
        try question.check(asked, keeper)
        let answer = try keeper.open(figure, of: asked, knownAt: question.change(keeper.register))
        guard let answer, let opened = OpenedFigure(figure, of: answer) else {
            throw ValidationError(
                "\(asked.name) has no figure \(figure). Run homeward report \(asked.name) to see the ids, or give --report."
            )
        }
        let link = asked.page(opening: figure, knownAt: answer.knownAt)
        try Output.result(opened.document(format, imprint: keeper.imprint(link, knownAt: answer.knownAt)))
    }

    /// A period means performance; families, people, criteria and tiers are intelligence; the rest is key information.
    private var likelyReport: String {
        if question.from != nil || question.to != nil { return "performance" }
        let intelligence = ["families.", "people.", "criterion.", "criteria.", "tier.", "claims."]
        return intelligence.contains { figure.hasPrefix($0) } ? "intelligence" : "key-information"
    }
}
