extension Migration {
    /// Who may sign in, their roles, and what signing in needs.
    static let access = Migration(
        number: 6,
        text: """
            CREATE TABLE "users" (
                id :identity,
                tenant BIGINT NOT NULL,
                "user_id" TEXT NOT NULL,
                "name" TEXT NOT NULL,
                "sign_in_name" TEXT NOT NULL,
                "worker_id" TEXT,
                "is_disabled" BIGINT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "users_key" ON "users" ("tenant", "user_id") WHERE to_change IS NULL;
            CREATE INDEX "users_key_ended" ON "users" ("tenant", "user_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "users_from" ON "users" ("from_change");
            CREATE INDEX "users_to" ON "users" ("to_change") WHERE to_change IS NOT NULL;
            CREATE UNIQUE INDEX "users_sign_in_name" ON "users" ("tenant", "sign_in_name") WHERE to_change IS NULL;

            CREATE TABLE "user_roles" (
                id :identity,
                tenant BIGINT NOT NULL,
                "user_id" TEXT NOT NULL,
                "role" TEXT NOT NULL,
                "scope" TEXT NOT NULL,
                "part" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "user_roles_key"
                ON "user_roles" ("tenant", "user_id", "role", "scope", "part") WHERE to_change IS NULL;
            CREATE INDEX "user_roles_key_ended"
                ON "user_roles" ("tenant", "user_id", "role", "scope", "part") WHERE to_change IS NOT NULL;
            CREATE INDEX "user_roles_from" ON "user_roles" ("from_change");
            CREATE INDEX "user_roles_to" ON "user_roles" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE credentials (
                tenant BIGINT NOT NULL,
                user_id TEXT NOT NULL,
                password TEXT NOT NULL,
                set_at TEXT NOT NULL,
                is_temporary BIGINT NOT NULL,
                second_step :bytes,
                second_step_on BIGINT NOT NULL,
                last_step BIGINT NOT NULL,
                PRIMARY KEY (tenant, user_id)
            );

            CREATE TABLE recovery_codes (
                tenant BIGINT NOT NULL,
                user_id TEXT NOT NULL,
                digest :bytes NOT NULL,
                PRIMARY KEY (tenant, user_id, digest)
            );

            CREATE TABLE sessions (
                id :identity,
                tenant BIGINT NOT NULL,
                digest :bytes NOT NULL UNIQUE,
                user_id TEXT NOT NULL,
                stage TEXT NOT NULL,
                device TEXT NOT NULL,
                started_at TEXT NOT NULL,
                seen_at TEXT NOT NULL,
                ended_at TEXT
            );
            CREATE INDEX sessions_user ON sessions (tenant, user_id);

            CREATE TABLE sign_in_failures (
                tenant BIGINT NOT NULL,
                subject :bytes NOT NULL,
                failures BIGINT NOT NULL,
                last_at TEXT NOT NULL,
                PRIMARY KEY (tenant, subject)
            );

            CREATE TABLE kept_forms (
                id :identity,
                tenant BIGINT NOT NULL,
                user_id TEXT NOT NULL,
                kept_at TEXT NOT NULL,
                sealed :bytes NOT NULL
            );
            CREATE INDEX kept_forms_user ON kept_forms (tenant, user_id);
            """
    )
}
