extension Migration {
    /// The log of changes, and what is kept beside the records.
    static let logs = Migration(
        number: 1,
        text: """
            CREATE TABLE migrations (number BIGINT NOT NULL PRIMARY KEY, at TEXT NOT NULL);

            CREATE TABLE tenants (id :identity, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
            INSERT INTO tenants (id, code, name) VALUES (1, '', '');

            CREATE TABLE changes (
                number BIGINT NOT NULL PRIMARY KEY,
                tenant BIGINT NOT NULL REFERENCES tenants (id),
                at TEXT NOT NULL,
                actor TEXT NOT NULL,
                organisation TEXT NOT NULL,
                purpose TEXT NOT NULL,
                summary TEXT NOT NULL,
                previous_hash :bytes NOT NULL,
                hash :bytes NOT NULL
            );
            CREATE INDEX changes_at ON changes (at);

            CREATE TABLE change_parts (
                change BIGINT NOT NULL REFERENCES changes (number),
                table_name TEXT NOT NULL,
                act TEXT NOT NULL,
                row_count BIGINT NOT NULL,
                digest :bytes NOT NULL,
                PRIMARY KEY (change, table_name, act)
            );

            CREATE TABLE erasures (
                table_name TEXT NOT NULL,
                version BIGINT NOT NULL,
                change BIGINT NOT NULL,
                PRIMARY KEY (table_name, version)
            );

            CREATE TABLE imports (
                id :identity,
                tenant BIGINT NOT NULL REFERENCES tenants (id),
                at TEXT NOT NULL,
                actor TEXT NOT NULL,
                change BIGINT REFERENCES changes (number),
                outcome TEXT NOT NULL,
                files TEXT NOT NULL,
                errors BIGINT NOT NULL,
                warnings BIGINT NOT NULL,
                problems TEXT NOT NULL,
                repairs TEXT NOT NULL
            );
            CREATE INDEX imports_change ON imports (change);

            CREATE TABLE settings (
                tenant BIGINT NOT NULL REFERENCES tenants (id),
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (tenant, name)
            );

            CREATE TABLE reads (
                id :identity,
                tenant BIGINT NOT NULL REFERENCES tenants (id),
                at TEXT NOT NULL,
                actor TEXT NOT NULL,
                what TEXT NOT NULL,
                table_name TEXT NOT NULL,
                record_key TEXT NOT NULL
            );
            CREATE INDEX reads_record ON reads (tenant, table_name, record_key);
            """
    )
}
