import Foundation

/// What who runs the service says of the council's OpenID Connect provider.
package struct ProviderSettings: Sendable {
    /// The issuer, as the provider writes it in its tokens.
    package let issuer: String
    /// What the provider knows this service by.
    package let clientID: String
    /// What this service shows the provider that it is itself; nil for a public client, which has PKCE alone.
    package let secret: String?
    /// The claim that says, at the first sign-in, whose account it is.
    package let claim: String
    /// What people call the provider.
    package let name: String
    /// Where the provider sends people back to.
    package let answerAddress: String
    /// Whether passwords are for administrators alone.
    package let isOnly: Bool

    /// Why the settings cannot be used, in words for who started the service.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// - Parameters:
    ///   - issuer: https, or http on this machine.
    ///   - clientID: what the provider knows this service by.
    ///   - secret: what this service shows; nil for a public client.
    ///   - claim: the claim that equals a sign-in name.
    ///   - name: what people call the provider.
    ///   - publicAddress: the address that browsers know.
    ///   - isOnly: whether passwords are for administrators alone.
    /// - Throws: `Refusal` for an issuer that is no address, or is not reached by TLS.
    package init(
        issuer: String,
        clientID: String,
        secret: String?,
        claim: String,
        name: String,
        publicAddress: String,
        isOnly: Bool
    ) throws {
        guard ProviderAddress.isSafe(issuer), !issuer.contains("?"), !issuer.contains("#") else {
            throw Refusal(
                description: "--openid-issuer must be an https address, such as https://login.example.gov.uk."
            )
        }
        guard !clientID.isEmpty else {
            throw Refusal(description: "--openid-client must be the name under which the provider knows this service.")
        }
        self.issuer = issuer
        self.clientID = clientID
        self.secret = secret
        self.claim = claim
        self.name = name
        self.isOnly = isOnly
        answerAddress =
            "\(publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress)"
            + "/sign-in/provider/answer"
    }

    /// Where the provider says what it can do (OpenID Connect Discovery 1.0, section 4).
    var discoveryAddress: String {
        "\(issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer)/.well-known/openid-configuration"
    }
}

/// Addresses of a provider.
enum ProviderAddress {
    /// Whether what is sent there cannot be read on the way: TLS, or this machine.
    static func isSafe(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.user == nil else {
            return false
        }
        switch parts.scheme {
        case "https": return true
        case "http": return ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
        default: return false
        }
    }

    /// An address with query items added; nil where it is none.
    static func adding(_ items: [(name: String, value: String)], to text: String) -> String? {
        guard URLComponents(string: text) != nil else { return nil }
        let query = FormBody.text(items)
        return text + (text.contains("?") ? "&" : "?") + query
    }
}

/// Names and values as forms send them.
enum FormBody {
    static func text(_ items: [(name: String, value: String)]) -> String {
        items.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// Everything but what RFC 3986 calls unreserved is written by its bytes.
    static func encoded(_ text: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
        )
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
