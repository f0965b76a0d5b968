import Actions
import ArgumentParser
import Documents
import Register
import Report

struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "List the changes of the register, or say what moved a report between two of them.",
        discussion: """
            With --report and --since, the answer as known then is compared with the answer as known at --known-at (or \
            now): which figures moved, which records moved them, and which records differ.
            """
    )

    @OptionGroup var options: RegisterOptions
    @OptionGroup var question: QuestionOptions

    @Option(help: ArgumentHelp("The report to compare.", valueName: "name"))
    var report: String?

    @Option(help: ArgumentHelp("The earlier change: a number, a date or a time.", valueName: "change"))
    var since: String?

    func validate() throws {
        guard (report == nil) == (since == nil) else {
            throw ValidationError("Give both --report and --since to compare, or neither to list the changes.")
        }
    }

    func run() throws {
        guard let report, let since else { return try list(options.open()) }
        let asked = try question.question(report)
        let keeper = try options.keeper()
        try question.check(asked, keeper)
        let register = keeper.register
        let earlier = try register.resolveKnownAt(since)
        let later = try question.change(register) ?? register.latestChange()
        guard let comparison = try keeper.compare(asked, from: earlier, to: later) else {
            throw ValidationError("There is no criteria set of that name.")
        }
        Output.result(ComparisonText.text(comparison))
    }

    private func list(_ register: Register) throws {
        var before: Int?
        repeat {
            let changes = try register.changes(before: before, limit: 500)
            for change in changes {
                let rows = "\(change.written) written, \(change.ended) ended"
                Output.result("\(change.number)  \(change.at.iso)  \(change.actor)  \(change.summary)  (\(rows))")
            }
            before = changes.last?.number
        } while before.map { $0 > 1 } ?? false
    }
}
