extension Migration {
    /// Referrals beside the exchange package: what was said and decided, waiting, and places in homes.
    static let referring = Migration(
        number: 8,
        text: """
            CREATE TABLE "referral_links" (
                id :identity,
                tenant BIGINT NOT NULL,
                "link_id" TEXT NOT NULL,
                "organisation_id" TEXT NOT NULL,
                "source" TEXT NOT NULL,
                "digest" TEXT NOT NULL,
                "made_on" TEXT NOT NULL,
                "made_by" TEXT NOT NULL,
                "ends_on" TEXT,
                "withdrawn_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "referral_links_key" ON "referral_links" ("tenant", "link_id") WHERE to_change IS NULL;
            CREATE INDEX "referral_links_key_ended" ON "referral_links" ("tenant", "link_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referral_links_from" ON "referral_links" ("from_change");
            CREATE INDEX "referral_links_to" ON "referral_links" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "referral_details" (
                id :identity,
                tenant BIGINT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "person_id" TEXT,
                "link_id" TEXT,
                "code_digest" TEXT NOT NULL,
                "basis" TEXT NOT NULL,
                "agreed" BIGINT,
                "living" TEXT,
                "protection_plan" BIGINT,
                "edge_of_care" BIGINT,
                "lives_in_area" BIGINT,
                "referrer_name" TEXT,
                "referrer_contact" TEXT,
                "answers" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "referral_details_key" ON "referral_details" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "referral_details_key_ended" ON "referral_details" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referral_details_from" ON "referral_details" ("from_change");
            CREATE INDEX "referral_details_to" ON "referral_details" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "referral_details_person_id"
                ON "referral_details" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "referral_details_person_id_ended"
                ON "referral_details" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "referral_equalities" (
                id :identity,
                tenant BIGINT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "person_id" TEXT,
                "answers" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "referral_equalities_key" ON "referral_equalities" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "referral_equalities_key_ended" ON "referral_equalities" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referral_equalities_from" ON "referral_equalities" ("from_change");
            CREATE INDEX "referral_equalities_to" ON "referral_equalities" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "referral_equalities_person_id"
                ON "referral_equalities" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "referral_equalities_person_id_ended"
                ON "referral_equalities" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "gateway_steps" (
                id :identity,
                tenant BIGINT NOT NULL,
                "step_id" TEXT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "person_id" TEXT,
                "act" TEXT NOT NULL,
                "decided_on" TEXT NOT NULL,
                "decided_by" TEXT NOT NULL,
                "programme" TEXT,
                "organisation_id" TEXT,
                "team" TEXT,
                "tier" TEXT,
                "reason" TEXT,
                "destination" TEXT,
                "panel_id" TEXT,
                "note" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "gateway_steps_key" ON "gateway_steps" ("tenant", "step_id") WHERE to_change IS NULL;
            CREATE INDEX "gateway_steps_key_ended" ON "gateway_steps" ("tenant", "step_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "gateway_steps_from" ON "gateway_steps" ("from_change");
            CREATE INDEX "gateway_steps_to" ON "gateway_steps" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "gateway_steps_referral_id"
                ON "gateway_steps" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "gateway_steps_referral_id_ended"
                ON "gateway_steps" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "gateway_steps_person_id"
                ON "gateway_steps" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "gateway_steps_person_id_ended"
                ON "gateway_steps" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "panel_meetings" (
                id :identity,
                tenant BIGINT NOT NULL,
                "panel_id" TEXT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "person_id" TEXT,
                "met_on" TEXT NOT NULL,
                "sat" TEXT,
                "agreed" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "panel_meetings_key" ON "panel_meetings" ("tenant", "panel_id") WHERE to_change IS NULL;
            CREATE INDEX "panel_meetings_key_ended" ON "panel_meetings" ("tenant", "panel_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "panel_meetings_from" ON "panel_meetings" ("from_change");
            CREATE INDEX "panel_meetings_to" ON "panel_meetings" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "panel_meetings_referral_id"
                ON "panel_meetings" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "panel_meetings_referral_id_ended"
                ON "panel_meetings" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "panel_meetings_person_id"
                ON "panel_meetings" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "panel_meetings_person_id_ended"
                ON "panel_meetings" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "referral_holders" (
                id :identity,
                tenant BIGINT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "user_id" TEXT NOT NULL,
                "since" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "referral_holders_key" ON "referral_holders" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "referral_holders_key_ended" ON "referral_holders" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referral_holders_from" ON "referral_holders" ("from_change");
            CREATE INDEX "referral_holders_to" ON "referral_holders" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "referrer_feedback" (
                id :identity,
                tenant BIGINT NOT NULL,
                "feedback_id" TEXT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "person_id" TEXT,
                "told_on" TEXT NOT NULL,
                "told_by" TEXT NOT NULL,
                "means" TEXT NOT NULL,
                "said" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "referrer_feedback_key" ON "referrer_feedback" ("tenant", "feedback_id") WHERE to_change IS NULL;
            CREATE INDEX "referrer_feedback_key_ended" ON "referrer_feedback" ("tenant", "feedback_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referrer_feedback_from" ON "referrer_feedback" ("from_change");
            CREATE INDEX "referrer_feedback_to" ON "referrer_feedback" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "referrer_feedback_referral_id"
                ON "referrer_feedback" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "referrer_feedback_referral_id_ended"
                ON "referrer_feedback" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "referrer_feedback_person_id"
                ON "referrer_feedback" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "referrer_feedback_person_id_ended"
                ON "referrer_feedback" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "place_offers" (
                id :identity,
                tenant BIGINT NOT NULL,
                "offer_id" TEXT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "programme" TEXT NOT NULL,
                "organisation_id" TEXT NOT NULL,
                "team" TEXT,
                "offered_on" TEXT NOT NULL,
                "starts_on" TEXT NOT NULL,
                "answer" TEXT NOT NULL,
                "answered_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "place_offers_key" ON "place_offers" ("tenant", "offer_id") WHERE to_change IS NULL;
            CREATE INDEX "place_offers_key_ended" ON "place_offers" ("tenant", "offer_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "place_offers_from" ON "place_offers" ("from_change");
            CREATE INDEX "place_offers_to" ON "place_offers" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "place_offers_referral_id"
                ON "place_offers" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "place_offers_referral_id_ended"
                ON "place_offers" ("tenant", "referral_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "meanwhile_support" (
                id :identity,
                tenant BIGINT NOT NULL,
                "support_id" TEXT NOT NULL,
                "referral_id" TEXT NOT NULL,
                "person_id" TEXT,
                "from" TEXT NOT NULL,
                "to" TEXT,
                "what" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "meanwhile_support_key" ON "meanwhile_support" ("tenant", "support_id") WHERE to_change IS NULL;
            CREATE INDEX "meanwhile_support_key_ended" ON "meanwhile_support" ("tenant", "support_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "meanwhile_support_from" ON "meanwhile_support" ("from_change");
            CREATE INDEX "meanwhile_support_to" ON "meanwhile_support" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "meanwhile_support_referral_id"
                ON "meanwhile_support" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "meanwhile_support_referral_id_ended"
                ON "meanwhile_support" ("tenant", "referral_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "meanwhile_support_person_id"
                ON "meanwhile_support" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "meanwhile_support_person_id_ended"
                ON "meanwhile_support" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "homes" (
                id :identity,
                tenant BIGINT NOT NULL,
                "home_id" TEXT NOT NULL,
                "name" TEXT NOT NULL,
                "organisation_id" TEXT,
                "programme" TEXT NOT NULL,
                "cycle_nights" BIGINT NOT NULL,
                "turnaround_nights" BIGINT NOT NULL,
                "weekly_cost" BIGINT,
                "opened_on" TEXT NOT NULL,
                "closed_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "homes_key" ON "homes" ("tenant", "home_id") WHERE to_change IS NULL;
            CREATE INDEX "homes_key_ended" ON "homes" ("tenant", "home_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "homes_from" ON "homes" ("from_change");
            CREATE INDEX "homes_to" ON "homes" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "home_beds" (
                id :identity,
                tenant BIGINT NOT NULL,
                "bed_id" TEXT NOT NULL,
                "home_id" TEXT NOT NULL,
                "name" TEXT NOT NULL,
                "from" TEXT NOT NULL,
                "until" TEXT,
                "entries" BIGINT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "home_beds_key" ON "home_beds" ("tenant", "bed_id") WHERE to_change IS NULL;
            CREATE INDEX "home_beds_key_ended" ON "home_beds" ("tenant", "bed_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "home_beds_from" ON "home_beds" ("from_change");
            CREATE INDEX "home_beds_to" ON "home_beds" ("to_change") WHERE to_change IS NOT NULL;

            CREATE TABLE "home_stays" (
                id :identity,
                tenant BIGINT NOT NULL,
                "stay_id" TEXT NOT NULL,
                "bed_id" TEXT NOT NULL,
                "person_id" TEXT NOT NULL,
                "referral_id" TEXT,
                "arrives_on" TEXT NOT NULL,
                "planned_until" TEXT NOT NULL,
                "departed_on" TEXT,
                "departure" TEXT,
                "cancelled_on" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "home_stays_key" ON "home_stays" ("tenant", "stay_id") WHERE to_change IS NULL;
            CREATE INDEX "home_stays_key_ended" ON "home_stays" ("tenant", "stay_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "home_stays_from" ON "home_stays" ("from_change");
            CREATE INDEX "home_stays_to" ON "home_stays" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "home_stays_person_id"
                ON "home_stays" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "home_stays_person_id_ended"
                ON "home_stays" ("tenant", "person_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "home_stays_referral_id"
                ON "home_stays" ("tenant", "referral_id") WHERE to_change IS NULL;
            CREATE INDEX "home_stays_referral_id_ended"
                ON "home_stays" ("tenant", "referral_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "stay_extensions" (
                id :identity,
                tenant BIGINT NOT NULL,
                "extension_id" TEXT NOT NULL,
                "stay_id" TEXT NOT NULL,
                "person_id" TEXT,
                "decided_on" TEXT NOT NULL,
                "was_until" TEXT NOT NULL,
                "now_until" TEXT NOT NULL,
                "reason" TEXT,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                salt :bytes,
                seal :bytes NOT NULL,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "stay_extensions_key" ON "stay_extensions" ("tenant", "extension_id") WHERE to_change IS NULL;
            CREATE INDEX "stay_extensions_key_ended" ON "stay_extensions" ("tenant", "extension_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "stay_extensions_from" ON "stay_extensions" ("from_change");
            CREATE INDEX "stay_extensions_to" ON "stay_extensions" ("to_change") WHERE to_change IS NOT NULL;
            CREATE INDEX "stay_extensions_person_id"
                ON "stay_extensions" ("tenant", "person_id") WHERE to_change IS NULL;
            CREATE INDEX "stay_extensions_person_id_ended"
                ON "stay_extensions" ("tenant", "person_id") WHERE to_change IS NOT NULL;

            CREATE TABLE "home_voids" (
                id :identity,
                tenant BIGINT NOT NULL,
                "void_id" TEXT NOT NULL,
                "bed_id" TEXT NOT NULL,
                "from" TEXT NOT NULL,
                "until" TEXT,
                "reason" TEXT NOT NULL,
                from_change BIGINT NOT NULL,
                to_change BIGINT,
                CHECK (to_change > from_change)
            );
            CREATE UNIQUE INDEX "home_voids_key" ON "home_voids" ("tenant", "void_id") WHERE to_change IS NULL;
            CREATE INDEX "home_voids_key_ended" ON "home_voids" ("tenant", "void_id") WHERE to_change IS NOT NULL;
            CREATE INDEX "home_voids_from" ON "home_voids" ("from_change");
            CREATE INDEX "home_voids_to" ON "home_voids" ("to_change") WHERE to_change IS NOT NULL;
            """
    )
}
