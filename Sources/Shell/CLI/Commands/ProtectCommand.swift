import Actions
import ArgumentParser
import Documents
import Exchange
import Report
import Values

struct ProtectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect",
        abstract: "Hide small counts of a file, and those with which they could be worked out.",
        discussion: """
            The file is JSON: {"counts": [{"id": "north", "value": 3}, ...], "sums": [{"total": "all", "parts": ["north", \
            ...]}]}, or a list of such. A count has "most" where the most it can be is published, and "known": true where \
            it was published before. JSON says as well how much was hidden, for whoever answers for it; publish the rest.
            """
    )

    @Argument(help: ArgumentHelp("The counts and the sums that link them.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The rule for small counts.", valueName: "name"))
    var rule = DisclosureRules.usual

    @Option(help: ArgumentHelp("Definition files that add to or replace the shipped ones.", valueName: "folder"))
    var definitions: String?

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let inForce = try DefinitionsInForce.load(folder: definitions)
        guard let rules = inForce.disclosure.first(where: { $0.id == rule }) else {
            let names = inForce.disclosure.map(\.id).joined(separator: ", ")
            throw ValidationError("There is no rule of that name. Give one of: \(names).")
        }
        let files = try ReadFiles.read([file])
        guard files.count == 1 else { throw ValidationError("Give one file, not a folder.") }
        do {
            let counts = try ProtectCounts(files[0].bytes, named: file, by: rules)
            var again = CommandWords("protect", file, "--rule", rule)
            again.add("--definitions", definitions)
            let imprint = inForce.imprint(command: again.text, completeness: "As complete as the file given")
            try Output.result(counts.document(format, imprint: imprint))
        } catch let refusal as ProtectCounts.Refusal {
            Output.notice(refusal.description)
            throw Exit.problems
        }
    }
}
