import Records

/// The tables of what people found out about who is who.
///
/// They are versioned and chained like records, and are in no exchange package.
enum MatchingTables {
    /// The records are personal: a partner's reference of somebody may be a pupil number.
    ///
    /// They are erased when the row of the feed goes; that somebody decided, when, and which way, stays.
    static let decisions = Table(
        "link_decisions",
        "What one person says of two records that may be of one person.",
        [
            Field("decision_id", .text, key: true, required: true, "Drawn at random; one for each pair and person."),
            Field("first_source", .text, required: true, "The feed of the first record, or register."),
            Field("first_record", .text, required: true, personal: true, "Its reference there."),
            Field("second_source", .text, required: true, "The feed of the second record, or register."),
            Field("second_record", .text, required: true, personal: true, "Its reference there."),
            Field("verdict", .text, required: true, "Same, different or ask."),
            Field("decided_by", .text, required: true, "Who decided."),
            Field("organisation", .text, "For whom they work."),
            Field("reason", .text, personal: true, "Why, in their words."),
            Field("model", .text, "The model by which the pair was weighed."),
            Field("model_version", .text, "Its version."),
            Field("weight", .decimal, "The match weight they saw."),
        ]
    )

    static let merges = Table(
        "merges",
        "Two people of the register that were found to be one, and merged.",
        [
            Field("merge_id", .text, key: true, required: true, "Reference of the merge."),
            Field("kept", .text, required: true, "Reference of the person who was kept."),
            Field("other", .text, required: true, "Reference of the person who was merged into them."),
            Field("change", .integer, required: true, "The change that merged them."),
            Field("merged_on", .day, required: true, "Day they were merged."),
            Field("merged_by", .text, required: true, "Who merged them."),
            Field("undone_on", .day, "Day the merge was undone."),
            Field("undone_by", .text, "Who undid it."),
        ]
    )
}
