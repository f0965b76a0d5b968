/// What became of a request that bore an idempotency key.
package enum KeptAPIAnswer: Hashable, Sendable {
    /// It is the first with this key: it may be carried out.
    case first
    /// It came before and was answered so; the answer is sealed.
    case answered(status: Int, sealed: [UInt8])
    /// It came before and has not been answered: it is being carried out, or the service stopped while it was.
    case unanswered
    /// Another request came with this key.
    case another

    /// Seconds for which an answer is kept.
    package static let limit: Int64 = 24 * 3600
}

extension Register {
    /// Notes that a request with a key has come; only the first is to be carried out.
    package func beginRequest(_ request: [UInt8], key digest: [UInt8], at time: Timestamp) throws -> KeptAPIAnswer {
        let oldest = Timestamp(seconds: time.seconds - KeptAPIAnswer.limit)
        return try store.write { connection in
            try connection.run("DELETE FROM api_answers WHERE tenant = \(tenant) AND kept_at < \(oldest.iso)")
            let kept = try connection.first(
                "SELECT request, status, sealed FROM api_answers WHERE tenant = \(tenant) AND digest = \(digest)"
            ) { row in
                (request: row.bytes(0), status: row.optionalInteger(1), sealed: row.isMissing(2) ? nil : row.bytes(2))
            }
            guard let kept else {
                try connection.run(
                    """
                    INSERT INTO api_answers (tenant, digest, request, kept_at) \
                    VALUES (\(tenant), \(digest), \(request), \(time.iso))
                    """
                )
                return .first
            }
            guard kept.request == request else { return .another }
            guard let status = kept.status, let sealed = kept.sealed else { return .unanswered }
            return .answered(status: Int(status), sealed: sealed)
        }
    }

    /// Keeps the answer to a request that was carried out.
    package func keepAnswer(_ sealed: [UInt8], status: Int, key digest: [UInt8]) throws {
        try store.write { connection in
            try connection.run(
                """
                UPDATE api_answers SET status = \(status), sealed = \(sealed) \
                WHERE tenant = \(tenant) AND digest = \(digest)
                """
            )
        }
    }

    /// Forgets a request that was refused before anything was done, so that it can be sent again put right.
    package func forgetRequest(key digest: [UInt8]) throws {
        try store.write { connection in
            try connection.run("DELETE FROM api_answers WHERE tenant = \(tenant) AND digest = \(digest)")
        }
    }
}
