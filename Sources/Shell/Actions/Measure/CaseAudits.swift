package import Assess
package import Records
package import Register
package import Report
package import Values

/// Audits of closed cases: one in ten, drawn so that nobody chooses, looked at by a second person.
package struct CaseAudits: Sendable {
    /// One case of the sample, and the audit of it once there is one.
    package struct Drawn: Sendable {
        package let item: Case
        package let audit: KeptSheet?
    }

    package let period: Period
    /// How many cases closed in the period.
    package let closed: Int
    package let drawn: [Drawn]
    package let results: AuditResults
    package let instrument: Instrument

    /// The instrument with the standards; an installation with others has its own under the same name.
    package static let instrumentName = "case-audit"

    /// Draws the sample of the cases that closed in a period; nil where the standards are not defined.
    ///
    /// - Parameters:
    ///   - period: the days on which they closed.
    ///   - keeper: the register.
    ///   - covers: whether a case belongs to what the reader answers for; a sample is drawn within it.
    /// - Throws: where the register cannot be read.
    package init?(closedIn period: Period, _ keeper: Keeper, where covers: (Case) -> Bool) throws {
        guard let instrument = keeper.definitions.instruments[CaseAudits.instrumentName] else { return nil }
        let snapshot = try keeper.picture().ground.snapshot
        // The snapshot tells which closed in the period without reading every case there ever was.
        let ids = snapshot.cases.indices.filter { snapshot.cases[$0].endedOn.map(period.contains) ?? false }
            .map { snapshot.caseIDs[$0] }
        let cases = try keeper.register.held(Case.self, where: "case_id", isAnyOf: ids).map(\.record).filter(covers)
        let sample = AuditSample(cases, closedIn: period, register: try keeper.register.origin())
        let assessments = try keeper.register
            .held(Assessment.self, where: "case_id", isAnyOf: sample.drawn.map(\.text))
            .filter { $0.record.instrument == instrument.id }
        let scores = try keeper.register.held(
            Score.self,
            where: "assessment_id",
            isAnyOf: assessments.map(\.record.id.text)
        )
        let byID = Dictionary(cases.map { ($0.id, $0) }) { first, _ in first }
        let drawn = sample.drawn.compactMap { byID[$0] }.map { item in
            let audit = assessments.last { $0.record.caseID == item.id }
            return Drawn(
                item: item,
                audit: audit.map { audit in
                    KeptSheet(audit, scores.filter { $0.record.assessmentID == audit.record.id }, of: item)
                }
            )
        }
        self.period = period
        self.instrument = instrument
        self.drawn = drawn
        closed = sample.closed.count
        results = AuditResults(
            instrument.items.map(\.name),
            drawn.compactMap(\.audit).map { audit in
                Dictionary(audit.scores.map { ($0.record.item, $0.record.value) }) { first, _ in first }
            }
        )
    }
}

extension Register {
    /// What tells this register from every other and never changes: the hash of its first change.
    package func origin() throws -> String {
        guard try latestChange() > 0 else { return "" }
        return try change(1).hash.map { String($0, radix: 16) }.joined(separator: ".")
    }
}
