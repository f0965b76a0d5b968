import Access
import Actions
import ArgumentParser
import Register

struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Keep the accounts of those who sign in.",
        subcommands: [
            UserListCommand.self, UserAddCommand.self, UserRolesCommand.self, UserDisableCommand.self,
            UserEnableCommand.self, UserResetPasswordCommand.self, UserSignOutCommand.self, UserTokenCommand.self,
            UserTokensCommand.self, UserWithdrawTokenCommand.self,
            UserUnbindCommand.self,
        ]
    )
}

/// Which user of which register.
struct UserOptions: ParsableArguments {
    @OptionGroup var options: RegisterOptions

    @Argument(help: "The user's sign-in name or reference.")
    var user: String

    /// The register, the user in it, and what keeps users.
    func find() throws -> (register: Register, user: User, keep: KeepUsers) {
        let register = try options.open()
        guard let found = try register.user(user) ?? register.user(signInName: SignInName.plain(user)) else {
            throw ValidationError("There is no such user. homeward user list shows them all.")
        }
        return (register, found, KeepUsers(register, by: LocalActor.actor))
    }
}

/// Roles as they are typed.
struct RoleOptions: ParsableArguments {
    @Option(
        name: .customLong("role"),
        help: ArgumentHelp(
            "A role, such as analyst, or one in a part, such as supervisor:team:North. Give it again for another.",
            valueName: "role"
        )
    )
    var roles: [String] = []

    func assignments() throws -> [Assignment] {
        try roles.map { text in
            guard let assignment = Assignment(text) else {
                let names = Role.allCases.map(\.rawValue).joined(separator: ", ")
                let kinds = Scope.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "--role must be one of \(names), with :KIND:PART after it for a part (KIND is one of \(kinds))."
                )
            }
            return assignment
        }
    }
}

struct UserListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the users.")

    @OptionGroup var options: RegisterOptions

    func run() throws {
        for user in try options.open().users() {
            let roles = user.roles.map(\.text).sorted().joined(separator: " ")
            let standing = user.isDisabled ? "disabled" : "enabled"
            Output.result([user.id, user.signInName, user.name, standing, roles].joined(separator: "\t"))
        }
    }
}

struct UserAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a user; the password is asked for, or read from standard input.",
        discussion: "Unless --own-password is given, they choose their own password at their first sign-in."
    )

    @OptionGroup var options: RegisterOptions

    @Argument(help: "The sign-in name.")
    var signInName: String

    @Option(help: "The full name.")
    var name: String

    @Option(help: ArgumentHelp("The worker they are in the register.", valueName: "reference"))
    var worker: String?

    @OptionGroup var roles: RoleOptions

    @Flag(help: "The password is their own: it need not be changed.")
    var ownPassword = false

    func run() throws {
        let entry = KeepUsers.Entry(
            name: name,
            signInName: signInName,
            workerID: worker,
            roles: try roles.assignments()
        )
        let register = try options.open(create: true)
        let password = try PasswordPrompt.read()
        let user = try KeepUsers(register, by: LocalActor.actor)
            .add(entry, password: password, isTemporary: !ownPassword, at: Clock.now)
        Output.result("Added \(user.id).")
    }
}

struct UserRolesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "Give a user these roles, and no others."
    )

    @OptionGroup var options: UserOptions
    @OptionGroup var roles: RoleOptions

    func run() throws {
        let (_, user, keep) = try options.find()
        let entry = KeepUsers.Entry(
            name: user.name,
            signInName: user.signInName,
            workerID: user.workerID,
            roles: try roles.assignments()
        )
        try keep.change(user, to: entry, at: Clock.now)
        Output.result(
            "\(user.id) has \(entry.roles.isEmpty ? "no role" : entry.roles.map(\.text).joined(separator: " "))."
        )
    }
}

struct UserDisableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Stop a user from signing in; their sessions end."
    )

    @OptionGroup var options: UserOptions

    func run() throws {
        let (_, user, keep) = try options.find()
        try keep.setDisabled(true, user, at: Clock.now)
        Output.result("\(user.id) is disabled.")
    }
}

struct UserEnableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: "Let a user sign in again.")

    @OptionGroup var options: UserOptions

    func run() throws {
        let (_, user, keep) = try options.find()
        try keep.setDisabled(false, user, at: Clock.now)
        Output.result("\(user.id) is enabled.")
    }
}

struct UserResetPasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Give a user a password for one sign-in, asked for or read from standard input.",
        discussion: "Their sessions end, their second step is turned off, and they choose their own password."
    )

    @OptionGroup var options: UserOptions

    func run() throws {
        let (_, user, keep) = try options.find()
        try keep.resetPassword(of: user, to: try PasswordPrompt.read(), at: Clock.now)
        Output.result("\(user.id) has a new password.")
    }
}

struct UserSignOutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign-out", abstract: "End every session of a user.")

    @OptionGroup var options: UserOptions

    func run() throws {
        let (register, user, _) = try options.find()
        try register.endSessions(of: user.id, at: Clock.now)
        Output.result("\(user.id) is signed out everywhere.")
    }
}

struct UserUnbindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unbind",
        abstract: "Forget which account at the council's provider is a user's.",
        discussion: """
            Their sessions end. At the next sign-in with the provider their account there is again the one whose name is \
            their sign-in name.
            """
    )

    @OptionGroup var options: UserOptions

    func run() throws {
        let (_, user, keep) = try options.find()
        try keep.unbind(user, at: Clock.now)
        Output.result("\(user.id) is bound to no account at the provider.")
    }
}
