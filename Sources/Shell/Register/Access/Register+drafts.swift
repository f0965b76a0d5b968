/// A form that is filled in over several pages, sealed.
package struct KeptDraft: Hashable, Sendable {
    /// Counts how often it was saved; the page it was opened on carries it along.
    package let version: Int
    package let sealed: [UInt8]

    /// Seconds for which it is kept after it was last saved.
    package static let limit: Int64 = 14 * 24 * 3600
}

extension Register {
    /// Keeps a new draft under the digest of its secret, and forgets drafts that were left alone for too long.
    package func keepDraft(_ sealed: [UInt8], digest: [UInt8], at time: Timestamp) throws {
        let oldest = Timestamp(seconds: time.seconds - KeptDraft.limit)
        try store.write { connection in
            try connection.run("DELETE FROM drafts WHERE tenant = \(tenant) AND kept_at < \(oldest.iso)")
            try connection.run(
                """
                INSERT INTO drafts (tenant, digest, version, kept_at, sealed) \
                VALUES (\(tenant), \(digest), \(1), \(time.iso), \(sealed))
                """
            )
        }
    }

    /// The draft with this digest; nil where there is none, or none any more.
    package func draft(digest: [UInt8], at time: Timestamp) throws -> KeptDraft? {
        let oldest = Timestamp(seconds: time.seconds - KeptDraft.limit)
        return try store.read { connection in
            try connection.first(
                """
                SELECT version, sealed FROM drafts \
                WHERE tenant = \(tenant) AND digest = \(digest) AND kept_at >= \(oldest.iso)
                """
            ) { KeptDraft(version: Int($0.integer(0)), sealed: $0.bytes(1)) }
        }
    }

    /// Saves a draft over the version its page was made from.
    ///
    /// - Throws: `RegisterError.movedOn` where it was saved meanwhile, in another tab, or is no more.
    package func saveDraft(_ sealed: [UInt8], digest: [UInt8], version: Int, at time: Timestamp) throws {
        try store.write { connection in
            let current = try connection.first(
                "SELECT version FROM drafts WHERE tenant = \(tenant) AND digest = \(digest)"
            ) { Int($0.integer(0)) }
            guard current == version else { throw RegisterError.movedOn(table: "drafts") }
            try connection.run(
                """
                UPDATE drafts SET version = \(version + 1), kept_at = \(time.iso), sealed = \(sealed) \
                WHERE tenant = \(tenant) AND digest = \(digest)
                """
            )
        }
    }

    /// Forgets a draft that was sent, or is not wanted.
    package func forgetDraft(digest: [UInt8]) throws {
        try store.write { connection in
            try connection.run("DELETE FROM drafts WHERE tenant = \(tenant) AND digest = \(digest)")
        }
    }
}
