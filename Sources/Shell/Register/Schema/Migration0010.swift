extension Migration {
    /// Words beside assessments, families' private links, restricted families and the openings of their records.
    static let measuring = Migration(
        number: 10,
        text: """
            CREATE TABLE "assessment_notes" (
                id :identity,
                tenant BIGINT NOT NULL,
                "note_id" TEXT NOT NULL,
                "case_id" TEXT NOT NULL,
                "assessment_id" TEXT NOT NULL,
                "person_id" TEXT,
                "kind" TEXT NOT NULL,
                "on" TEXT NOT NULL,
                "by" TEXT NOT NULL,
                "words" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "assessment_notes_key"
                ON "assessment_notes" ("tenant", "note_id") WHERE to_change IS NULL;
            CREATE INDEX "assessment_notes_key_ended"
                ON "assessment_notes" ("tenant", "note_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "assessment_notes_from" ON "assessment_notes" ("from_change");
            CREATE INDEX "assessment_notes_to" ON "assessment_notes" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "assessment_notes_case_id" ON "assessment_notes" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "assessment_notes_case_id_ended"
                ON "assessment_notes" ("tenant", "case_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "assessment_notes_assessment_id"
                ON "assessment_notes" ("tenant", "assessment_id") WHERE to_change IS NULL;
            CREATE INDEX "assessment_notes_assessment_id_ended"
                ON "assessment_notes" ("tenant", "assessment_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "assessment_notes_person_id"
                ON "assessment_notes" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "assessment_notes_person_id_ended"
                ON "assessment_notes" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "family_links" (
                id :identity,
                tenant BIGINT NOT NULL,
                "link_id" TEXT NOT NULL,
                "case_id" TEXT NOT NULL,
                "instrument" TEXT,
                "occasion" TEXT,
                "digest" TEXT NOT NULL,
                "made_by" TEXT NOT NULL,
                "made_on" TEXT NOT NULL,
                "expires_on" TEXT NOT NULL,
                "answered_on" TEXT,
                "withdrawn_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "family_links_key" ON "family_links" ("tenant", "link_id") WHERE to_change IS NULL;
            CREATE INDEX "family_links_key_ended" ON "family_links" ("tenant", "link_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "family_links_from" ON "family_links" ("from_change");
            CREATE INDEX "family_links_to" ON "family_links" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "family_links_case_id" ON "family_links" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "family_links_case_id_ended"
                ON "family_links" ("tenant", "case_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "family_links_digest"
                ON "family_links" ("tenant", "digest") WHERE to_change IS NULL AND "digest" IS NOT NULL;

            CREATE TABLE "restrictions" (
                id :identity,
                tenant BIGINT NOT NULL,
                "restriction_id" TEXT NOT NULL,
                "family_id" TEXT NOT NULL,
                "reason" TEXT NOT NULL,
                "users" TEXT NOT NULL,
                "set_by" TEXT NOT NULL,
                "set_on" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "restrictions_key"
                ON "restrictions" ("tenant", "restriction_id") WHERE to_change IS NULL;
            CREATE INDEX "restrictions_key_ended"
                ON "restrictions" ("tenant", "restriction_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "restrictions_from" ON "restrictions" ("from_change");
            CREATE INDEX "restrictions_to" ON "restrictions" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "restrictions_family_id" ON "restrictions" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "restrictions_family_id_ended"
                ON "restrictions" ("tenant", "family_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "broken_glass" (
                id :identity,
                tenant BIGINT NOT NULL,
                "glass_id" TEXT NOT NULL,
                "family_id" TEXT NOT NULL,
                "user_id" TEXT NOT NULL,
                "reason" TEXT NOT NULL,
                "opened_at" TEXT NOT NULL,
                "ends_at" TEXT NOT NULL,
                "reviewed_by" TEXT,
                "reviewed_on" TEXT,
                "was_right" BIGINT,
                "remark" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "broken_glass_key" ON "broken_glass" ("tenant", "glass_id") WHERE to_change IS NULL;
            CREATE INDEX "broken_glass_key_ended" ON "broken_glass" ("tenant", "glass_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "broken_glass_from" ON "broken_glass" ("from_change");
            CREATE INDEX "broken_glass_to" ON "broken_glass" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "broken_glass_family_id" ON "broken_glass" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "broken_glass_family_id_ended"
                ON "broken_glass" ("tenant", "family_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "broken_glass_user_id"
                ON "broken_glass" ("tenant", "user_id") WHERE to_change IS NULL AND "user_id" IS NOT NULL;
            """
    )
}
