import Actions
import ArgumentParser
import Documents
import Register
import Report
import Values

extension Dimension: ExpressibleByArgument {}

struct ScorecardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scorecard",
        abstract: "Show a scorecard: each measure with its target, and whether it changed by more than chance.",
        discussion: "Without a name it lists the scorecards. CSV and JSON have every period of the history."
    )

    @Argument(help: "The scorecard's name.")
    var scorecard: String?

    @Option(help: ArgumentHelp("The last day that counts. Default: today.", valueName: "day"))
    var asAt: String?

    @Option(help: ArgumentHelp("Only this measure.", valueName: "name"))
    var measure: String?

    @Option(
        help: ArgumentHelp(
            "Answer as known then: a change number, a date or a time. Default: now.",
            valueName: "change"
        )
    )
    var knownAt: String?

    @Option(
        help: ArgumentHelp(
            "Tell the measure of the last period apart by programme, provider, team, area, age, tier or worker. Needs --measure.",
            valueName: "dimension"
        )
    )
    var by: Dimension?

    @OptionGroup var part: PartOptions
    @OptionGroup var options: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        guard let scorecard else {
            let all = try options.definitionsInForce().scorecards
            return Output.result(all.map { "\($0.id): \($0.title)" }.joined(separator: "\n"))
        }
        let keeper = try options.keeper()
        let day = try asAt.map { try QuestionOptions.day($0, "--as-at") } ?? keeper.today()
        let change = try knownAt.map { try keeper.register.resolveKnownAt($0) }
        let filter = try part.filter(keeper)
        let found = try keeper.scorecard(scorecard, asAt: day, only: measure, of: filter, knownAt: change)
        guard let answer = found else {
            let names = keeper.definitions.scorecards.map(\.id).joined(separator: ", ")
            throw ValidationError("There is no scorecard of that name. Give one of: \(names).")
        }
        guard !answer.measures.isEmpty else {
            let names = answer.scorecard.measures.map(\.id).joined(separator: ", ")
            throw ValidationError("The scorecard has no measure of that name. Give one of: \(names).")
        }
        if let by {
            guard measure != nil, let history = answer.measures.first else {
                throw ValidationError("--by tells one measure apart: give --measure.")
            }
            guard let document = try keeper.breakdown(history, by: by, of: filter, knownAt: change) else {
                throw ValidationError("Only a count or a share of records can be told apart; this measure is neither.")
            }
            let link = Address("scorecards", scorecard, history.measure.id).with("as-at", day.iso)
                .with("by", by.rawValue).with("known-at", "\(document.knownAt)").keeping(filter)
            let imprint = try keeper.imprint(link, of: filter, knownAt: document.knownAt)
            return try Output.result(document.document(format, imprint: imprint))
        }
        let document = ScorecardDocument(answer)
        let imprint = try keeper.imprint(document.link.keeping(filter), of: filter, knownAt: answer.knownAt)
        try Output.result(document.document(format, imprint: imprint))
    }
}
