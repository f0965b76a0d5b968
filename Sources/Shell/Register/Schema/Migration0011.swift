extension Migration {
    /// Claims under outcomes contracts, and the books of those who pay.
    static let claims = Migration(
        number: 11,
        text: """
            CREATE TABLE "claims" (
                id :identity,
                tenant BIGINT NOT NULL,
                "claim_id" TEXT NOT NULL,
                "contract_id" TEXT NOT NULL,
                "contract_version" TEXT NOT NULL,
                "known_at" BIGINT NOT NULL,
                "as_at" TEXT NOT NULL,
                "sample_key" TEXT NOT NULL,
                "sample_percent" BIGINT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "claims_key" ON "claims" ("tenant", "claim_id") WHERE to_change IS NULL;
            CREATE INDEX "claims_key_ended" ON "claims" ("tenant", "claim_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "claims_from" ON "claims" ("from_change");
            CREATE INDEX "claims_to" ON "claims" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "claim_results" (
                id :identity,
                tenant BIGINT NOT NULL,
                "claim_id" TEXT NOT NULL,
                "line" BIGINT NOT NULL,
                "member" TEXT NOT NULL,
                "person_id" TEXT,
                "family_id" TEXT,
                "clause" TEXT NOT NULL,
                "reached_on" TEXT,
                "amount" BIGINT NOT NULL,
                "is_sampled" BIGINT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "claim_results_key"
                ON "claim_results" ("tenant", "claim_id", "line") WHERE to_change IS NULL;
            CREATE INDEX "claim_results_key_ended"
                ON "claim_results" ("tenant", "claim_id", "line") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_results_from" ON "claim_results" ("from_change");
            CREATE INDEX "claim_results_to" ON "claim_results" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_results_person_id" ON "claim_results" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "claim_results_person_id_ended"
                ON "claim_results" ("tenant", "person_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_results_family_id" ON "claim_results" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "claim_results_family_id_ended"
                ON "claim_results" ("tenant", "family_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "claim_criteria" (
                id :identity,
                tenant BIGINT NOT NULL,
                "claim_id" TEXT NOT NULL,
                "line" BIGINT NOT NULL,
                "criterion" BIGINT NOT NULL,
                "measure" TEXT NOT NULL,
                "standing" TEXT NOT NULL,
                "reason" TEXT NOT NULL,
                "evidence" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "claim_criteria_key"
                ON "claim_criteria" ("tenant", "claim_id", "line", "criterion") WHERE to_change IS NULL;
            CREATE INDEX "claim_criteria_key_ended"
                ON "claim_criteria" ("tenant", "claim_id", "line", "criterion") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_criteria_from" ON "claim_criteria" ("from_change");
            CREATE INDEX "claim_criteria_to" ON "claim_criteria" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "claim_findings" (
                id :identity,
                tenant BIGINT NOT NULL,
                "claim_id" TEXT NOT NULL,
                "finding" BIGINT NOT NULL,
                "member" TEXT NOT NULL,
                "person_id" TEXT,
                "family_id" TEXT,
                "source" TEXT NOT NULL,
                "agrees" BIGINT NOT NULL,
                "found_by" TEXT NOT NULL,
                "found_on" TEXT NOT NULL,
                "note" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "claim_findings_key"
                ON "claim_findings" ("tenant", "claim_id", "finding") WHERE to_change IS NULL;
            CREATE INDEX "claim_findings_key_ended"
                ON "claim_findings" ("tenant", "claim_id", "finding") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_findings_from" ON "claim_findings" ("from_change");
            CREATE INDEX "claim_findings_to" ON "claim_findings" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_findings_person_id" ON "claim_findings" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "claim_findings_person_id_ended"
                ON "claim_findings" ("tenant", "person_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_findings_family_id" ON "claim_findings" ("tenant", "family_id") WHERE to_change IS NULL;
            CREATE INDEX "claim_findings_family_id_ended"
                ON "claim_findings" ("tenant", "family_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "claim_steps" (
                id :identity,
                tenant BIGINT NOT NULL,
                "claim_id" TEXT NOT NULL,
                "step" BIGINT NOT NULL,
                "state" TEXT NOT NULL,
                "done_by" TEXT NOT NULL,
                "done_on" TEXT NOT NULL,
                "amount" BIGINT NOT NULL,
                "note" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "claim_steps_key"
                ON "claim_steps" ("tenant", "claim_id", "step") WHERE to_change IS NULL;
            CREATE INDEX "claim_steps_key_ended"
                ON "claim_steps" ("tenant", "claim_id", "step") WHERE to_change IS NOT NULL;
            CREATE INDEX "claim_steps_from" ON "claim_steps" ("from_change");
            CREATE INDEX "claim_steps_to" ON "claim_steps" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "ledger_postings" (
                id :identity,
                tenant BIGINT NOT NULL,
                "contract_id" TEXT NOT NULL,
                "entry" BIGINT NOT NULL,
                "posting" BIGINT NOT NULL,
                "posted_on" TEXT NOT NULL,
                "reference" TEXT NOT NULL,
                "text" TEXT NOT NULL,
                "debit_heading" TEXT NOT NULL,
                "debit_party" TEXT NOT NULL,
                "debit_year" BIGINT NOT NULL,
                "credit_heading" TEXT NOT NULL,
                "credit_party" TEXT NOT NULL,
                "credit_year" BIGINT NOT NULL,
                "amount" BIGINT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "ledger_postings_key"
                ON "ledger_postings" ("tenant", "contract_id", "entry", "posting") WHERE to_change IS NULL;
            CREATE INDEX "ledger_postings_key_ended"
                ON "ledger_postings" ("tenant", "contract_id", "entry", "posting") WHERE to_change IS NOT NULL;
            CREATE INDEX "ledger_postings_from" ON "ledger_postings" ("from_change");
            CREATE INDEX "ledger_postings_to" ON "ledger_postings" ("to_change") WHERE to_change IS NOT NULL;
            """
    )
}
