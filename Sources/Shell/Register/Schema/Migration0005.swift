extension Migration {
    /// What people decided of pairs of records, merges of people, and what matching remembers.
    static let matching = Migration(
        number: 5,
        text: """
            ALTER TABLE "feed_deletions" ADD COLUMN "decisions" BIGINT;

            CREATE TABLE "link_decisions" (
                id :identity,
                tenant BIGINT NOT NULL,
                "decision_id" TEXT NOT NULL,
                "first_source" TEXT NOT NULL,
                "first_record" TEXT NOT NULL,
                "second_source" TEXT NOT NULL,
                "second_record" TEXT NOT NULL,
                "verdict" TEXT NOT NULL,
                "decided_by" TEXT NOT NULL,
                "organisation" TEXT,
                "reason" TEXT,
                "model" TEXT,
                "model_version" TEXT,
                "weight" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "link_decisions_key"
                ON "link_decisions" ("tenant", "decision_id") WHERE to_change IS NULL;
            CREATE INDEX "link_decisions_key_ended"
                ON "link_decisions" ("tenant", "decision_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "link_decisions_from" ON "link_decisions" ("from_change");
            CREATE INDEX "link_decisions_to" ON "link_decisions" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "link_decisions_first" ON "link_decisions" ("tenant", "first_source", "first_record");
            CREATE INDEX "link_decisions_second" ON "link_decisions" ("tenant", "second_source", "second_record");

            CREATE TABLE "merges" (
                id :identity,
                tenant BIGINT NOT NULL,
                "merge_id" TEXT NOT NULL,
                "kept" TEXT NOT NULL,
                "other" TEXT NOT NULL,
                "change" BIGINT NOT NULL,
                "merged_on" TEXT NOT NULL,
                "merged_by" TEXT NOT NULL,
                "undone_on" TEXT,
                "undone_by" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "merges_key" ON "merges" ("tenant", "merge_id") WHERE to_change IS NULL;
            CREATE INDEX "merges_key_ended" ON "merges" ("tenant", "merge_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "merges_from" ON "merges" ("from_change");
            CREATE INDEX "merges_to" ON "merges" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE linkage_memory (
                tenant BIGINT NOT NULL REFERENCES tenants (id),
                name TEXT NOT NULL,
                bytes :bytes NOT NULL,
                PRIMARY KEY (tenant, name)
            );
            """
    )
}
