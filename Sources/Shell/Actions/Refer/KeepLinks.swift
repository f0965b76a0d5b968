package import Records
package import Register
package import Values

/// Makes and withdraws the links by which partner agencies refer without an account.
package struct KeepLinks: Sendable {
    private let keeper: Keeper
    private let key: ServiceKey

    package init(_ keeper: Keeper, key: ServiceKey) {
        self.keeper = keeper
        self.key = key
    }

    /// Every link that was made, the latest first.
    package func links() throws -> [Held<ReferralLink>] {
        try keeper.register.held(ReferralLink.self).reversed()
    }

    /// Makes a link for an agency; gives its secret, which is kept nowhere and cannot be shown again.
    package func make(
        for organisation: Identifier<Organisation>,
        as source: ReferralSource,
        until end: Day? = nil,
        on today: Day
    ) throws -> String {
        let secret = Base32.text(ServiceKey.random(15)).lowercased()
        let link = ReferralLink(
            id: Identifier(keeper.newReference("LINK")),
            organisationID: organisation,
            source: source,
            digest: digest(secret),
            madeOn: today,
            madeBy: keeper.actor.id,
            endsOn: end
        )
        var entry = Entry()
        entry.add(link)
        try keeper.enter(entry, purpose: "gateway", summary: "Made referral link \(link.id.text)")
        return secret
    }

    /// Withdraws a link: it works no longer, and drafts begun by it cannot be sent.
    package func withdraw(_ held: Held<ReferralLink>, on today: Day) throws {
        guard held.record.withdrawnOn == nil else { return }
        var link = held.record
        link.withdrawnOn = today
        var entry = Entry()
        entry.revise(link, version: held.version)
        try keeper.enter(entry, purpose: "gateway", summary: "Withdrew referral link \(link.id.text)")
    }

    /// The link with this secret that works on the day; nil where there is none.
    package func link(secret: String, on today: Day) throws -> ReferralLink? {
        try keeper.register.held(ReferralLink.self, where: "digest", is: .text(digest(secret)))
            .map(\.record).first { $0.works(on: today) }
    }

    /// The link with this reference, where it works on the day.
    package func link(reference: String, on today: Day) throws -> ReferralLink? {
        try keeper.register.held(ReferralLink.self, key: reference)
            .map(\.record).flatMap { $0.works(on: today) ? $0 : nil }
    }

    private func digest(_ secret: String) -> String {
        key.digest(secret, for: "referral link").hexadecimal
    }
}

extension ReferralLink {
    /// Whether somebody may refer by it on the day.
    package func works(on day: Day) -> Bool {
        withdrawnOn == nil && (endsOn.map { day < $0 } ?? true)
    }
}

extension [UInt8] {
    /// Two digits a byte.
    var hexadecimal: String {
        map { byte in
            let text = String(byte, radix: 16)
            return text.count == 1 ? "0\(text)" : text
        }
        .joined()
    }
}
