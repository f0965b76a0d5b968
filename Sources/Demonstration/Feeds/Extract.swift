package import Records
package import Values

/// One partner's extract about people of the invented authority, as a file.
package struct Extract: Sendable {
    /// The feed it is an extract of, and the file's name without its ending.
    package let feed: String
    package let bytes: [UInt8]
    /// Who each record is about, by its reference: somebody of the register, or one of the people it does not know.
    package let truth: [String: String]
}

extension Demonstration {
    /// The extracts of six partners about the people of these records, and about others whom the register does not know.
    ///
    /// They have the slips of real extracts: nicknames, typing errors, swapped names and dates, homes people have left,
    /// what is missing. The same records and seed give the same bytes on every machine. `until` is the day they were
    /// made on.
    package static func extracts(
        from records: RecordSet,
        seed: UInt64 = defaultSeed,
        until: Day = defaultUntil
    ) -> [Extract] {
        let setting = Setting(seed: seed, families: records.families.count, until: until)
        let town = Town(records, setting)
        return [
            ExtractWriter("school", 1, town).school(),
            ExtractWriter("youth_offending", 2, town).youthOffending(),
            ExtractWriter("asb", 3, town).disorder(),
            ExtractWriter("housing", 4, town).tenancies(),
            ExtractWriter("social_care", 5, town).socialCare(),
            ExtractWriter("dwp", 6, town).benefits(),
        ]
    }
}
