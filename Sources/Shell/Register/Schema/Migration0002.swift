extension Migration {
    /// Families, referrals and the work with them, as the exchange package was first.
    static let work = Migration(
        number: 2,
        text: """
            CREATE TABLE "organisations" (
                id :identity,
                tenant BIGINT NOT NULL,
                "organisation_id" TEXT NOT NULL,
                "name" TEXT NOT NULL,
                "kind" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "organisations_key" ON "organisations" ("tenant", "organisation_id") WHERE to_change IS NULL;
            CREATE INDEX "organisations_key_ended"
                ON "organisations" ("tenant", "organisation_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "organisations_from" ON "organisations" ("from_change");
            CREATE INDEX "organisations_to" ON "organisations" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "workers" (
                id :identity,
                tenant BIGINT NOT NULL,
                "worker_id" TEXT NOT NULL,
                "name" TEXT NOT NULL,
                "organisation_id" TEXT,
                "team" TEXT,
                "role" TEXT NOT NULL,
                "programme" TEXT,
                "wte" TEXT,
                "started_on" TEXT,
                "ended_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "workers_key" ON "workers" ("tenant", "worker_id") WHERE to_change IS NULL;
            CREATE INDEX "workers_key_ended" ON "workers" ("tenant", "worker_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "workers_from" ON "workers" ("from_change");
            CREATE INDEX "workers_to" ON "workers" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "families" (
                id :identity,
                tenant BIGINT NOT NULL,
                "family_id" TEXT NOT NULL,
                "name" TEXT,
                "postcode" TEXT,
                "uprn" TEXT,
                "area" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "families_key" ON "families" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "families_key_ended" ON "families" ("tenant", "family_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "families_from" ON "families" ("from_change");
            CREATE INDEX "families_to" ON "families" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "families_postcode"
                ON "families" ("tenant", "postcode") WHERE to_change IS NULL AND "postcode" IS NOT NULL;

            CREATE TABLE "people" (
                id :identity,
                tenant BIGINT NOT NULL,
                "person_id" TEXT NOT NULL,
                "family_id" TEXT,
                "forename" TEXT,
                "surname" TEXT,
                "date_of_birth" TEXT,
                "sex" TEXT,
                "ethnicity" TEXT,
                "role" TEXT NOT NULL,
                "nhs_number" TEXT,
                "upn" TEXT,
                "child_id" TEXT,
                "died_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "people_key" ON "people" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "people_key_ended" ON "people" ("tenant", "person_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "people_from" ON "people" ("from_change");
            CREATE INDEX "people_to" ON "people" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "people_family_id" ON "people" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "people_family_id_ended" ON "people" ("tenant", "family_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "people_surname"
                ON "people" ("tenant", "surname") WHERE to_change IS NULL AND "surname" IS NOT NULL;
            CREATE INDEX "people_date_of_birth"
                ON "people" ("tenant", "date_of_birth") WHERE to_change IS NULL AND "date_of_birth" IS NOT NULL;
            CREATE INDEX "people_nhs_number"
                ON "people" ("tenant", "nhs_number") WHERE to_change IS NULL AND "nhs_number" IS NOT NULL;
            CREATE INDEX "people_upn" ON "people" ("tenant", "upn") WHERE to_change IS NULL AND "upn" IS NOT NULL;
            CREATE INDEX "people_child_id"
                ON "people" ("tenant", "child_id") WHERE to_change IS NULL AND "child_id" IS NOT NULL;

            CREATE TABLE "referrals" (
                id :identity,
                tenant BIGINT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "family_id" TEXT NOT NULL,
                "person_id" TEXT,
                "received_on" TEXT NOT NULL,
                "source_organisation_id" TEXT,
                "source" TEXT NOT NULL,
                "route" TEXT NOT NULL,
                "programme" TEXT,
                "tier" TEXT,
                "presenting_issues" TEXT,
                "decision" TEXT NOT NULL,
                "decided_on" TEXT,
                "destination" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "referrals_key" ON "referrals" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "referrals_key_ended" ON "referrals" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referrals_from" ON "referrals" ("from_change");
            CREATE INDEX "referrals_to" ON "referrals" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "referrals_family_id" ON "referrals" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "referrals_family_id_ended" ON "referrals" ("tenant", "family_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referrals_person_id" ON "referrals" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "referrals_person_id_ended" ON "referrals" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "cases" (
                id :identity,
                tenant BIGINT NOT NULL,
                "case_id" TEXT NOT NULL,
                "referral_id" TEXT,
                "family_id" TEXT NOT NULL,
                "person_id" TEXT,
                "programme" TEXT NOT NULL,
                "organisation_id" TEXT,
                "team" TEXT,
                "tier" TEXT,
                "started_on" TEXT NOT NULL,
                "ended_on" TEXT,
                "end_reason" TEXT,
                "destination" TEXT,
                "contract_id" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "cases_key" ON "cases" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "cases_key_ended" ON "cases" ("tenant", "case_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "cases_from" ON "cases" ("from_change");
            CREATE INDEX "cases_to" ON "cases" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "cases_referral_id" ON "cases" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "cases_referral_id_ended" ON "cases" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "cases_family_id" ON "cases" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "cases_family_id_ended" ON "cases" ("tenant", "family_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "cases_person_id" ON "cases" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "cases_person_id_ended" ON "cases" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "allocations" (
                id :identity,
                tenant BIGINT NOT NULL,
                "case_id" TEXT NOT NULL,
                "worker_id" TEXT NOT NULL,
                "role" TEXT NOT NULL,
                "from" TEXT NOT NULL,
                "to" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "allocations_key"
                ON "allocations" ("tenant", "case_id", "worker_id", "role", "from") WHERE to_change IS NULL;
            CREATE INDEX "allocations_key_ended"
                ON "allocations" ("tenant", "case_id", "worker_id", "role", "from") WHERE to_change IS NOT NULL;
            CREATE INDEX "allocations_from" ON "allocations" ("from_change");
            CREATE INDEX "allocations_to" ON "allocations" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "contacts" (
                id :identity,
                tenant BIGINT NOT NULL,
                "contact_id" TEXT NOT NULL,
                "case_id" TEXT NOT NULL,
                "on" TEXT NOT NULL,
                "minutes" BIGINT,
                "kind" TEXT NOT NULL,
                "direct" BIGINT,
                "attendance" TEXT,
                "worker_id" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "contacts_key" ON "contacts" ("tenant", "contact_id") WHERE to_change IS NULL;
            CREATE INDEX "contacts_key_ended" ON "contacts" ("tenant", "contact_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "contacts_from" ON "contacts" ("from_change");
            CREATE INDEX "contacts_to" ON "contacts" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "contacts_case_id" ON "contacts" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "contacts_case_id_ended" ON "contacts" ("tenant", "case_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "assessments" (
                id :identity,
                tenant BIGINT NOT NULL,
                "assessment_id" TEXT NOT NULL,
                "case_id" TEXT,
                "person_id" TEXT,
                "instrument" TEXT NOT NULL,
                "version" TEXT,
                "informant" TEXT NOT NULL,
                "occasion" TEXT NOT NULL,
                "completed_on" TEXT NOT NULL,
                "collected_by" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "assessments_key" ON "assessments" ("tenant", "assessment_id") WHERE to_change IS NULL;
            CREATE INDEX "assessments_key_ended" ON "assessments" ("tenant", "assessment_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "assessments_from" ON "assessments" ("from_change");
            CREATE INDEX "assessments_to" ON "assessments" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "assessments_case_id" ON "assessments" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "assessments_case_id_ended" ON "assessments" ("tenant", "case_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "assessments_person_id" ON "assessments" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "assessments_person_id_ended" ON "assessments" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "scores" (
                id :identity,
                tenant BIGINT NOT NULL,
                "assessment_id" TEXT NOT NULL,
                "item" TEXT NOT NULL,
                "value" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "scores_key" ON "scores" ("tenant", "assessment_id", "item") WHERE to_change IS NULL;
            CREATE INDEX "scores_key_ended" ON "scores" ("tenant", "assessment_id", "item") WHERE to_change IS NOT NULL;
            CREATE INDEX "scores_from" ON "scores" ("from_change");
            CREATE INDEX "scores_to" ON "scores" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "goals" (
                id :identity,
                tenant BIGINT NOT NULL,
                "goal_id" TEXT NOT NULL,
                "case_id" TEXT NOT NULL,
                "title" TEXT NOT NULL,
                "domain" TEXT,
                "set_on" TEXT NOT NULL,
                "outcome" TEXT NOT NULL,
                "closed_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "goals_key" ON "goals" ("tenant", "goal_id") WHERE to_change IS NULL;
            CREATE INDEX "goals_key_ended" ON "goals" ("tenant", "goal_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "goals_from" ON "goals" ("from_change");
            CREATE INDEX "goals_to" ON "goals" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "goals_case_id" ON "goals" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "goals_case_id_ended" ON "goals" ("tenant", "case_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "reviews" (
                id :identity,
                tenant BIGINT NOT NULL,
                "review_id" TEXT NOT NULL,
                "case_id" TEXT NOT NULL,
                "due_on" TEXT NOT NULL,
                "held_on" TEXT,
                "result" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "reviews_key" ON "reviews" ("tenant", "review_id") WHERE to_change IS NULL;
            CREATE INDEX "reviews_key_ended" ON "reviews" ("tenant", "review_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "reviews_from" ON "reviews" ("from_change");
            CREATE INDEX "reviews_to" ON "reviews" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "reviews_case_id" ON "reviews" ("tenant", "case_id") WHERE to_change IS NULL;
            CREATE INDEX "reviews_case_id_ended" ON "reviews" ("tenant", "case_id") WHERE to_change IS NOT NULL;
            """
    )
}
