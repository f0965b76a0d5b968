extension Register {
    /// What matching remembers under a name, to do less the next time; nil where there is nothing.
    ///
    /// It is no part of the chain and may be deleted at any time. It goes whenever rows of feeds are deleted or a person is
    /// erased, since hashes of personal values are personal too.
    package func remembered(_ name: String) throws -> [UInt8]? {
        try store.read { connection in
            try connection.first(
                "SELECT bytes FROM linkage_memory WHERE tenant = \(tenant) AND name = \(name)"
            ) { $0.bytes(0) }
        }
    }

    /// Keeps what a matching of the register as it was at a change remembers, in place of what was kept.
    ///
    /// Where rows were deleted, or anybody erased, since that change, nothing is kept.
    package func remember(_ memory: [String: [UInt8]], knownAt change: Int) throws {
        try store.write { connection in
            let since = try connection.number(
                "SELECT COUNT(*) FROM feed_deletions WHERE tenant = \(tenant) AND from_change > \(change)"
            )
            let erased = try connection.number("SELECT COUNT(*) FROM erasures WHERE change > \(change)")
            guard since + erased == 0 else { return }
            try connection.run("DELETE FROM linkage_memory WHERE tenant = \(tenant)")
            for (name, bytes) in memory.sorted(by: { $0.key < $1.key }) {
                try connection.run(
                    "INSERT INTO linkage_memory (tenant, name, bytes) VALUES (\(tenant), \(name), \(bytes))"
                )
            }
        }
    }

    /// Deletes all that matching remembers: the next one starts from nothing.
    package func forgetMatching() throws {
        try store.write { try $0.run("DELETE FROM linkage_memory WHERE tenant = \(tenant)") }
    }
}

extension ChangeWriter {
    /// Deletes all that matching remembers.
    func forgetMatching() throws {
        try connection.run("DELETE FROM linkage_memory WHERE tenant = \(tenant)")
    }
}
