import Actions
import ArgumentParser

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Write an exchange package of an invented authority: 2,000 families, four programmes, five years."
    )

    @Argument(help: "The folder to write to.")
    var folder: String

    func run() throws {
        try MakeDemonstration.write(to: folder)
        Output.result(
            """
            \(folder) has the exchange package of an invented authority. Import it with: homeward import \(folder)
            \(folder)/feeds has extracts of six partners. Receive one with: homeward feed receive school \(folder)/feeds/school.csv
            """
        )
    }
}
