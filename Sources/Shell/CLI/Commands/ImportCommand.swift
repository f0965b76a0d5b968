import Actions
import ArgumentParser
import Exchange
import Register
import Values

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import files into the register: all of them, or nothing.",
        discussion: """
            Importing the same files again changes nothing; corrected files make new versions. With --replace-period, \
            records dated in the period that the files no longer have are ended.
            """
    )

    @OptionGroup var files: FileOptions
    @OptionGroup var options: RegisterOptions

    @Option(
        help: ArgumentHelp(
            "A period such as 2024-04-01..2025-03-31, or a collection year: end its records that are not in the files.",
            valueName: "period"
        )
    )
    var replacePeriod: String?

    func run() throws {
        let checkOptions = try files.options()
        let period = try replacePeriod.map(ImportCommand.period)
        let sources = try ReadFiles.read(files.paths)
        let register = try options.open(create: true)
        let bar = ProgressBar("Checking")
        let recording = ProgressBar("Recording")
        let names = files.paths.joined(separator: ", ")
        let outcome = try ImportFiles(into: register, options: checkOptions).run(
            sources,
            as: LocalActor.draft(purpose: "import", summary: "Import of \(names)"),
            replacing: period,
            checking: { bar.show($0.bytesDone, of: $0.bytesTotal) },
            recording: { recording.show($0, of: $1) }
        )
        bar.end()
        recording.end()
        say(outcome)
        if !outcome.check.problems.isEmpty { throw Exit.problems }
    }

    private func say(_ outcome: ImportFiles.Outcome) {
        switch files.format {
        case .text: Output.result(outcome.check.text() + RepairText.text(outcome.check.repairs) + "\n" + words(outcome))
        case .csv: Output.result(outcome.check.csv)
        case .json:
            var json = JSONWriter(indented: true)
            json.object { json in
                outcome.check.write(to: &json)
                json.field("change", outcome.recorded?.change)
            }
            Output.result(json.bytes + [UInt8(ascii: "\n")])
        }
    }

    private func words(_ outcome: ImportFiles.Outcome) -> String {
        guard let recorded = outcome.recorded else {
            return "Nothing was imported: mend what blocks the import and import again."
        }
        guard let change = recorded.change else { return "Nothing new: the register already has all of it." }
        let tables = recorded.tables.filter { $0.new + $0.revised + $0.ended > 0 }.map { tally in
            "  \(tally.table): \(tally.new.grouped) new, \(tally.revised.grouped) revised, \(tally.ended.grouped) ended"
        }
        return "Imported as change \(change).\n" + tables.joined(separator: "\n")
    }

    private static func period(_ text: String) throws -> Period {
        if let year = Int(text), (1992...2100).contains(year) { return FinancialYear(startYear: year - 1).period }
        let days = text.split(separator: ".", omittingEmptySubsequences: true).map { Day(iso: String($0)) }
        guard text.contains(".."), days.count == 2, let from = days[0], let to = days[1],
            let period = Period(from: from, to: to)
        else {
            throw ValidationError(
                "--replace-period must be a period such as 2024-04-01..2025-03-31, or a collection year such as 2025."
            )
        }
        return period
    }
}
