extension Migration {
    /// What people write in reports, what they agree to do, and who signed off.
    static let narratives = Migration(
        number: 18,
        text: """
            CREATE TABLE "report_narratives" (
                id :identity,
                tenant BIGINT NOT NULL,
                "narrative_id" TEXT NOT NULL,
                "report" TEXT NOT NULL,
                "organisation_id" TEXT,
                "from" TEXT NOT NULL,
                "to" TEXT NOT NULL,
                "part" TEXT NOT NULL,
                "words" TEXT NOT NULL,
                "written_on" TEXT NOT NULL,
                "written_by" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "report_narratives_key" ON "report_narratives" ("tenant", "narrative_id")
                WHERE to_change IS NULL;
            CREATE INDEX "report_narratives_key_ended" ON "report_narratives" ("tenant", "narrative_id")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "report_narratives_from" ON "report_narratives" ("from_change");
            CREATE INDEX "report_narratives_to" ON "report_narratives" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "report_actions" (
                id :identity,
                tenant BIGINT NOT NULL,
                "action_id" TEXT NOT NULL,
                "report" TEXT NOT NULL,
                "organisation_id" TEXT,
                "from" TEXT NOT NULL,
                "what" TEXT NOT NULL,
                "owner" TEXT NOT NULL,
                "due_on" TEXT NOT NULL,
                "made_on" TEXT NOT NULL,
                "made_by" TEXT NOT NULL,
                "done_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "report_actions_key" ON "report_actions" ("tenant", "action_id")
                WHERE to_change IS NULL;
            CREATE INDEX "report_actions_key_ended" ON "report_actions" ("tenant", "action_id")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "report_actions_from" ON "report_actions" ("from_change");
            CREATE INDEX "report_actions_to" ON "report_actions" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "review_sign_offs" (
                id :identity,
                tenant BIGINT NOT NULL,
                "review_id" TEXT NOT NULL,
                "report" TEXT NOT NULL,
                "organisation_id" TEXT,
                "from" TEXT NOT NULL,
                "to" TEXT NOT NULL,
                "known_at" BIGINT NOT NULL,
                "submitted_on" TEXT NOT NULL,
                "submitted_by" TEXT NOT NULL,
                "signed_on" TEXT,
                "signed_by" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "review_sign_offs_key" ON "review_sign_offs" ("tenant", "review_id")
                WHERE to_change IS NULL;
            CREATE INDEX "review_sign_offs_key_ended" ON "review_sign_offs" ("tenant", "review_id")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "review_sign_offs_from" ON "review_sign_offs" ("from_change");
            CREATE INDEX "review_sign_offs_to" ON "review_sign_offs" ("to_change") WHERE to_change IS NOT NULL;
            """
    )
}
