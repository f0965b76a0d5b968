extension Migration {
    /// Tokens for programs, and the answers that a request sent again is given again.
    static let programs = Migration(
        number: 15,
        text: """
            CREATE TABLE api_tokens (
                id :identity,
                tenant BIGINT NOT NULL,
                digest :bytes NOT NULL UNIQUE,
                user_id TEXT NOT NULL,
                name TEXT NOT NULL,
                made_at TEXT NOT NULL,
                ends_at TEXT NOT NULL,
                withdrawn_at TEXT
            );
            CREATE INDEX api_tokens_user ON api_tokens (tenant, user_id);

            CREATE TABLE api_answers (
                tenant BIGINT NOT NULL,
                digest :bytes NOT NULL,
                request :bytes NOT NULL,
                kept_at TEXT NOT NULL,
                status BIGINT,
                sealed :bytes,
                PRIMARY KEY (tenant, digest)
            );
            CREATE INDEX api_answers_kept_at ON api_answers (tenant, kept_at);
            """
    )
}
