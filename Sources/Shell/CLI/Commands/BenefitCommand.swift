import Actions
import ArgumentParser
import Documents

struct BenefitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benefit",
        abstract: "Set what a programme costs against what it is worth, by agency and year.",
        discussion:
            "Deadweight, attribution, displacement and hope are taken off one after the other, and each step is shown."
    )

    @Argument(help: ArgumentHelp("A case's file (.yml), or its name, such as mst-example.", valueName: "file"))
    var benefitCase: String

    @Option(help: ArgumentHelp("Definition files that add to or replace the shipped ones.", valueName: "folder"))
    var definitions: String?

    @Option(help: "The form of the answer.")
    var format: DocumentFormat = .text

    func run() throws {
        let found = try BenefitCases.load(benefitCase, definitions: definitions)
        var again = CommandWords("benefit", benefitCase)
        again.add("--definitions", definitions)
        let imprint = try DefinitionsInForce.load(folder: definitions).imprint(command: again.text)
        try Output.result(BenefitReport(found).document(format, imprint: imprint))
    }
}
