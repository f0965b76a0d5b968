/// How often signing in has failed of late, for one name or from one address.
package struct SignInFailures: Hashable, Sendable {
    package var count: Int
    package var lastAt: Timestamp

    package init(count: Int, lastAt: Timestamp) {
        self.count = count
        self.lastAt = lastAt
    }
}

extension Register {
    /// The failures of a subject, by its digest; nil where there were none.
    package func signInFailures(_ subject: [UInt8]) throws -> SignInFailures? {
        try store.read { connection in
            try connection.first(
                "SELECT failures, last_at FROM sign_in_failures WHERE tenant = \(tenant) AND subject = \(subject)"
            ) { row in
                SignInFailures(
                    count: Int(row.integer(0)),
                    lastAt: Timestamp(iso: row.text(1)) ?? Timestamp(seconds: 0)
                )
            }
        }
    }

    /// Counts one more failure; those before the given moment are forgotten.
    package func noteSignInFailure(_ subject: [UInt8], at time: Timestamp, forgetting before: Timestamp) throws {
        try store.write { connection in
            try connection.run(
                "DELETE FROM sign_in_failures WHERE tenant = \(tenant) AND last_at < \(before.iso)"
            )
            try connection.run(
                """
                INSERT INTO sign_in_failures (tenant, subject, failures, last_at) \
                VALUES (\(tenant), \(subject), 1, \(time.iso)) \
                ON CONFLICT (tenant, subject) DO UPDATE \
                SET failures = sign_in_failures.failures + 1, last_at = excluded.last_at
                """
            )
        }
    }

    /// Forgets the failures of a subject, which has signed in.
    package func forgetSignInFailures(_ subject: [UInt8]) throws {
        try store.write { connection in
            try connection.run("DELETE FROM sign_in_failures WHERE tenant = \(tenant) AND subject = \(subject)")
        }
    }
}
