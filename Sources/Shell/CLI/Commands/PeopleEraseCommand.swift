import Actions
import ArgumentParser
import Register

extension ErasePerson.Reason: ExpressibleByArgument {}

struct PeopleEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a person for good: their personal values go from every version of every record about them.",
        discussion: """
            Figures stay as they are, since the records stay without names, dates of birth and references. Once nobody of a \
            family is left, what was written of the family goes too: notes, goals, documents. Without --yes it says what \
            would go, and nothing does. Backups made before hold what is erased until they are deleted.
            """
    )

    @OptionGroup var options: RegisterOptions

    @Argument(help: "Reference of the person.")
    var person: String

    @Option(help: "Why: at their request, at the end of retention, or recorded by mistake.")
    var because: ErasePerson.Reason

    @Flag(help: "Erase. It cannot be undone.")
    var yes = false

    func run() throws {
        let erase = ErasePerson(try options.open())
        let plan = try erase.plan(person)
        guard !plan.isEmpty else {
            throw ValidationError("Nothing personal is held of person \(person). Check the reference.")
        }
        let lines = plan.map { "\($0.table): \($0.versions) \($0.versions == 1 ? "version" : "versions")" }
        guard yes else {
            let how = "Nothing has been erased. Give --yes to erase them for good."
            Output.result((lines + [how]).joined(separator: "\n"))
            return
        }
        let change = try erase.run(person, because: because).map { ", change \($0)" } ?? ""
        Output.result((lines + ["Person \(person) is erased\(change)."]).joined(separator: "\n"))
    }
}
