extension Migration {
    /// What lists of many families are looked up by: cases by the day they closed, those still open among them.
    static let listing = Migration(
        number: 21,
        text: """
            CREATE INDEX "cases_ended_on" ON "cases" ("tenant", "ended_on") WHERE to_change IS NULL;
            """
    )
}
