extension Migration {
    /// The rows of partners' feeds, and the logs of what was received and deleted.
    static let feeds = Migration(
        number: 4,
        text: """
            CREATE TABLE "feed_extracts" (
                id :identity,
                tenant BIGINT NOT NULL,
                "feed" TEXT NOT NULL,
                "number" BIGINT NOT NULL,
                "received_on" TEXT NOT NULL,
                "extent" TEXT NOT NULL,
                "agreement" TEXT NOT NULL,
                "agreement_version" TEXT NOT NULL,
                "expires_on" TEXT NOT NULL,
                "retention_months" BIGINT NOT NULL,
                "rows" BIGINT NOT NULL,
                "digest" TEXT NOT NULL,
                "new" BIGINT NOT NULL,
                "changed" BIGINT NOT NULL,
                "same" BIGINT NOT NULL,
                "gone" BIGINT NOT NULL,
                "not_read" TEXT NOT NULL,
                "held" BIGINT NOT NULL,
                "held_digest" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "feed_extracts_key"
                ON "feed_extracts" ("tenant", "feed", "number") WHERE to_change IS NULL;
            CREATE INDEX "feed_extracts_key_ended"
                ON "feed_extracts" ("tenant", "feed", "number") WHERE to_change IS NOT NULL;
            CREATE INDEX "feed_extracts_from" ON "feed_extracts" ("from_change");
            CREATE INDEX "feed_extracts_to" ON "feed_extracts" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "feed_deletions" (
                id :identity,
                tenant BIGINT NOT NULL,
                "feed" TEXT NOT NULL,
                "number" BIGINT NOT NULL,
                "deleted_on" TEXT NOT NULL,
                "reason" TEXT NOT NULL,
                "note" TEXT,
                "rows" BIGINT NOT NULL,
                "digest" TEXT NOT NULL,
                "held" BIGINT NOT NULL,
                "held_digest" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "feed_deletions_key"
                ON "feed_deletions" ("tenant", "feed", "number") WHERE to_change IS NULL;
            CREATE INDEX "feed_deletions_key_ended"
                ON "feed_deletions" ("tenant", "feed", "number") WHERE to_change IS NOT NULL;
            CREATE INDEX "feed_deletions_from" ON "feed_deletions" ("from_change");
            CREATE INDEX "feed_deletions_to" ON "feed_deletions" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "feed_rows" (
                id :identity,
                tenant BIGINT NOT NULL,
                first_extract BIGINT NOT NULL,
                changed_extract BIGINT NOT NULL,
                last_extract BIGINT NOT NULL,
                "feed" TEXT NOT NULL,
                "record_id" TEXT NOT NULL,
                "forename" TEXT,
                "middle_name" TEXT,
                "surname" TEXT,
                "dob" TEXT,
                "sex" TEXT,
                "house" TEXT,
                "street" TEXT,
                "town" TEXT,
                "postcode" TEXT,
                "uprn" TEXT,
                "nhs_number" TEXT,
                "upn" TEXT,
                "local_id" TEXT,
                "date_recorded" TEXT,
                "facts" TEXT NOT NULL,
                salt :bytes NOT NULL,
                seal :bytes NOT NULL
            );
            CREATE UNIQUE INDEX "feed_rows_key" ON "feed_rows" ("tenant", "feed", "record_id");
            """
    )
}
