import Actions
import ArgumentParser
import Register

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the register as an exchange package, as it is or as it was known.",
        discussion: "The package holds personal data: keep it as you keep the register."
    )

    @OptionGroup var options: RegisterOptions

    @Option(help: ArgumentHelp("As known then: a change number, a date or a time. Default: now.", valueName: "change"))
    var knownAt: String?

    @Argument(help: "The folder to write to.")
    var folder: String

    func run() throws {
        let register = try options.open()
        let change = try knownAt.map { try register.resolveKnownAt($0) }
        try WritePackage.write(register.records(knownAt: change), to: folder)
        Output.result("\(folder) has the exchange package of the register.")
    }
}
