import Actions
import ArgumentParser
import Records
import Register
import Values

struct ReferralLinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral-link",
        abstract: "Make a link by which a partner agency refers without an account; it is shown once.",
        discussion: "The key must be that of the service the link is for. Withdraw a link on the page Referral links."
    )

    @OptionGroup var options: RegisterOptions

    @Option(help: ArgumentHelp("The agency's reference in the register.", valueName: "reference"))
    var organisation: String

    @Option(
        help: ArgumentHelp("The kind of referrer: \(ReferralSource.codes.joined(separator: ", ")).", valueName: "kind")
    )
    var source: String

    @Option(help: ArgumentHelp("First day on which the link no longer works, such as 2027-04-01.", valueName: "day"))
    var until: String?

    @Option(help: ArgumentHelp("The installation's key; beside the register unless said otherwise.", valueName: "path"))
    var keyFile: String?

    @Option(help: ArgumentHelp("Where people reach the service, put before the link.", valueName: "address"))
    var publicAddress: String?

    func run() throws {
        guard let kind = ReferralSource(rawValue: source) else {
            throw ValidationError("--source must be one of \(ReferralSource.codes.joined(separator: ", ")).")
        }
        let end = try until.map { text in
            guard let day = Day(iso: text) else {
                throw ValidationError("--until must be a real date, like 2027-04-01.")
            }
            return day
        }
        let keeper = try options.keeper()
        guard let agency = try keeper.register.held(Organisation.self, key: organisation)?.record else {
            throw ValidationError("The register has no such organisation. Import it first, or check its reference.")
        }
        let key = try ServiceKey.load(keyFile ?? ServiceKey.path(besideRegister: options.path))
        let secret = try KeepLinks(keeper, key: key).make(for: agency.id, as: kind, until: end, on: keeper.today())
        var address = publicAddress ?? ""
        while address.hasSuffix("/") { address.removeLast() }
        Output.result("\(address)/refer/\(secret)")
    }
}
