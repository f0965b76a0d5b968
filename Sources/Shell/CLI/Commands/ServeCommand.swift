import Actions
import ArgumentParser
import Register
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the register's pages to this machine.",
        discussion: "There is no sign-in yet, so it answers the loopback address alone."
    )

    @OptionGroup var options: RegisterOptions

    @Option(help: "The port.")
    var port = 8080

    @Flag(help: "Where there is no register yet, make one with an invented authority.")
    var demonstration = false

    func run() async throws {
        guard (1...65_535).contains(port) else { throw ValidationError("--port must be 1 to 65535.") }
        let definitions = try options.definitionsInForce()
        if demonstration, !OpenRegister.exists(options.path) {
            Output.notice("Making a demonstration register of an invented authority at \(options.path).")
            try MakeDemonstration.register(at: options.path)
        }
        let keeper = Keeper(try options.open(), definitions: definitions)
        for deletion in try keeper.register.sweepFeeds(definitions) {
            Output.notice("Deleted, as its time has come: \(FeedText.line(deletion))")
        }
        _ = try keeper.picture()
        try await WebService(keeper, port: port).run { address in
            Output.notice(
                "Homeward is at \(address)  (this machine only: there is no sign-in yet). Stop it with Ctrl-C."
            )
        }
    }
}
