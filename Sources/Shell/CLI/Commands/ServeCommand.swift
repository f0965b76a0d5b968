import Actions
import ArgumentParser
import Register
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the register's pages to those who sign in.",
        discussion: """
            It answers this machine alone unless a public address is given; then put a proxy with TLS before it. On a \
            register that nobody signs in to yet it prints a code, with which the first administrator is made in the \
            browser.
            """
    )

    @OptionGroup var options: RegisterOptions

    @Option(help: "The port.")
    var port = 8080

    @Option(help: ArgumentHelp("Where to listen. Default: 127.0.0.1.", valueName: "host"))
    var host = "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            "The address that browsers know, such as https://families.example.gov.uk.",
            valueName: "address"
        )
    )
    var publicAddress: String?

    @Option(
        help: ArgumentHelp(
            "The key that seals secrets. Default: beside the register, made at first.",
            valueName: "file"
        )
    )
    var keyFile: String?

    @OptionGroup var openID: OpenIDOptions

    @Flag(help: "Where there is no register yet, make one with an invented authority.")
    var demonstration = false

    func run() async throws {
        guard (1...65_535).contains(port) else { throw ValidationError("--port must be 1 to 65535.") }
        let address = try ServiceAddress(host: host, port: port, publicAddress: publicAddress)
        let provider = try openID.settings(publicAddress: publicAddress)
        let definitions = try options.definitionsInForce()
        if demonstration, !OpenRegister.exists(options.path) {
            Output.notice("Making a demonstration register of an invented authority at \(options.path).")
            try MakeDemonstration.register(at: options.path)
        }
        let keeper = Keeper(try options.open(), definitions: definitions)
        for deletion in try keeper.register.sweepFeeds(definitions) {
            Output.notice("Deleted, as its time has come: \(FeedText.line(deletion))")
        }
        let entrance = try await entrance(keeper.register, provider)
        _ = try keeper.picture()
        try keeper.register.takeStock()
        try await WebService(keeper, entrance, at: address).run { address in
            Output.notice("Homeward is at \(address)  Stop it with Ctrl-C.")
        }
    }

    private func entrance(_ register: Register, _ settings: ProviderSettings?) async throws -> Entrance {
        try DemonstrationUsers.add(to: register, at: Clock.now)
        let key = try ServiceKey.load(keyFile ?? ServiceKey.path(besideRegister: options.path))
        guard try register.hasNoUsers() else {
            let provider = settings.map { Provider($0, key: key) }
            if let provider, await !provider.isReached(at: Clock.now) {
                Output.notice(
                    "\(provider.settings.issuer) does not answer as an OpenID Connect provider. Trying again later."
                )
            }
            return try Entrance(register, key: key, isSecure: publicAddress != nil, provider: provider)
        }
        guard publicAddress == nil else {
            throw ValidationError(
                "Nobody can sign in yet. Make an administrator first: serve on this machine alone, or homeward user add."
            )
        }
        let code = Entrance.newSetUpCode()
        Output.notice("Nobody can sign in yet. Open the page below and make the first administrator with this code:")
        Output.notice("    \(code)")
        return try Entrance(register, key: key, setUpCode: code)
    }
}
