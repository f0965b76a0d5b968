import Actions

/// The cookie that holds the secret of one draft of the partners' form: sent to the pages of that draft alone, so that their
/// addresses, which histories and logs keep, open nothing by themselves.
///
/// Each draft has a cookie of its own, told apart by its path: two referrals in two tabs do not come into each other's way.
struct DraftCookie: Sendable {
    /// What the browser is told of it.
    enum Change: Sendable {
        case none
        /// The browser keeps the secret of this draft for as long as the draft is kept.
        case carries(secret: String, handle: String)
        /// The referral was sent: the browser keeps the secret for as long as its confirmation can be opened.
        case confirms(secret: String, handle: String)
        /// The draft is no more, and the browser forgets its secret.
        case forgets(handle: String)
    }

    /// Minutes for which the confirmation of a referral can be opened: to write down what it says, or to print it.
    static let confirmationMinutes = 10

    /// Whether browsers reach the service by TLS.
    let isSecure: Bool

    /// A name beginning with `__Secure-` is taken by browsers over TLS alone.
    var name: String { isSecure ? "__Secure-homeward-referral" : "homeward-referral" }

    /// What the browser is told; nil where nothing changes.
    func header(_ change: Change) -> String? {
        switch change {
        case .none: nil
        case .carries(let secret, let handle): header(secret, of: handle, seconds: KeepDrafts.days * 24 * 3600)
        case .confirms(let secret, let handle):
            header(secret, of: handle, seconds: DraftCookie.confirmationMinutes * 60)
        case .forgets(let handle): header("", of: handle, seconds: 0)
        }
    }

    private func header(_ secret: String, of handle: String, seconds: Int) -> String {
        let secure = isSecure ? "; Secure" : ""
        let path = "Path=/\(PartnerForm.place)/\(handle)"
        return "\(name)=\(secret); Max-Age=\(seconds); \(path); HttpOnly; SameSite=Strict\(secure)"
    }

    /// The secret that the browser sent; nil where it sent none.
    func secret(in header: String?) -> String? {
        CookieText.value(of: name, in: header).map { String($0.prefix(100)) }
    }
}
