import Actions
import ArgumentParser
import Identify
import Register
import Values

struct FeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Hold partners' extracts under their agreements: receive, show, delete.",
        discussion: """
            A feed is a partner's extract with the agreement it is held under, as a definition file has it. Fields that \
            the agreement does not permit are never read; rows go when it expires.
            """,
        subcommands: [
            FeedListCommand.self, FeedReceiveCommand.self, FeedShowCommand.self, FeedExpireCommand.self,
            FeedPurgeCommand.self,
        ]
    )
}

/// The form feeds are shown in.
enum FeedFormatOption: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Which register, and how the answer is shown.
struct FeedOptions: ParsableArguments {
    @OptionGroup var register: RegisterOptions

    @Option(help: "The form of the answer.")
    var format: FeedFormatOption = .text

    /// The definition of a feed; refuses a name that none has.
    func feed(_ id: String, _ definitions: DefinitionsInForce) throws -> Feed {
        guard let feed = definitions.feeds.first(where: { $0.id == id }) else {
            let known = definitions.feeds.map(\.id).joined(separator: ", ")
            throw ValidationError("There is no feed of that name. Give one of: \(known), or define it (--definitions).")
        }
        return feed
    }
}

struct FeedListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the feeds: agreement, rows held, last extract, and what needs attention."
    )

    @OptionGroup var options: FeedOptions

    func run() throws {
        let register = try options.register.open()
        let definitions = try options.register.definitionsInForce()
        let statuses = try FeedStatus.all(register, definitions, on: register.workingDay())
        switch options.format {
        case .text: for status in statuses { Output.result(FeedText.line(status)) }
        case .json:
            var json = JSONWriter(indented: true)
            json.object { json in
                json.key("feeds")
                json.array { json in
                    for status in statuses { FeedText.write(status, to: &json) }
                }
            }
            Output.result(json.text)
        }
    }
}

struct FeedShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a feed's agreement, its extracts and what was deleted."
    )

    @OptionGroup var options: FeedOptions

    @Argument(help: "The feed.")
    var feed: String

    func run() throws {
        let register = try options.register.open()
        let definitions = try options.register.definitionsInForce()
        let statuses = try FeedStatus.all(register, definitions, on: register.workingDay())
        guard let status = statuses.first(where: { $0.id == feed }) else {
            _ = try options.feed(feed, definitions)
            return
        }
        let extracts = try register.feedExtracts(of: feed)
        let deletions = try register.feedDeletions(of: feed)
        switch options.format {
        case .text: Output.result(FeedText.lines(status, extracts, deletions).joined(separator: "\n"))
        case .json:
            var json = JSONWriter(indented: true)
            FeedText.write(status, extracts, deletions, to: &json)
            Output.result(json.text)
        }
    }
}
