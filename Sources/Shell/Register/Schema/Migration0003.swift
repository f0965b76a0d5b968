extension Migration {
    /// What became of children and families, and the rows of returns, as the exchange package was first.
    static let outcomes = Migration(
        number: 3,
        text: """
            CREATE TABLE "follow_ups" (
                id :identity,
                tenant BIGINT NOT NULL,
                "case_id" TEXT NOT NULL,
                "person_id" TEXT NOT NULL,
                "milestone_months" BIGINT NOT NULL,
                "observed_on" TEXT NOT NULL,
                "living" TEXT NOT NULL,
                "in_education_or_work" BIGINT,
                "source" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "follow_ups_key"
                ON "follow_ups" ("tenant", "case_id", "person_id", "milestone_months", "observed_on")
                WHERE to_change IS NULL;
            CREATE INDEX "follow_ups_key_ended"
                ON "follow_ups" ("tenant", "case_id", "person_id", "milestone_months", "observed_on")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "follow_ups_from" ON "follow_ups" ("from_change");
            CREATE INDEX "follow_ups_to" ON "follow_ups" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "follow_ups_person_id" ON "follow_ups" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "follow_ups_person_id_ended" ON "follow_ups" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "placements" (
                id :identity,
                tenant BIGINT NOT NULL,
                "person_id" TEXT NOT NULL,
                "started_on" TEXT NOT NULL,
                "ended_on" TEXT,
                "legal_status" TEXT NOT NULL,
                "placement" TEXT NOT NULL,
                "provider" TEXT,
                "reason_new" TEXT,
                "reason_ceased" TEXT,
                "reason_change" TEXT,
                "weekly_cost" BIGINT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "placements_key"
                ON "placements" ("tenant", "person_id", "started_on", "legal_status", "placement") WHERE to_change IS NULL;
            CREATE INDEX "placements_key_ended"
                ON "placements" ("tenant", "person_id", "started_on", "legal_status", "placement")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "placements_from" ON "placements" ("from_change");
            CREATE INDEX "placements_to" ON "placements" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "events" (
                id :identity,
                tenant BIGINT NOT NULL,
                "event_id" TEXT NOT NULL,
                "person_id" TEXT,
                "family_id" TEXT,
                "kind" TEXT NOT NULL,
                "on" TEXT NOT NULL,
                "source" TEXT NOT NULL,
                "reference" TEXT,
                "proven" BIGINT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "events_key" ON "events" ("tenant", "event_id") WHERE to_change IS NULL;
            CREATE INDEX "events_key_ended" ON "events" ("tenant", "event_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "events_from" ON "events" ("from_change");
            CREATE INDEX "events_to" ON "events" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "events_person_id" ON "events" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "events_person_id_ended" ON "events" ("tenant", "person_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "events_family_id" ON "events" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "events_family_id_ended" ON "events" ("tenant", "family_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "attendance" (
                id :identity,
                tenant BIGINT NOT NULL,
                "person_id" TEXT NOT NULL,
                "from" TEXT NOT NULL,
                "to" TEXT NOT NULL,
                "sessions_possible" BIGINT NOT NULL,
                "authorised_absences" BIGINT NOT NULL,
                "unauthorised_absences" BIGINT NOT NULL,
                "source" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "attendance_key"
                ON "attendance" ("tenant", "person_id", "from", "to", "source") WHERE to_change IS NULL;
            CREATE INDEX "attendance_key_ended"
                ON "attendance" ("tenant", "person_id", "from", "to", "source") WHERE to_change IS NOT NULL;
            CREATE INDEX "attendance_from" ON "attendance" ("from_change");
            CREATE INDEX "attendance_to" ON "attendance" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "work_status" (
                id :identity,
                tenant BIGINT NOT NULL,
                "person_id" TEXT NOT NULL,
                "status" TEXT NOT NULL,
                "benefit" TEXT,
                "from" TEXT NOT NULL,
                "to" TEXT,
                "source" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "work_status_key"
                ON "work_status" ("tenant", "person_id", "status", "from") WHERE to_change IS NULL;
            CREATE INDEX "work_status_key_ended"
                ON "work_status" ("tenant", "person_id", "status", "from") WHERE to_change IS NOT NULL;
            CREATE INDEX "work_status_from" ON "work_status" ("from_change");
            CREATE INDEX "work_status_to" ON "work_status" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "discretion" (
                id :identity,
                tenant BIGINT NOT NULL,
                "family_id" TEXT NOT NULL,
                "criteria" TEXT NOT NULL,
                "set_on" TEXT NOT NULL,
                "set_by" TEXT NOT NULL,
                "reason" TEXT NOT NULL,
                "withdrawn_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "discretion_key"
                ON "discretion" ("tenant", "family_id", "criteria", "set_on") WHERE to_change IS NULL;
            CREATE INDEX "discretion_key_ended"
                ON "discretion" ("tenant", "family_id", "criteria", "set_on") WHERE to_change IS NOT NULL;
            CREATE INDEX "discretion_from" ON "discretion" ("from_change");
            CREATE INDEX "discretion_to" ON "discretion" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "costs" (
                id :identity,
                tenant BIGINT NOT NULL,
                "cost_id" TEXT NOT NULL,
                "programme" TEXT NOT NULL,
                "organisation_id" TEXT,
                "from" TEXT NOT NULL,
                "to" TEXT NOT NULL,
                "amount" BIGINT NOT NULL,
                "heading" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "costs_key" ON "costs" ("tenant", "cost_id") WHERE to_change IS NULL;
            CREATE INDEX "costs_key_ended" ON "costs" ("tenant", "cost_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "costs_from" ON "costs" ("from_change");
            CREATE INDEX "costs_to" ON "costs" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "return_rows" (
                id :identity,
                tenant BIGINT NOT NULL,
                "return_table" TEXT NOT NULL,
                "person_id" TEXT NOT NULL,
                "place" BIGINT NOT NULL,
                "file" TEXT NOT NULL,
                "row" BIGINT NOT NULL,
                "values" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "return_rows_key"
                ON "return_rows" ("tenant", "return_table", "person_id", "place") WHERE to_change IS NULL;
            CREATE INDEX "return_rows_key_ended"
                ON "return_rows" ("tenant", "return_table", "person_id", "place") WHERE to_change IS NOT NULL;
            CREATE INDEX "return_rows_from" ON "return_rows" ("from_change");
            CREATE INDEX "return_rows_to" ON "return_rows" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "return_rows_person_id" ON "return_rows" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "return_rows_person_id_ended" ON "return_rows" ("tenant", "person_id") WHERE to_change IS NOT NULL;
            """
    )
}
