/// Under which names the service answers.
package struct ServiceAddress: Sendable, Hashable {
    /// Where it listens.
    package let host: String
    package let port: Int
    /// The address that browsers know, where a proxy stands before the service; nil where it answers this machine alone.
    let publicHost: String?
    /// The whole public address as it was given.
    let publicText: String?

    /// Why an address cannot be used, in words for who started the service.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    /// - Parameters:
    ///   - host: where to listen.
    ///   - port: the port.
    ///   - publicAddress: the address that browsers know, such as `https://families.example.gov.uk`.
    /// - Throws: `Refusal` for a public address that is none, and for another host than this machine without one.
    package init(host: String = "127.0.0.1", port: Int, publicAddress: String? = nil) throws {
        self.host = host
        self.port = port
        publicText = publicAddress
        guard let publicAddress else {
            publicHost = nil
            guard ServiceAddress.loopback.contains(host) else {
                throw Refusal(
                    description: "To listen on \(host), say under which address browsers reach the service, with "
                        + "--public-address https://..., and put a proxy with TLS before it."
                )
            }
            return
        }
        let rest = publicAddress.dropFirst("https://".count)
        let name = rest.hasSuffix("/") ? rest.dropLast() : rest
        guard publicAddress.hasPrefix("https://"), !name.isEmpty, !name.contains("/"), !name.contains("@") else {
            throw Refusal(
                description: "--public-address must be https:// and a name, such as https://families.example.gov.uk."
            )
        }
        publicHost = name.lowercased()
    }

    private static let loopback: Set<String> = ["127.0.0.1", "localhost", "::1"]

    /// Whether browsers reach it by TLS, through a proxy.
    var isSecure: Bool { publicHost != nil }

    /// Whether a request is for this service: a page elsewhere could point its own name at this machine, and its
    /// requests bear that name.
    func isMeant(by authority: String?) -> Bool {
        guard let authority = authority?.lowercased() else { return false }
        if let publicHost { return authority == publicHost || authority == "\(publicHost):443" }
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return ["127.0.0.1", "localhost", "[::1]"].contains(String(host))
    }
}
