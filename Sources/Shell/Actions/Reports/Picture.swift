package import Exchange
package import Register
package import Report
import Records

/// The register at one change with all that is derived from it once: what reports stand on, what looks wrong.
package struct Picture: Sendable {
    /// The change number; 0 while nothing has been recorded.
    package let change: Int
    package let ground: ReportGround
    /// What looks wrong in the records as they stand.
    package let quality: [Problem]
    /// How many records each table has, in the order of the tables.
    package let counts: [(table: String, records: Int)]

    /// Takes the picture of the register as known at a change; nil for the latest.
    package init(_ register: Register, definitions: DefinitionsInForce, knownAt change: Int? = nil) throws {
        let number = try change ?? register.latestChange()
        let records = try register.records(knownAt: number)
        self.change = number
        ground = ReportGround(
            snapshot: Snapshot(of: records, change: number),
            instruments: definitions.instruments,
            criteria: definitions.criteria
        )
        quality = QualityChecks.problems(in: records)
        counts = RecordSet.tables.enumerated().map { ($1.name, records.count(ofTableAt: $0)) }
    }
}
