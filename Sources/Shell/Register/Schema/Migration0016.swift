extension Migration {
    /// Publications with their forms, and the bytes of each as they were issued.
    static let issuing = Migration(
        number: 16,
        text: """
            CREATE TABLE "publications" (
                id :identity,
                tenant BIGINT NOT NULL,
                "publication_id" TEXT NOT NULL,
                "schedule" TEXT NOT NULL,
                "title" TEXT NOT NULL,
                "from" TEXT NOT NULL,
                "to" TEXT NOT NULL,
                "known_at" BIGINT NOT NULL,
                "definitions" TEXT NOT NULL,
                "is_public" BIGINT NOT NULL,
                "made_on" TEXT NOT NULL,
                "made_by" TEXT NOT NULL,
                "approved_on" TEXT,
                "approved_by" TEXT,
                "turned_down_on" TEXT,
                "turned_down_by" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "publications_key" ON "publications" ("tenant", "publication_id") WHERE to_change IS NULL;
            CREATE INDEX "publications_key_ended"
                ON "publications" ("tenant", "publication_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "publications_from" ON "publications" ("from_change");
            CREATE INDEX "publications_to" ON "publications" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "publication_files" (
                id :identity,
                tenant BIGINT NOT NULL,
                "publication_id" TEXT NOT NULL,
                "format" TEXT NOT NULL,
                "bytes" BIGINT NOT NULL,
                "digest" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "publication_files_key"
                ON "publication_files" ("tenant", "publication_id", "format") WHERE to_change IS NULL;
            CREATE INDEX "publication_files_key_ended"
                ON "publication_files" ("tenant", "publication_id", "format") WHERE to_change IS NOT NULL;
            CREATE INDEX "publication_files_from" ON "publication_files" ("from_change");
            CREATE INDEX "publication_files_to" ON "publication_files" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE publication_contents (
                tenant BIGINT NOT NULL,
                publication_id TEXT NOT NULL,
                format TEXT NOT NULL,
                content :bytes NOT NULL,
                PRIMARY KEY (tenant, publication_id, format)
            );
            """
    )
}
