import ArgumentParser
import Documents
import Register

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Recompute the whole chain of changes and every reference, and say where it breaks."
    )

    @OptionGroup var options: RegisterOptions

    func run() throws {
        let bar = ProgressBar("Verifying")
        let report = try options.open().verify { bar.show($0, of: $1) }
        bar.end()
        for problem in report.problems { Output.result(VerifyCommand.words(problem)) }
        Output.result(
            "\(NumberText.plural(report.changes, "change", "changes")) and \(NumberText.plural(report.rows, "version", "versions")) checked, \(NumberText.plural(report.problems.count, "problem", "problems")) found."
        )
        Output.result("Hash of the latest change: \(report.head)")
        if !report.isSound { throw Exit.problems }
    }

    /// Where the register breaks; the key is left out, since it may name a person.
    private static func words(_ problem: VerificationReport.Problem) -> String {
        let place = [problem.change.map { "change \($0)" }, problem.table].compactMap(\.self).joined(separator: ", ")
        return place.isEmpty ? problem.what : "\(place): \(problem.what)"
    }
}
