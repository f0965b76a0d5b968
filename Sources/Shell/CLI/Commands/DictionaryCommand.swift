import Actions
import ArgumentParser

struct DictionaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dictionary",
        abstract: "Write the data dictionary: every table, field and code, as Markdown."
    )

    func run() {
        Output.result(DataDictionary.markdown)
    }
}
