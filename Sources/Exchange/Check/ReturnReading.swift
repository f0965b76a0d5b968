package import Records

/// How the rows of an SSDA903 return become facts.
package struct ReturnReading: Sendable {
    /// Facts out of a return, where each comes from by name of the table, and what is wrong with the rows.
    package struct Facts: Sendable {
        package var records: RecordSet
        package var origins: [String: [Origin]]
        package var problems: [Problem]

        package init(
            records: RecordSet = RecordSet(),
            origins: [String: [Origin]] = [:],
            problems: [Problem] = []
        ) {
            self.records = records
            self.origins = origins
            self.problems = problems
        }
    }

    package var xml: @Sendable (_ bytes: [UInt8], _ file: String) -> (data: ReturnData, problems: [Problem])
    package var facts: @Sendable (_ data: ReturnData, _ options: CheckOptions) -> Facts
}

extension ReturnReading {
    /// Keeps the rows of a return and makes no facts of them.
    package static let rowsOnly = ReturnReading(
        xml: { _, _ in (ReturnData(), []) },
        facts: { _, _ in Facts() }
    )
}
