import Actions
import ArgumentParser
import Register

struct UserTokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make a token by which a program acts for a user; it is shown once.",
        discussion: "The key must be that of the service the token is for."
    )

    @OptionGroup var options: UserOptions

    @Option(help: "What it is for.")
    var name: String

    @Option(help: "Days for which it holds, at most \(KeepTokens.mostDays).")
    var days: Int = 90

    @Option(help: ArgumentHelp("The installation's key; beside the register unless said otherwise.", valueName: "path"))
    var keyFile: String?

    func validate() throws {
        guard (1...KeepTokens.mostDays).contains(days) else {
            throw ValidationError("--days must be from 1 to \(KeepTokens.mostDays).")
        }
        guard (1...200).contains(name.unicodeScalars.count) else {
            throw ValidationError("--name must have from 1 to 200 characters.")
        }
    }

    func run() throws {
        let (register, user, _) = try options.find()
        let key = try ServiceKey.load(keyFile ?? ServiceKey.path(besideRegister: options.options.path))
        let secret = try KeepTokens(register, key: key).make(for: user.id, named: name, days: days, at: Clock.now)
        Output.result(secret)
    }
}

struct UserTokensCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tokens", abstract: "List the tokens of a user.")

    @OptionGroup var options: UserOptions

    func run() throws {
        let (register, user, _) = try options.find()
        for token in try register.tokens(of: user.id) {
            let standing = token.holds(at: Clock.now) ? "holds" : token.withdrawnAt == nil ? "ended" : "withdrawn"
            Output.result(["\(token.id)", token.name, standing, token.endsAt.iso].joined(separator: "\t"))
        }
    }
}

struct UserWithdrawTokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw-token",
        abstract: "Withdraw a token of a user, for good."
    )

    @OptionGroup var options: UserOptions

    @Argument(help: "The token's number, as homeward user tokens gives it.")
    var token: Int

    func run() throws {
        let (register, user, _) = try options.find()
        guard let held = try register.tokens(of: user.id).first(where: { $0.id == token }) else {
            throw ValidationError("The user has no such token. homeward user tokens lists them.")
        }
        try register.withdrawToken(held.id, of: user.id, at: Clock.now)
        Output.result("Withdrew token \(held.id).")
    }
}
