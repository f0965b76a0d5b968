extension Register {
    /// A setting of this register, such as its authority; nil where it has not been set.
    package func setting(_ name: String) throws -> String? {
        try store.read { connection in
            try connection.first("SELECT value FROM settings WHERE tenant = \(tenant) AND name = \(name)") {
                $0.text(0)
            }
        }
    }

    /// Sets a setting, which has no versions.
    package func set(_ name: String, to value: String) throws {
        try store.write { connection in
            try connection.run(
                """
                INSERT INTO settings (tenant, name, value) VALUES (\(tenant), \(name), \(value)) \
                ON CONFLICT (tenant, name) DO UPDATE SET value = excluded.value
                """
            )
        }
    }
}
