import Actions
import ArgumentParser
import Documents
import Linkage

struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Find records of one person in and between files, or say why two records are or are not.",
        subcommands: [LinkRunCommand.self, LinkExplainCommand.self],
        defaultSubcommand: LinkRunCommand.self
    )
}

/// Which files are linked, and how.
struct LinkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model: febrl, uk-multi-agency or another by its name, or its file (.yml, or .json as Splink saves it).",
            valueName: "name"
        )
    )
    var model: String

    @Option(
        help: ArgumentHelp(
            "How files are read: columns, dates, encoding, source. May be given several times.",
            valueName: "file"
        )
    )
    var mapping: [String] = []

    @Flag(help: "Find the model's parameters from these records first.")
    var train = false

    @Option(
        help: ArgumentHelp(
            "Match probability from which records are put together. Default: the model's.",
            valueName: "probability"
        )
    )
    var threshold: Double?

    @Flag(help: "Put no two records of one source together.")
    var oneToOne = false

    @Option(help: ArgumentHelp("Definition files that add to or replace the shipped ones.", valueName: "folder"))
    var definitions: String?

    func validate() throws {
        if let threshold, !(threshold > 0 && threshold < 1) {
            throw ValidationError("--threshold must be between 0 and 1, such as 0.95.")
        }
    }

    func files(_ paths: [String], _ bars: StageBars) throws -> LinkFiles {
        let model = try LinkageModels.load(model, definitions: definitions)
        return try LinkFiles(paths, mappings: mapping, model: model) { bars.show($0, $1) }
    }

    var options: LinkageOptions {
        var options = LinkageOptions()
        options.trains = train
        options.threshold = threshold
        options.oneToOne = oneToOne
        if let threshold { options.leastProbability = min(options.leastProbability, threshold) }
        return options
    }
}

/// The form of what is said about a linking.
enum LinkFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct LinkRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Put the records of each person together.",
        discussion: """
            Each file has a header and a record a row; what its records come from is its name without the ending, \
            unless a mapping says otherwise. What is written are numbers and record ids, never names. Nothing is sent \
            anywhere or kept.
            """
    )

    @Argument(help: "CSV files of people.")
    var files: [String]

    @OptionGroup var linking: LinkOptions

    @Option(help: ArgumentHelp("Where clusters go: source,record_id,cluster_id.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("Where pairs go, with match weight and probability.", valueName: "file"))
    var pairs: String?

    @Option(
        help: ArgumentHelp(
            "Least match probability of the pairs that are kept. Default: 0.01.",
            valueName: "probability"
        )
    )
    var least: Double?

    @Option(
        help: ArgumentHelp("Where the model goes as it was used: .yml, or .json for Splink.", valueName: "file")
    )
    var saveModel: String?

    @Option(help: ArgumentHelp("Where the page with charts goes.", valueName: "file"))
    var report: String?

    @Option(help: "The form of the summary.")
    var format: LinkFormat = .text

    func validate() throws {
        if let least, !(least > 0 && least < 1) {
            throw ValidationError("--least must be between 0 and 1, such as 0.01.")
        }
        if let least, let threshold = linking.threshold, least > threshold {
            throw ValidationError(
                "--least must not be more than --threshold: records are put together by pairs that are kept."
            )
        }
        if let saveModel, LinkageModelForm(path: saveModel) == nil {
            throw ValidationError("--save-model must end in .yml, or in .json for Splink.")
        }
    }

    func run() throws {
        let bars = StageBars()
        defer { bars.end() }
        let output = try WriteLinkage(clusters: out, pairs: pairs, report: report, model: saveModel, reading: files)
        let work = try linking.files(files, bars)
        var options = linking.options
        if let least { options.leastProbability = min(least, options.threshold ?? work.model.threshold) }
        // No definitions but models are read: reading all of them takes as long as linking a small file.
        let version = try DefinitionsInForce.version(folder: linking.definitions)
        let imprint = { (report: LinkageReport) in
            DefinitionsInForce.imprint(version, command: again, completeness: report.completeness)
        }
        let report = try output.run(work, options: options, imprint: imprint)
        bars.end()
        switch format {
        case .text: Output.result(report.text(imprint(report)))
        case .json: Output.result(report.json(imprint(report)))
        }
        if let saveModel { LinkRunCommand.sayOmissions(of: report.model, saveModel) }
    }

    /// The command that gives the same again; where the files lie is no business of the page's readers.
    private var again: String {
        let name = { (path: String) in path.split(separator: "/").last.map(String.init) ?? path }
        var words = CommandWords("link")
        words.add(contentsOf: files.map(name))
        words.add("--model", LinkageModelForm(path: linking.model) == nil ? linking.model : name(linking.model))
        for path in linking.mapping { words.add("--mapping", name(path)) }
        words.add("--train", if: linking.train)
        words.add("--threshold", linking.threshold.map { "\($0)" })
        words.add("--one-to-one", if: linking.oneToOne)
        words.add("--least", least.map { "\($0)" })
        words.add("--definitions", linking.definitions.map(name))
        words.add("--out", name(out))
        return words.text
    }

    /// What a file of Splink's settings cannot hold.
    private static func sayOmissions(of model: LinkageModel, _ path: String) {
        for words in LinkageModelForm(path: path)?.omissions(of: model) ?? [] { Output.notice("\(path): \(words)") }
    }
}

struct LinkExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say step by step why two records have the match weight they have.",
        discussion: """
            A record is named source/record_id, or by its id alone where one source has it. The values compared are \
            shown: they are personal data, for you alone.
            """
    )

    @Argument(help: "The one record.")
    var first: String

    @Argument(help: "The other record.")
    var second: String

    @Argument(help: "CSV files of people, all that were linked.")
    var files: [String]

    @OptionGroup var linking: LinkOptions

    func run() throws {
        let bars = StageBars()
        defer { bars.end() }
        let answer = try ExplainLink.run(first, second, in: linking.files(files, bars), options: linking.options)
        bars.end()
        Output.result(
            answer.waterfall.text(
                of: answer.left,
                and: answer.right,
                threshold: answer.threshold,
                areTogether: answer.areTogether
            )
        )
    }
}
