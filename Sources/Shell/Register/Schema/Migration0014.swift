extension Migration {
    /// Objections of families to being looked for.
    static let objections = Migration(
        number: 14,
        text: """
            CREATE TABLE "objections" (
                id :identity,
                tenant BIGINT NOT NULL,
                "family_id" TEXT NOT NULL,
                "objected_on" TEXT NOT NULL,
                "words" TEXT,
                "ended_on" TEXT,
                "end_reason" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "objections_key"
                ON "objections" ("tenant", "family_id", "objected_on") WHERE to_change IS NULL;
            CREATE INDEX "objections_key_ended"
                ON "objections" ("tenant", "family_id", "objected_on") WHERE to_change IS NOT NULL;
            CREATE INDEX "objections_from" ON "objections" ("from_change");
            CREATE INDEX "objections_to" ON "objections" ("to_change") WHERE to_change IS NOT NULL;
            """
    )
}
