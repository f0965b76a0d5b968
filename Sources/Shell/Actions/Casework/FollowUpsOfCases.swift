import Definitions
package import FollowUp
package import Records
package import Register
package import Values

/// The follow-ups of closed cases, read in a few looks however many they are.
package struct FollowUpsOfCases: Sendable {
    private let facts: Snapshot
    private let definitions: DefinitionsInForce

    /// - Parameters:
    ///   - cases: closed cases.
    ///   - register: where their families, children, follow-ups and placements are.
    ///   - definitions: what says when each programme follows up.
    /// - Throws: whatever reading the register throws.
    package init(_ cases: [Case], _ register: Register, _ definitions: DefinitionsInForce) throws {
        var records = RecordSet()
        records.cases = cases
        let families = cases.map(\.familyID.text)
        records.families = try register.held(Family.self, where: "family_id", isAnyOf: families).map(\.record)
        records.people = try register.held(Person.self, where: "family_id", isAnyOf: families).map(\.record)
        records.followUps = try register.held(FollowUpRecord.self, where: "case_id", isAnyOf: cases.map(\.id.text))
            .map(\.record)
        let people = records.people.map(\.id.text)
        records.placements = try register.held(Placement.self, where: "person_id", isAnyOf: people).map(\.record)
        facts = Snapshot(of: records, change: 0)
        self.definitions = definitions
    }

    /// When the children of a case are asked after, and how each milestone stands on the day.
    package func schedule(of item: Case, on day: Day) -> FollowUpSchedule {
        FollowUpSchedule(
            of: item.id,
            in: facts,
            months: definitions.followUpMonths(of: item.programme),
            on: day
        )
    }
}
