/// The cookie that a browser carries while its person is at the council's provider: sealed, for ten minutes, sent to the
/// steps of signing in alone.
struct ProviderCookie: Sendable {
    /// What the browser is told of it.
    enum Change: Sendable {
        case none
        case carries(String)
        case forgets
    }

    /// Whether browsers reach the service by TLS.
    let isSecure: Bool

    /// A name beginning with `__Host-` is taken by browsers from this host alone; such a cookie is of every path.
    var name: String { isSecure ? "__Host-homeward-provider" : "homeward-provider" }

    /// What the browser is told to keep; nil tells it to forget.
    func header(_ sealed: String?) -> String {
        let secure = isSecure ? "; Secure" : ""
        let age = sealed == nil ? 0 : 600
        return "\(name)=\(sealed ?? ""); Max-Age=\(age); Path=/; HttpOnly; SameSite=Lax\(secure)"
    }

    /// What the browser carried; nil where it carried nothing.
    func sealed(in header: String?) -> String? {
        CookieText.value(of: name, in: header).map { String($0.prefix(4000)) }
    }
}

/// What browsers send of their cookies.
enum CookieText {
    /// The value of the first cookie of this name that has one.
    static func value(of name: String, in header: String?) -> Substring? {
        for pair in (header ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return parts[1] }
        }
        return nil
    }
}
