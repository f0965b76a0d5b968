extension Migration {
    /// What partners' feeds said of what was claimed.
    static let comparisons = Migration(
        number: 20,
        text: """
            CREATE TABLE "claim_comparisons" (
                id :identity,
                tenant BIGINT NOT NULL,
                "claim_id" TEXT NOT NULL,
                "line" BIGINT NOT NULL,
                "criterion" BIGINT NOT NULL,
                "source" TEXT NOT NULL,
                "verdict" TEXT NOT NULL,
                "words" TEXT NOT NULL,
                "evidence" TEXT,
                "compared_by" TEXT NOT NULL,
                "compared_on" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "claim_comparisons_key"
                ON "claim_comparisons" ("tenant", "claim_id", "line", "criterion") WHERE to_change IS NULL;
            CREATE INDEX "claim_comparisons_key_ended"
                ON "claim_comparisons" ("tenant", "claim_id", "line", "criterion") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_comparisons_from" ON "claim_comparisons" ("from_change");
            CREATE INDEX "claim_comparisons_to" ON "claim_comparisons" ("to_change") WHERE to_change IS NOT NULL;
            """
    )
}
