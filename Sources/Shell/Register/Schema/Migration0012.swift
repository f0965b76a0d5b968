extension Migration {
    /// Answers to questions put to the council, and what each gave or hid.
    static let publishing = Migration(
        number: 12,
        text: """
            CREATE TABLE "answers" (
                id :identity,
                tenant BIGINT NOT NULL,
                "answer_id" TEXT NOT NULL,
                "library" TEXT NOT NULL,
                "title" TEXT NOT NULL,
                "as_at" TEXT NOT NULL,
                "known_at" BIGINT NOT NULL,
                "rule" TEXT NOT NULL,
                "drafted_on" TEXT NOT NULL,
                "drafted_by" TEXT NOT NULL,
                "approved_on" TEXT,
                "approved_by" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "answers_key" ON "answers" ("tenant", "answer_id") WHERE to_change IS NULL;
            CREATE INDEX "answers_key_ended" ON "answers" ("tenant", "answer_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "answers_from" ON "answers" ("from_change");
            CREATE INDEX "answers_to" ON "answers" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "answer_lines" (
                id :identity,
                tenant BIGINT NOT NULL,
                "answer_id" TEXT NOT NULL,
                "question" TEXT NOT NULL,
                "place" BIGINT NOT NULL,
                "asks" TEXT NOT NULL,
                "words" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "answer_lines_key"
                ON "answer_lines" ("tenant", "answer_id", "question") WHERE to_change IS NULL;
            CREATE INDEX "answer_lines_key_ended"
                ON "answer_lines" ("tenant", "answer_id", "question") WHERE to_change IS NOT NULL;
            CREATE INDEX "answer_lines_from" ON "answer_lines" ("from_change");
            CREATE INDEX "answer_lines_to" ON "answer_lines" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "answer_figures" (
                id :identity,
                tenant BIGINT NOT NULL,
                "answer_id" TEXT NOT NULL,
                "figure" TEXT NOT NULL,
                "part" TEXT NOT NULL,
                "from" TEXT NOT NULL,
                "to" TEXT NOT NULL,
                "grows" BIGINT NOT NULL,
                "value" BIGINT NOT NULL,
                "is_hidden" BIGINT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "answer_figures_key"
                ON "answer_figures" ("tenant", "answer_id", "figure", "part", "from", "to") WHERE to_change IS NULL;
            CREATE INDEX "answer_figures_key_ended"
                ON "answer_figures" ("tenant", "answer_id", "figure", "part", "from", "to")
                WHERE to_change IS NOT NULL;
            CREATE INDEX "answer_figures_from" ON "answer_figures" ("from_change");
            CREATE INDEX "answer_figures_to" ON "answer_figures" ("to_change") WHERE to_change IS NOT NULL;
            """
    )
}
