extension Migration {
    /// Who users are at a provider of identities.
    static let openID = Migration(
        number: 13,
        text: """
            CREATE TABLE "openid_subjects" (
                id :identity,
                tenant BIGINT NOT NULL,
                "user_id" TEXT NOT NULL,
                "issuer" TEXT NOT NULL,
                "subject" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "openid_subjects_key"
                ON "openid_subjects" ("tenant", "user_id", "issuer") WHERE to_change IS NULL;
            CREATE INDEX "openid_subjects_key_ended"
                ON "openid_subjects" ("tenant", "user_id", "issuer") WHERE to_change IS NOT NULL;
            CREATE INDEX "openid_subjects_from" ON "openid_subjects" ("from_change");
            CREATE INDEX "openid_subjects_to" ON "openid_subjects" ("to_change") WHERE to_change IS NOT NULL;
            CREATE UNIQUE INDEX "openid_subjects_subject"
                ON "openid_subjects" ("tenant", "issuer", "subject") WHERE to_change IS NULL;
            """
    )
}
