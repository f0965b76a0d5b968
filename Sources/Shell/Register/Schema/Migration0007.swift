extension Migration {
    /// What pages of work are looked up by, and drafts of forms that take several pages.
    static let entering = Migration(
        number: 7,
        text: """
            CREATE INDEX "allocations_worker_id" ON "allocations" ("tenant", "worker_id") WHERE to_change IS NULL;
            CREATE INDEX "referrals_decision" ON "referrals" ("tenant", "decision") WHERE to_change IS NULL;
            CREATE INDEX "cases_team"
                ON "cases" ("tenant", "team") WHERE to_change IS NULL AND "team" IS NOT NULL;

            CREATE TABLE drafts (
                tenant BIGINT NOT NULL,
                digest :bytes NOT NULL,
                version BIGINT NOT NULL,
                kept_at TEXT NOT NULL,
                sealed :bytes NOT NULL,
                PRIMARY KEY (tenant, digest)
            );
            CREATE INDEX drafts_kept_at ON drafts (tenant, kept_at);
            """
    )
}
