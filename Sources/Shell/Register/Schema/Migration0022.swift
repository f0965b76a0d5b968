extension Migration {
    /// Whole-family assessments.
    static let assessing = Migration(
        number: 22,
        text: """
            CREATE TABLE "family_assessments" (
                id :identity,
                tenant BIGINT NOT NULL,
                "family_assessment_id" TEXT NOT NULL,
                "case_id" TEXT NOT NULL,
                "assessed_on" TEXT NOT NULL,
                "author" TEXT NOT NULL,
                "took_part" TEXT NOT NULL,
                "child_words" TEXT,
                "family_words" TEXT,
                "child_strengths" TEXT,
                "child_needs" TEXT,
                "carer_strengths" TEXT,
                "carer_needs" TEXT,
                "family_strengths" TEXT,
                "family_needs" TEXT,
                "meaning" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "family_assessments_key"
                ON "family_assessments" ("tenant", "family_assessment_id") WHERE to_change IS NULL;
            CREATE INDEX "family_assessments_key_ended"
                ON "family_assessments" ("tenant", "family_assessment_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "family_assessments_from" ON "family_assessments" ("from_change");
            CREATE INDEX "family_assessments_to" ON "family_assessments" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "family_assessments_case_id" ON "family_assessments" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "family_assessments_case_id_ended"
                ON "family_assessments" ("tenant", "case_id") WHERE to_change IS NOT NULL;
            """
    )
}
