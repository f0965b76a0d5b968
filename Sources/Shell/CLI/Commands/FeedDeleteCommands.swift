import Actions
import ArgumentParser
import Identify
import Register
import Values

struct FeedExpireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expire",
        abstract: "Delete the rows of agreements that have run out, and rows kept as long as agreed.",
        discussion: "The same is done whenever the service starts and before records are matched."
    )

    @OptionGroup var options: FeedOptions

    @Option(help: ArgumentHelp("As though it were this day, not before today. Default: today.", valueName: "day"))
    var asAt: String?

    func run() throws {
        let register = try options.register.open()
        let definitions = try options.register.definitionsInForce()
        let today = try register.workingDay()
        var day = today
        if let asAt {
            guard let asked = Day(iso: asAt), asked >= today else {
                throw ValidationError("--as-at must be a real date, such as 2025-03-31, and not before today.")
            }
            day = asked
        }
        let deletions = try register.sweepFeeds(definitions, on: day)
        FeedText.say(deletions, as: options.format, whenNone: "Nothing has had its time.")
    }
}

struct FeedPurgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Delete every row of a feed; that it was done, by whom and why, is kept."
    )

    @OptionGroup var options: FeedOptions

    @Argument(help: "The feed.")
    var feed: String

    @Option(help: ArgumentHelp("Why, in words that name no person.", valueName: "words"))
    var reason: String

    func run() throws {
        let register = try options.register.open()
        guard !reason.isEmpty else { throw ValidationError("--reason must say why the rows are deleted.") }
        guard try register.feedHoldings().contains(where: { $0.feed == feed }) else {
            throw ValidationError("No extract of a feed of that name was ever received. homeward feed list names them.")
        }
        let deletions = try register.purge(
            feed: feed,
            note: reason,
            on: register.workingDay(),
            as: LocalActor.draft(purpose: "purge", summary: "Purge of \(feed)"),
            at: Clock.now
        )
        FeedText.say(deletions, as: options.format, whenNone: "No rows of \(feed) are held.")
    }
}
