import ArgumentParser
import Documents
import Register
import RegisterSQLite

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a verified copy of the register while it is in use."
    )

    @OptionGroup var options: RegisterOptions

    @Argument(help: "The file to write.")
    var file: String

    func run() throws {
        let report = try options.open().backup(to: file)
        let changes = NumberText.plural(report.changes, "change", "changes")
        Output.result("\(file) holds \(changes) and verifies. Hash of the latest change: \(report.head)")
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the register, once it has verified."
    )

    @OptionGroup var options: RegisterOptions

    @Argument(help: "The backup.")
    var file: String

    func run() throws {
        let replaced = try Register.restore(from: file, to: options.path)
        Output.result("\(options.path) is restored from \(file).")
        if let replaced { Output.result("The register it replaces is kept as \(replaced).") }
    }
}
