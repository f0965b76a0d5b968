import Actions
import Crypto
import Documents
import Register
import Synchronization

/// Answers a form once: sent again unchanged, as by a second click or by going back, it is given the answer it was given.
///
/// Only what spent its form's token is remembered, for a short while and for the session that sent it.
final class SentForms: Sendable {
    /// One form in hand or answered.
    ///
    /// Who sends it again waits until the first is answered.
    private final class Sent: Sendable {
        let answer = Mutex<PageAnswer?>(nil)
        let at: Timestamp

        init(at time: Timestamp) { at = time }
    }

    /// Seconds for which an answer is remembered.
    private static let memory: Int64 = 120
    private static let most = 1000

    private let sent = Mutex<[SHA256.Digest: Sent]>([:])

    /// The answer to a form.
    ///
    /// - Parameters:
    ///   - request: the form, with its token among the fields.
    ///   - route: where it was sent to.
    ///   - session: the session that sent it.
    ///   - time: now.
    ///   - tokens: the tokens of that session.
    ///   - handle: does what the form asks.
    /// - Returns: what the form is answered, now or before.
    /// - Throws: whatever handling it throws.
    func answer(
        _ request: PageRequest,
        to route: Route,
        of session: String,
        at time: Timestamp,
        _ tokens: SessionTokens,
        _ handle: () throws -> PageAnswer
    ) throws -> PageAnswer {
        guard let token = request.form["token"], !token.isEmpty, request.files.isEmpty else { return try handle() }
        let key = SentForms.key(request, route, session)
        let own = sent.withLock { sent -> Sent in
            if let known = sent[key] { return known }
            sent = sent.filter { time.seconds - $0.value.at.seconds < SentForms.memory }
            if sent.count >= SentForms.most, let oldest = sent.min(by: { $0.value.at.seconds < $1.value.at.seconds }) {
                sent[oldest.key] = nil
            }
            let new = Sent(at: time)
            sent[key] = new
            return new
        }
        return try own.answer.withLock { known in
            if let known, time.seconds - own.at.seconds < SentForms.memory { return known }
            let wasGiven = tokens.holds(token)
            let answer = try handle()
            known = wasGiven && !tokens.holds(token) && answer.status < 400 ? answer : nil
            return answer
        }
    }

    /// What a form was answered before; nil where it was not sent, or not lately.
    ///
    /// It is asked before whether the sender may send it: a case that was closed, say, is no longer theirs to work on.
    func answered(
        _ request: PageRequest,
        to route: Route,
        of session: String,
        at time: Timestamp
    )
        -> PageAnswer?
    {
        let key = SentForms.key(request, route, session)
        guard let known = sent.withLock({ $0[key] }), time.seconds - known.at.seconds < SentForms.memory else {
            return nil
        }
        return known.answer.withLock { $0 }
    }

    private static func key(_ request: PageRequest, _ route: Route, _ session: String) -> SHA256.Digest {
        var hash = SHA256()
        for text in [session, route.address(request).text]
            + request.form.sorted(by: { $0.key < $1.key }).flatMap({ [$0.key, $0.value] })
        {
            // The length first, so that no two lists of texts run together to the same bytes.
            hash.update(data: Array("\(text.utf8.count):\(text)".utf8))
        }
        return hash.finalize()
    }
}
