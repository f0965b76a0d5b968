import Foundation
package import Register
import Synchronization

/// A council's OpenID Connect provider: sends people there by the authorisation code flow with PKCE, and finds out from
/// what comes back who they are (OpenID Connect Core 1.0, section 3.1; RFC 7636).
package final class Provider: Sendable {
    package let settings: ProviderSettings
    private let key: ServiceKey
    private let fetch: any ProviderFetch
    private let known = Mutex(Known())

    /// What the provider has said, and when.
    private struct Known {
        var document: (value: ProviderDocument, at: Int64)?
        var keys: (value: [ProviderKey], at: Int64)?
        /// When it was last out of reach.
        var failedAt: Int64?
        /// The states that have come back, with when they were given out.
        var spent: [String: Int64] = [:]
    }

    /// Seconds for which what it says is kept.
    private static let kept: Int64 = 3600
    /// Seconds between two looks at its keys because a token names one that is not known.
    private static let keysAgain: Int64 = 60
    /// Seconds for which one that is out of reach is left alone.
    private static let leftAlone: Int64 = 5

    package init(_ settings: ProviderSettings, key: ServiceKey, fetch: any ProviderFetch = NetworkFetch()) {
        self.settings = settings
        self.key = key
        self.fetch = fetch
    }

    /// Whether it can be reached now, and answers as it should.
    package func isReached(at time: Timestamp) async -> Bool {
        (try? await document(at: time)) != nil
    }

    /// Where people end their session at the provider; nil where it has said of no such page.
    package var leaveAddress: String? {
        guard let address = known.withLock({ $0.document?.value.endSessionEndpoint }), ProviderAddress.isSafe(address)
        else { return nil }
        let back = settings.answerAddress.dropLast("/provider/answer".count)
        return ProviderAddress.adding(
            [("client_id", settings.clientID), ("post_logout_redirect_uri", String(back))],
            to: address
        )
    }

    // MARK: The two steps

    /// Sends a browser to the provider.
    package func begin(next: String?, at time: Timestamp) async -> ProviderOutcome {
        do {
            let document = try await document(at: time)
            let journey = ProviderJourney(next: next, at: time)
            let asked: [(name: String, value: String)] = [
                ("response_type", "code"), ("client_id", settings.clientID),
                ("redirect_uri", settings.answerAddress),
                ("scope", settings.claim == "email" ? "openid profile email" : "openid profile"),
                ("state", journey.state), ("nonce", journey.nonce), ("code_challenge", journey.challenge),
                ("code_challenge_method", "S256"),
            ]
            guard let address = ProviderAddress.adding(asked, to: document.authorizationEndpoint) else {
                return .refused(.outOfReach)
            }
            return .onward(to: address, journey: try journey.sealed(with: key))
        } catch {
            return .refused(.outOfReach)
        }
    }

    /// Finds out who came back from the provider.
    ///
    /// - Parameters:
    ///   - answer: the query that the provider sent the browser back with.
    ///   - sealed: what the browser carried.
    ///   - time: when.
    /// - Returns: who it is, or why nobody knows; never `onward`.
    package func finish(
        _ answer: [String: String],
        carried sealed: String?,
        at time: Timestamp
    ) async
        -> ProviderOutcome
    {
        guard let journey = sealed.flatMap({ ProviderJourney.opened($0, with: key) }), journey.isGood(at: time),
            answer["state"] == journey.state, spend(journey)
        else { return .refused(.stale) }
        if let issuer = answer["iss"], issuer != settings.issuer { return .refused(.notTaken) }
        if let error = answer["error"] { return .refused(refusal(of: error)) }
        guard let code = answer["code"], !code.isEmpty else { return .refused(.notTaken) }
        do {
            let token = try await token(of: code, journey, at: time)
            return .identified(identity(token), next: journey.next)
        } catch is IDToken.Fault {
            return .refused(.notTaken)
        } catch {
            return .refused(.outOfReach)
        }
    }

    private func refusal(of error: String) -> ProviderRefusal {
        ["server_error", "temporarily_unavailable"].contains(error)
            ? .outOfReach : error == "access_denied" || error.hasSuffix("_required") ? .cancelled : .notTaken
    }

    private func identity(_ token: IDToken) -> ProviderIdentity {
        let isDoubtful = settings.claim == "email" && token.claims.isEmailVerified == false
        return ProviderIdentity(
            issuer: token.claims.issuer,
            subject: token.claims.subject,
            signInName: isDoubtful ? nil : token.claims.texts[settings.claim]
        )
    }

    /// Whether the journey's state comes back for the first time.
    private func spend(_ journey: ProviderJourney) -> Bool {
        known.withLock { known in
            known.spent = known.spent.filter { journey.startedAt - $0.value < ProviderJourney.limit }
            return known.spent.updateValue(journey.startedAt, forKey: journey.state) == nil
        }
    }

    // MARK: What the provider is asked

    private struct Answered: Decodable {
        let id_token: String
    }

    private func token(of code: String, _ journey: ProviderJourney, at time: Timestamp) async throws -> IDToken {
        let document = try await document(at: time)
        let bytes = try await fetch(exchange(code, journey, document))
        guard let text = try? JSONDecoder().decode(Answered.self, from: Data(bytes)).id_token else {
            throw IDToken.Fault.malformed
        }
        let expected = IDToken.Expected(
            issuer: settings.issuer,
            clientID: settings.clientID,
            nonce: journey.nonce,
            askedAt: journey.startedAt
        )
        do {
            let keys = try await keys(document, at: time, atMost: Provider.kept)
            return try await IDToken(text, keys: keys, expected: expected, now: time.seconds)
        } catch IDToken.Fault.unknownKey {
            // The provider may have begun to sign by another key since its keys were read.
            let keys = try await keys(document, at: time, atMost: Provider.keysAgain)
            return try await IDToken(text, keys: keys, expected: expected, now: time.seconds)
        }
    }

    private func exchange(_ code: String, _ journey: ProviderJourney, _ document: ProviderDocument) -> ProviderQuestion
    {
        var form: [(name: String, value: String)] = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.answerAddress),
            ("code_verifier", journey.verifier),
        ]
        var authorization: String?
        if let secret = settings.secret, !document.takesSecretInForm {
            let pair = "\(FormBody.encoded(settings.clientID)):\(FormBody.encoded(secret))"
            authorization = "Basic \(Data(pair.utf8).base64EncodedString())"
        } else {
            form.append(("client_id", settings.clientID))
            if let secret = settings.secret { form.append(("client_secret", secret)) }
        }
        return ProviderQuestion(document.tokenEndpoint, form: FormBody.text(form), authorization: authorization)
    }

    private func document(at time: Timestamp) async throws -> ProviderDocument {
        let (kept, failedAt) = known.withLock { ($0.document, $0.failedAt) }
        if let kept, time.seconds - kept.at < Provider.kept { return kept.value }
        if let failedAt, time.seconds - failedAt < Provider.leftAlone { throw ProviderRefusal.outOfReach }
        guard let bytes = try? await fetch(ProviderQuestion(settings.discoveryAddress)),
            let document = ProviderDocument.read(bytes, of: settings.issuer)
        else {
            known.withLock { $0.failedAt = time.seconds }
            throw ProviderRefusal.outOfReach
        }
        known.withLock { known in
            known.document = (document, time.seconds)
            known.failedAt = nil
        }
        return document
    }

    private func keys(_ document: ProviderDocument, at time: Timestamp, atMost age: Int64) async throws -> [ProviderKey]
    {
        if let kept = known.withLock({ $0.keys }), time.seconds - kept.at < age { return kept.value }
        guard let keys = ProviderKey.read(try await fetch(ProviderQuestion(document.keysAddress))) else {
            throw ProviderRefusal.outOfReach
        }
        known.withLock { $0.keys = (keys, time.seconds) }
        return keys
    }
}
