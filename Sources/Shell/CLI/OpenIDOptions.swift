import Actions
import ArgumentParser
import Foundation

/// The council's OpenID Connect provider, where it has one.
struct OpenIDOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The council's OpenID Connect provider, such as https://login.example.gov.uk.",
            valueName: "address"
        )
    )
    var openidIssuer: String?

    @Option(help: ArgumentHelp("What the provider knows this service by.", valueName: "client"))
    var openidClient: String?

    @Option(
        help: ArgumentHelp(
            "A file with the secret that the provider gave. Without it the provider must take PKCE alone.",
            valueName: "file"
        )
    )
    var openidSecretFile: String?

    @Option(help: ArgumentHelp("The claim that equals a sign-in name.", valueName: "claim"))
    var openidClaim = "preferred_username"

    @Option(help: ArgumentHelp("What people call the provider.", valueName: "name"))
    var openidName = "your council account"

    @Flag(help: "Passwords are for administrators alone.")
    var openidOnly = false

    /// What is said of the provider; nil where there is none.
    func settings(publicAddress: String?) throws -> ProviderSettings? {
        guard let openidIssuer else {
            guard openidClient == nil, openidSecretFile == nil, !openidOnly else {
                throw ValidationError("The provider is missing. Name it with --openid-issuer.")
            }
            return nil
        }
        guard let publicAddress else {
            throw ValidationError("--openid-issuer needs --public-address: the provider sends people back there.")
        }
        guard let openidClient else {
            throw ValidationError("--openid-issuer needs --openid-client: what the provider knows this service by.")
        }
        return try ProviderSettings(
            issuer: openidIssuer,
            clientID: openidClient,
            secret: try openidSecretFile.map(secret),
            claim: openidClaim,
            name: openidName,
            publicAddress: publicAddress,
            isOnly: openidOnly
        )
    }

    private func secret(in path: String) throws -> String {
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        let secret = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard !secret.isEmpty else {
            throw ValidationError("\(path) has no secret in it, or cannot be read. Check the file and who may read it.")
        }
        return secret
    }
}
