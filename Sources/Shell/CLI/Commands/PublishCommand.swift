import Actions
import ArgumentParser
import Documents
import Records
import Register
import Report
import Values

struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Make what is due for publication, have it approved, and keep it as it was issued.",
        discussion: """
            What is published, when and for whom are definitions. A second person approves what one has made; from then on \
            it is kept byte for byte, and can be opened again exactly. What it gives and hides is noted, and every later one \
            is held against it; a preview (--audience public) is not. Without a subcommand it lists the publications.
            """,
        subcommands: [
            PublishListCommand.self, PublishDueCommand.self, PublishMakeCommand.self, PublishApproveCommand.self,
            PublishTurnDownCommand.self, PublishShowCommand.self, PublishChangedCommand.self,
            PublishCorrectCommand.self,
        ],
        defaultSubcommand: PublishListCommand.self
    )
}

struct PublishListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the publications, and where each stands."
    )

    @OptionGroup var options: RegisterOptions

    func run() throws {
        let all = try IssuePublications(options.keeper()).publications()
        guard !all.isEmpty else {
            return Output.result("Nothing has been published. homeward publish due makes what is due.")
        }
        let lines = all.map { "\($0.id.text)  \($0.to.iso)  \($0.standing(among: all))  \($0.title)" }
        Output.result(lines.joined(separator: "\n"))
    }
}

struct PublishDueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "Make every publication that is due and not made yet.",
        discussion: """
            For a timer: run it every day. The same again makes nothing. What it makes waits for a second person. Exit \
            status 0 where everything due is made or waits for a person's signature, 1 where something that is due could \
            not be made.
            """
    )

    @Option(help: ArgumentHelp("Whatever is due by this day. Default: today.", valueName: "day"))
    var by: String?

    @OptionGroup var options: RegisterOptions

    func run() throws {
        let keeper = try options.keeper()
        let day = try by.map { try QuestionOptions.day($0, "--by") } ?? keeper.today()
        let made = try IssuePublications(keeper).makeDue(by: day)
        for item in made { Output.result(item.line) }
        if made.contains(where: { $0.refusal != nil }) { throw Exit.problems }
    }
}

struct PublishMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make what a schedule names for a period of your own, to be approved by somebody else.",
        discussion:
            "A report of a day is as at the last day. The same again makes nothing. Exit status 1 if it is refused."
    )

    @Argument(help: "The schedule's name, as homeward publish due prints it or the page Publications lists it.")
    var schedule: String

    @Option(help: ArgumentHelp("The first day of the period.", valueName: "day"))
    var from: String

    @Option(help: ArgumentHelp("The last day of the period, included.", valueName: "day"))
    var to: String

    @OptionGroup var options: RegisterOptions

    func run() throws {
        let first = try QuestionOptions.day(from, "--from")
        let last = try QuestionOptions.day(to, "--to")
        guard let period = Period(from: first, to: last) else {
            throw ValidationError("--to must be the same as or after --from.")
        }
        let made = try IssuePublications(options.keeper()).make(schedule, period)
        Output.result(made.line)
        if made.refusal != nil { throw Exit.problems }
    }
}

extension IssuePublications.Made {
    /// What came of it, for a terminal.
    fileprivate var line: String {
        let what =
            switch outcome {
            case .notDue: "nothing is due"
            case .kept(let id): "kept already: \(id)"
            case .made(let id): "made, waits for approval: \(id)"
            case .waitsForSignOff(let words): "waiting for sign-off: \(words)."
            case .refused(let words): "not made: \(words)."
            }
        return "\(edition.title) (\(edition.name)), \(period?.long ?? "no period yet"): \(what)"
    }
}

struct PublishApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve and so issue a publication that somebody else made."
    )

    @OptionGroup var chosen: PublicationOptions

    func run() throws {
        let (publications, kept) = try chosen.kept()
        try publications.approve(kept)
        Output.result("Issued \(kept.publication.id.text): \(kept.publication.title)")
    }
}

struct PublishTurnDownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "turn-down",
        abstract: "Turn down a publication that waits, so that it is made again."
    )

    @OptionGroup var chosen: PublicationOptions

    func run() throws {
        let (publications, kept) = try chosen.kept()
        try publications.turnDown(kept)
        Output.result("Turned down \(kept.publication.id.text): \(kept.publication.title)")
    }
}

struct PublishShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Write a publication exactly as it was issued."
    )

    @OptionGroup var chosen: PublicationOptions

    @Option(help: "The form it is kept in: html, csv, json, xlsx or pdf.")
    var format: DocumentFormat = .csv

    func run() throws {
        let (publications, kept) = try chosen.kept()
        guard let bytes = try publications.content(kept, format) else {
            let forms = kept.files.map(\.format).joined(separator: ", ")
            throw ValidationError("It is not kept in that form. Give one of: \(forms).")
        }
        Output.result(bytes)
    }
}

struct PublishChangedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changed",
        abstract: "Say what has changed since a publication was made: the same worked out as known now."
    )

    @OptionGroup var chosen: PublicationOptions

    func run() throws {
        let (publications, kept) = try chosen.kept()
        guard let changes = try publications.changes(since: kept) else {
            throw ValidationError("Its schedule is no longer defined, so it cannot be worked out again.")
        }
        Output.result(changes.words)
        for change in changes.changes {
            Output.result("\(change.table): \(change.row), \(change.column): \(change.issued), now \(change.now)")
        }
    }
}

struct PublishCorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Make what was issued again as known now, to put it right, and to be approved by somebody else.",
        discussion: """
            What was issued stays, and says what puts it right. It is refused where nothing would be other than it was \
            issued, and where the two together would give a count away.
            """
    )

    @OptionGroup var chosen: PublicationOptions

    @Option(help: ArgumentHelp("What was not right, for those who read it.", valueName: "words"))
    var reason: String

    func run() throws {
        let (publications, kept) = try chosen.kept()
        let id = try publications.correct(kept, reason: reason)
        Output.result("Made, waits for approval: \(id), which corrects \(kept.publication.id.text)")
    }
}

/// Which publication of which register.
struct PublicationOptions: ParsableArguments {
    @Argument(help: "The publication's reference, as homeward publish lists it.")
    var publication: String

    @OptionGroup var options: RegisterOptions

    func kept() throws -> (IssuePublications, IssuePublications.Kept) {
        let publications = IssuePublications(try options.keeper())
        guard let kept = try publications.publication(publication) else {
            throw ValidationError("There is no publication \(publication). homeward publish lists them.")
        }
        return (publications, kept)
    }
}
