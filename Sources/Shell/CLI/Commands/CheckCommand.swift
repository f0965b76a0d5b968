import Actions
import ArgumentParser
import Exchange
import Foundation
import Register

/// The form problems are listed in.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// How files are read.
struct FileOptions: ParsableArguments {
    @Argument(help: "Files, folders or zips: exchange packages, SSDA903 files (CSV or XML).")
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "Collection year of an SSDA903 return, the year it ends in. Default: that of its latest date.",
            valueName: "year"
        )
    )
    var collectionYear: Int?

    @Option(help: ArgumentHelp("The authority that made the return, such as E09000027.", valueName: "code"))
    var authority: String?

    @Flag(help: "Repair the episodes of a return; every repair is listed.")
    var repair = false

    @Option(help: "The form of the list.")
    var format: ListFormat = .text

    func options() throws -> CheckOptions {
        if let collectionYear, !(1992...2100).contains(collectionYear) {
            throw ValidationError("--collection-year must be a year, such as 2025.")
        }
        return CheckOptions(collectionYear: collectionYear, authority: authority, repair: repair)
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check files without importing them, against the register where there is one."
    )

    @OptionGroup var files: FileOptions
    @OptionGroup var options: RegisterOptions

    func run() throws {
        let checkOptions = try files.options()
        let sources = try ReadFiles.read(files.paths)
        let bar = ProgressBar("Checking")
        let progress = { (done: CheckProgress) in bar.show(done.bytesDone, of: done.bytesTotal) }
        let result: CheckResult
        if OpenRegister.exists(options.path) {
            result = try ImportFiles(into: options.open(), options: checkOptions).check(sources, progress: progress)
        } else {
            result = FileCheck.run(sources, options: checkOptions, progress: progress)
        }
        bar.end()
        switch files.format {
        case .text: Output.result(result.text() + RepairText.text(result.repairs))
        case .json: Output.result(result.json + [UInt8(ascii: "\n")])
        case .csv: Output.result(result.csv)
        }
        if !result.problems.isEmpty { throw Exit.problems }
    }
}
