import Actions
import ArgumentParser
import Documents
import Register
import Report
import Values

struct AnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foi",
        abstract: "Answer questions put to the council from live figures, held against earlier answers.",
        discussion: """
            Without a name it lists the libraries of questions. Counts that are small, or would give a small one away, \
            stand as c. Answers are kept, approved by a second person and published on the pages of the service.
            """
    )

    @Argument(help: "The library of questions; or the reference of an answer, to have it as it is kept.")
    var library: String?

    @Option(help: ArgumentHelp("The last day that counts. Default: today.", valueName: "day"))
    var asAt: String?

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    @Flag(help: "Say what was hidden and why, for whoever approves it; never publish that.")
    var account = false

    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        guard let library else {
            let all = try options.definitionsInForce().questions
            return Output.result(all.map { "\($0.id): \($0.title)" }.joined(separator: "\n"))
        }
        let keeper = try options.keeper()
        if let kept = try PublishAnswers(keeper).answer(library) {
            guard asAt == nil, knownAt == nil, !account else {
                throw ValidationError(
                    "An answer is printed as it is kept: leave out --as-at, --known-at and --account."
                )
            }
            let document = AnswerDocument(kept)
            let imprint = try keeper.imprint(document.link, knownAt: document.knownAt)
            return try Output.result(document.document(format, imprint: imprint))
        }
        let day = try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? keeper.today()
        let change = try knownAt.map { try keeper.register.resolveKnownAt($0) }
        guard let draft = try PublishAnswers(keeper).draft(library, asAt: day, knownAt: change) else {
            let names = keeper.definitions.questions.map(\.id).joined(separator: ", ")
            throw ValidationError("There is no library of questions of that name. Give one of: \(names).")
        }
        let document = AnswerDocument(draft, withAccount: account)
        try Output.result(document.document(format, imprint: keeper.imprint(document.link, knownAt: document.knownAt)))
    }
}
