import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3), as far as it is used here.
struct ProviderDocument: Hashable, Sendable, Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keysAddress: String
    /// Where people end their session at the provider; nil where it has no such page.
    let endSessionEndpoint: String?
    /// How a client may show that it is itself at the token endpoint; missing means HTTP Basic.
    let tokenEndpointMethods: [String]?

    private enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case keysAddress = "jwks_uri"
        case endSessionEndpoint = "end_session_endpoint"
        case tokenEndpointMethods = "token_endpoint_auth_methods_supported"
    }

    /// Reads the document of an issuer; nil where it is another's, or leads where anybody could listen.
    static func read(_ bytes: [UInt8], of issuer: String) -> ProviderDocument? {
        guard let document = try? JSONDecoder().decode(ProviderDocument.self, from: Data(bytes)),
            document.issuer == issuer,
            [document.authorizationEndpoint, document.tokenEndpoint, document.keysAddress]
                .allSatisfy(ProviderAddress.isSafe)
        else { return nil }
        return document
    }

    /// Whether the secret goes in the form rather than the header.
    var takesSecretInForm: Bool {
        guard let methods = tokenEndpointMethods else { return false }
        return !methods.contains("client_secret_basic") && methods.contains("client_secret_post")
    }
}
