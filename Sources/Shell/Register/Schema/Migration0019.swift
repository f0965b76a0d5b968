extension Migration {
    /// Complaints, training, what people say of the service, and case studies.
    static let voices = Migration(
        number: 19,
        text: """
            CREATE TABLE "complaints" (
                id :identity,
                tenant BIGINT NOT NULL,
                "complaint_id" TEXT NOT NULL,
                "organisation_id" TEXT NOT NULL,
                "programme" TEXT,
                "kind" TEXT NOT NULL,
                "source" TEXT NOT NULL,
                "received_on" TEXT NOT NULL,
                "words" TEXT NOT NULL,
                "resolution" TEXT,
                "outcome" TEXT,
                "resolved_on" TEXT,
                "learning" TEXT,
                "kept_by" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "complaints_key" ON "complaints" ("tenant", "complaint_id") WHERE to_change IS NULL;
            CREATE INDEX "complaints_key_ended" ON "complaints" ("tenant", "complaint_id")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "complaints_from" ON "complaints" ("from_change");
            CREATE INDEX "complaints_to" ON "complaints" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "training" (
                id :identity,
                tenant BIGINT NOT NULL,
                "training_id" TEXT NOT NULL,
                "organisation_id" TEXT NOT NULL,
                "team" TEXT,
                "title" TEXT NOT NULL,
                "given_by" TEXT,
                "held_on" TEXT NOT NULL,
                "hours" TEXT,
                "people" BIGINT NOT NULL,
                "kept_by" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "training_key" ON "training" ("tenant", "training_id") WHERE to_change IS NULL;
            CREATE INDEX "training_key_ended" ON "training" ("tenant", "training_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "training_from" ON "training" ("from_change");
            CREATE INDEX "training_to" ON "training" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "service_feedback" (
                id :identity,
                tenant BIGINT NOT NULL,
                "feedback_id" TEXT NOT NULL,
                "organisation_id" TEXT NOT NULL,
                "programme" TEXT,
                "source" TEXT NOT NULL,
                "received_on" TEXT NOT NULL,
                "satisfaction" BIGINT,
                "value" BIGINT,
                "said" TEXT NOT NULL,
                "did" TEXT,
                "did_on" TEXT,
                "kept_by" TEXT NOT NULL,
                "published_on" TEXT,
                "published_by" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "service_feedback_key" ON "service_feedback" ("tenant", "feedback_id")
                WHERE to_change IS NULL;
            CREATE INDEX "service_feedback_key_ended" ON "service_feedback" ("tenant", "feedback_id")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "service_feedback_from" ON "service_feedback" ("from_change");
            CREATE INDEX "service_feedback_to" ON "service_feedback" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "case_studies" (
                id :identity,
                tenant BIGINT NOT NULL,
                "study_id" TEXT NOT NULL,
                "organisation_id" TEXT NOT NULL,
                "programme" TEXT NOT NULL,
                "case_id" TEXT,
                "title" TEXT NOT NULL,
                "before" TEXT NOT NULL,
                "work" TEXT NOT NULL,
                "after" TEXT NOT NULL,
                "consented_by" TEXT,
                "consented_on" TEXT,
                "drafted_on" TEXT NOT NULL,
                "drafted_by" TEXT NOT NULL,
                "reviewed_on" TEXT,
                "reviewed_by" TEXT,
                "published_on" TEXT,
                "withdrawn_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "case_studies_key" ON "case_studies" ("tenant", "study_id") WHERE to_change IS NULL;
            CREATE INDEX "case_studies_key_ended" ON "case_studies" ("tenant", "study_id")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "case_studies_from" ON "case_studies" ("from_change");
            CREATE INDEX "case_studies_to" ON "case_studies" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "case_studies_case_id" ON "case_studies" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "case_studies_case_id_ended" ON "case_studies" ("tenant", "case_id")
                WHERE to_change IS NOT NULL;
            """
    )
}
