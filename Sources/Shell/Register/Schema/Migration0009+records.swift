extension Migration {
    /// A family's record, reviews, closing and phases.
    static let caseRecords = """
        CREATE TABLE "relationships" (
            id :identity,
            tenant BIGINT NOT NULL,
            "relationship_id" TEXT NOT NULL,
            "family_id" TEXT NOT NULL,
            "person_id" TEXT NOT NULL,
            "kind" TEXT NOT NULL,
            "other_id" TEXT NOT NULL,
            "parental_responsibility" BIGINT,
            "from" TEXT,
            "to" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "relationships_key" ON "relationships" ("tenant", "relationship_id") WHERE to_change IS NULL;
        CREATE INDEX "relationships_key_ended" ON "relationships" ("tenant", "relationship_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "relationships_from" ON "relationships" ("from_change");
        CREATE INDEX "relationships_to" ON "relationships" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "relationships_family_id" ON "relationships" ("tenant", "family_id") WHERE to_change IS NULL;
        CREATE INDEX "relationships_family_id_ended" ON "relationships" ("tenant", "family_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "relationships_person_id" ON "relationships" ("tenant", "person_id") WHERE to_change IS NULL;
        CREATE INDEX "relationships_person_id_ended" ON "relationships" ("tenant", "person_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "relationships_other_id" ON "relationships" ("tenant", "other_id") WHERE to_change IS NULL;
        CREATE INDEX "relationships_other_id_ended" ON "relationships" ("tenant", "other_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "family_addresses" (
            id :identity,
            tenant BIGINT NOT NULL,
            "address_id" TEXT NOT NULL,
            "family_id" TEXT NOT NULL,
            "person_id" TEXT,
            "kind" TEXT NOT NULL,
            "lines" TEXT NOT NULL,
            "postcode" TEXT,
            "from" TEXT NOT NULL,
            "to" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "family_addresses_key" ON "family_addresses" ("tenant", "address_id") WHERE to_change IS NULL;
        CREATE INDEX "family_addresses_key_ended" ON "family_addresses" ("tenant", "address_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "family_addresses_from" ON "family_addresses" ("from_change");
        CREATE INDEX "family_addresses_to" ON "family_addresses" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "family_addresses_family_id" ON "family_addresses" ("tenant", "family_id") WHERE to_change IS NULL;
        CREATE INDEX "family_addresses_family_id_ended" ON "family_addresses" ("tenant", "family_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "family_addresses_person_id" ON "family_addresses" ("tenant", "person_id") WHERE to_change IS NULL;
        CREATE INDEX "family_addresses_person_id_ended" ON "family_addresses" ("tenant", "person_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "professionals" (
            id :identity,
            tenant BIGINT NOT NULL,
            "professional_id" TEXT NOT NULL,
            "family_id" TEXT NOT NULL,
            "name" TEXT NOT NULL,
            "job" TEXT NOT NULL,
            "organisation" TEXT,
            "telephone" TEXT,
            "email" TEXT,
            "from" TEXT NOT NULL,
            "to" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "professionals_key" ON "professionals" ("tenant", "professional_id") WHERE to_change IS NULL;
        CREATE INDEX "professionals_key_ended" ON "professionals" ("tenant", "professional_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "professionals_from" ON "professionals" ("from_change");
        CREATE INDEX "professionals_to" ON "professionals" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "professionals_family_id" ON "professionals" ("tenant", "family_id") WHERE to_change IS NULL;
        CREATE INDEX "professionals_family_id_ended" ON "professionals" ("tenant", "family_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "family_alerts" (
            id :identity,
            tenant BIGINT NOT NULL,
            "alert_id" TEXT NOT NULL,
            "family_id" TEXT NOT NULL,
            "person_id" TEXT,
            "kind" TEXT NOT NULL,
            "words" TEXT,
            "from" TEXT NOT NULL,
            "to" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "family_alerts_key" ON "family_alerts" ("tenant", "alert_id") WHERE to_change IS NULL;
        CREATE INDEX "family_alerts_key_ended" ON "family_alerts" ("tenant", "alert_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "family_alerts_from" ON "family_alerts" ("from_change");
        CREATE INDEX "family_alerts_to" ON "family_alerts" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "family_alerts_family_id" ON "family_alerts" ("tenant", "family_id") WHERE to_change IS NULL;
        CREATE INDEX "family_alerts_family_id_ended" ON "family_alerts" ("tenant", "family_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "family_alerts_person_id" ON "family_alerts" ("tenant", "person_id") WHERE to_change IS NULL;
        CREATE INDEX "family_alerts_person_id_ended" ON "family_alerts" ("tenant", "person_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "review_details" (
            id :identity,
            tenant BIGINT NOT NULL,
            "review_id" TEXT NOT NULL,
            "case_id" TEXT NOT NULL,
            "family_came" BIGINT,
            "agencies" TEXT,
            "summary" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "review_details_key" ON "review_details" ("tenant", "review_id") WHERE to_change IS NULL;
        CREATE INDEX "review_details_key_ended" ON "review_details" ("tenant", "review_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "review_details_from" ON "review_details" ("from_change");
        CREATE INDEX "review_details_to" ON "review_details" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "review_details_case_id" ON "review_details" ("tenant", "case_id") WHERE to_change IS NULL;
        CREATE INDEX "review_details_case_id_ended" ON "review_details" ("tenant", "case_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "case_closures" (
            id :identity,
            tenant BIGINT NOT NULL,
            "case_id" TEXT NOT NULL,
            "closed_on" TEXT NOT NULL,
            "exit_plan" TEXT,
            "left_open" TEXT,
            "author" TEXT NOT NULL,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "case_closures_key" ON "case_closures" ("tenant", "case_id", "closed_on") WHERE to_change IS NULL;
        CREATE INDEX "case_closures_key_ended" ON "case_closures" ("tenant", "case_id", "closed_on") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_closures_from" ON "case_closures" ("from_change");
        CREATE INDEX "case_closures_to" ON "case_closures" ("to_change") WHERE to_change IS NOT NULL;

        CREATE TABLE "case_reopenings" (
            id :identity,
            tenant BIGINT NOT NULL,
            "case_id" TEXT NOT NULL,
            "reopened_on" TEXT NOT NULL,
            "closed_on" TEXT NOT NULL,
            "reason" TEXT NOT NULL,
            "author" TEXT NOT NULL,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "case_reopenings_key" ON "case_reopenings" ("tenant", "case_id", "reopened_on") WHERE to_change IS NULL;
        CREATE INDEX "case_reopenings_key_ended" ON "case_reopenings" ("tenant", "case_id", "reopened_on") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_reopenings_from" ON "case_reopenings" ("from_change");
        CREATE INDEX "case_reopenings_to" ON "case_reopenings" ("to_change") WHERE to_change IS NOT NULL;

        CREATE TABLE "case_phases" (
            id :identity,
            tenant BIGINT NOT NULL,
            "case_id" TEXT NOT NULL,
            "phase" TEXT NOT NULL,
            "started_on" TEXT NOT NULL,
            "ended_on" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "case_phases_key" ON "case_phases" ("tenant", "case_id", "phase") WHERE to_change IS NULL;
        CREATE INDEX "case_phases_key_ended" ON "case_phases" ("tenant", "case_id", "phase") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_phases_from" ON "case_phases" ("from_change");
        CREATE INDEX "case_phases_to" ON "case_phases" ("to_change") WHERE to_change IS NOT NULL;

        CREATE TABLE "level_moves" (
            id :identity,
            tenant BIGINT NOT NULL,
            "case_id" TEXT NOT NULL,
            "on" TEXT NOT NULL,
            "direction" TEXT NOT NULL,
            "from" TEXT,
            "to" TEXT NOT NULL,
            "reason" TEXT NOT NULL,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "level_moves_key" ON "level_moves" ("tenant", "case_id", "on") WHERE to_change IS NULL;
        CREATE INDEX "level_moves_key_ended" ON "level_moves" ("tenant", "case_id", "on") WHERE to_change IS NOT NULL;
        CREATE INDEX "level_moves_from" ON "level_moves" ("from_change");
        CREATE INDEX "level_moves_to" ON "level_moves" ("to_change") WHERE to_change IS NOT NULL;
        """
}
