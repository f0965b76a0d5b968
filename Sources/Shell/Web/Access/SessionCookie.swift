/// The cookie that holds a session's secret; no script can read it.
struct SessionCookie: Sendable {
    /// Whether browsers reach the service by TLS, and so may be told to send it by nothing else.
    let isSecure: Bool

    /// A name beginning with `__Host-` is taken by browsers from this host alone, over TLS.
    var name: String { isSecure ? "__Host-homeward" : "homeward" }

    /// What the browser is told to keep; nil tells it to forget.
    func header(_ secret: String?) -> String {
        let secure = isSecure ? "; Secure" : ""
        let age = secret == nil ? "; Max-Age=0" : ""
        return "\(name)=\(secret ?? "")\(age); Path=/; HttpOnly; SameSite=Lax\(secure)"
    }

    /// The secret in what a browser sends; nil where there is none.
    func secret(in header: String?) -> String? {
        CookieText.value(of: name, in: header).map { String($0.prefix(200)) }
    }
}
