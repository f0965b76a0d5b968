extension Migration {
    /// Work on a case beside its contacts, goals and reviews, and the sealed content of its documents.
    static let casework = Migration(number: 9, text: casePlans + "\n" + caseRecords)

    private static let casePlans = """
        CREATE TABLE "plan_steps" (
            id :identity,
            tenant BIGINT NOT NULL,
            "step_id" TEXT NOT NULL,
            "case_id" TEXT NOT NULL,
            "goal_id" TEXT,
            "title" TEXT NOT NULL,
            "who" TEXT NOT NULL,
            "by" TEXT,
            "set_on" TEXT NOT NULL,
            "outcome" TEXT NOT NULL,
            "settled_on" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "plan_steps_key" ON "plan_steps" ("tenant", "step_id") WHERE to_change IS NULL;
        CREATE INDEX "plan_steps_key_ended" ON "plan_steps" ("tenant", "step_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "plan_steps_from" ON "plan_steps" ("from_change");
        CREATE INDEX "plan_steps_to" ON "plan_steps" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "plan_steps_case_id" ON "plan_steps" ("tenant", "case_id") WHERE to_change IS NULL;
        CREATE INDEX "plan_steps_case_id_ended" ON "plan_steps" ("tenant", "case_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "goal_details" (
            id :identity,
            tenant BIGINT NOT NULL,
            "goal_id" TEXT NOT NULL,
            "case_id" TEXT NOT NULL,
            "family_words" TEXT,
            "measure" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "goal_details_key" ON "goal_details" ("tenant", "goal_id") WHERE to_change IS NULL;
        CREATE INDEX "goal_details_key_ended" ON "goal_details" ("tenant", "goal_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "goal_details_from" ON "goal_details" ("from_change");
        CREATE INDEX "goal_details_to" ON "goal_details" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "goal_details_case_id" ON "goal_details" ("tenant", "case_id") WHERE to_change IS NULL;
        CREATE INDEX "goal_details_case_id_ended" ON "goal_details" ("tenant", "case_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "plan_agreements" (
            id :identity,
            tenant BIGINT NOT NULL,
            "case_id" TEXT NOT NULL,
            "agreed_on" TEXT NOT NULL,
            "agreed_by" TEXT NOT NULL,
            "family_words" TEXT,
            "disagreement" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "plan_agreements_key" ON "plan_agreements" ("tenant", "case_id", "agreed_on") WHERE to_change IS NULL;
        CREATE INDEX "plan_agreements_key_ended" ON "plan_agreements" ("tenant", "case_id", "agreed_on") WHERE to_change IS NOT NULL;
        CREATE INDEX "plan_agreements_from" ON "plan_agreements" ("from_change");
        CREATE INDEX "plan_agreements_to" ON "plan_agreements" ("to_change") WHERE to_change IS NOT NULL;

        CREATE TABLE "case_tasks" (
            id :identity,
            tenant BIGINT NOT NULL,
            "task_id" TEXT NOT NULL,
            "case_id" TEXT NOT NULL,
            "title" TEXT NOT NULL,
            "worker_id" TEXT,
            "made_on" TEXT NOT NULL,
            "remind_on" TEXT,
            "due_on" TEXT,
            "outcome" TEXT NOT NULL,
            "settled_on" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "case_tasks_key" ON "case_tasks" ("tenant", "task_id") WHERE to_change IS NULL;
        CREATE INDEX "case_tasks_key_ended" ON "case_tasks" ("tenant", "task_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_tasks_from" ON "case_tasks" ("from_change");
        CREATE INDEX "case_tasks_to" ON "case_tasks" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_tasks_case_id" ON "case_tasks" ("tenant", "case_id") WHERE to_change IS NULL;
        CREATE INDEX "case_tasks_case_id_ended" ON "case_tasks" ("tenant", "case_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "case_notes" (
            id :identity,
            tenant BIGINT NOT NULL,
            "note_id" TEXT NOT NULL,
            "case_id" TEXT NOT NULL,
            "on" TEXT NOT NULL,
            "purpose" TEXT NOT NULL,
            "visibility" TEXT NOT NULL,
            "author" TEXT NOT NULL,
            "words" TEXT NOT NULL,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "case_notes_key" ON "case_notes" ("tenant", "note_id") WHERE to_change IS NULL;
        CREATE INDEX "case_notes_key_ended" ON "case_notes" ("tenant", "note_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_notes_from" ON "case_notes" ("from_change");
        CREATE INDEX "case_notes_to" ON "case_notes" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_notes_case_id" ON "case_notes" ("tenant", "case_id") WHERE to_change IS NULL;
        CREATE INDEX "case_notes_case_id_ended" ON "case_notes" ("tenant", "case_id") WHERE to_change IS NOT NULL;

        CREATE TABLE "case_documents" (
            id :identity,
            tenant BIGINT NOT NULL,
            "document_id" TEXT NOT NULL,
            "case_id" TEXT NOT NULL,
            "title" TEXT NOT NULL,
            "kind" TEXT NOT NULL,
            "bytes" BIGINT NOT NULL,
            "digest" TEXT NOT NULL,
            "added_on" TEXT NOT NULL,
            "author" TEXT NOT NULL,
            "removed_on" TEXT,
            from_change BIGINT NOT NULL,
            to_change BIGINT,
            salt :bytes,
            seal :bytes NOT NULL,
            CHECK (to_change > from_change)
        );
        CREATE UNIQUE INDEX "case_documents_key" ON "case_documents" ("tenant", "document_id") WHERE to_change IS NULL;
        CREATE INDEX "case_documents_key_ended" ON "case_documents" ("tenant", "document_id") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_documents_from" ON "case_documents" ("from_change");
        CREATE INDEX "case_documents_to" ON "case_documents" ("to_change") WHERE to_change IS NOT NULL;
        CREATE INDEX "case_documents_case_id" ON "case_documents" ("tenant", "case_id") WHERE to_change IS NULL;
        CREATE INDEX "case_documents_case_id_ended" ON "case_documents" ("tenant", "case_id") WHERE to_change IS NOT NULL;

        CREATE TABLE document_contents (
            tenant BIGINT NOT NULL,
            document_id TEXT NOT NULL,
            sealed :bytes NOT NULL,
            PRIMARY KEY (tenant, document_id)
        );
        """
}
