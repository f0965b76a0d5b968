import Definitions
package import Deliver
package import FollowUp
package import Plan
package import Records
package import Refer
package import Register
package import Review
package import Values

/// Everything the register holds of one case, as its pages show it; each record with the version a form of it carries.
package struct CaseFile: Sendable {
    package let item: Held<Case>
    package let family: Family
    package let people: [Person]
    package let allocations: [Held<Allocation>]
    /// Everybody who works or worked, as they can act on the day.
    package let workforce: Workforce
    package let contacts: [Held<Contact>]
    package let goals: [Held<Goal>]
    package let details: [Held<GoalDetail>]
    package let steps: [Held<PlanStep>]
    package let agreements: [Held<PlanAgreement>]
    package let tasks: [Held<CaseTask>]
    package let reviews: [Held<CaseReview>]
    package let reviewDetails: [Held<ReviewDetail>]
    package let followUps: [Held<FollowUpRecord>]
    package let phases: [Held<CasePhase>]
    package let moves: [Held<LevelMove>]
    package let closures: [Held<CaseClosure>]
    package let reopenings: [Held<CaseReopening>]
    package let assessments: [Held<Assessment>]
    /// Whole-family assessments, the latest last.
    package let familyAssessments: [Held<FamilyAssessment>]
    package let placements: [Placement]

    /// The file of the case with this reference, all of one picture; nil where the register has none.
    package static func read(_ register: Register, _ id: String, on day: Day) throws -> CaseFile? {
        try register.atOnce { try CaseFile(register, id, on: day) }
    }

    private init?(_ register: Register, _ id: String, on day: Day) throws {
        guard let item = try register.held(Case.self, key: id),
            let family = try register.held(Family.self, key: item.record.familyID.text)
        else { return nil }
        self.item = item
        self.family = family.record
        let ofCase = Cell.text(id)
        people = try register.held(Person.self, where: "family_id", is: .text(family.record.id.text)).map(\.record)
        allocations = try register.held(Allocation.self, where: "case_id", is: ofCase)
        workforce = Workforce(try register.workers(on: day))
        contacts = try register.held(Contact.self, where: "case_id", is: ofCase)
        goals = try register.held(Goal.self, where: "case_id", is: ofCase)
        details = try register.held(GoalDetail.self, where: "case_id", is: ofCase)
        steps = try register.held(PlanStep.self, where: "case_id", is: ofCase)
        agreements = try register.held(PlanAgreement.self, where: "case_id", is: ofCase)
        tasks = try register.held(CaseTask.self, where: "case_id", is: ofCase)
        reviews = try register.held(CaseReview.self, where: "case_id", is: ofCase)
        reviewDetails = try register.held(ReviewDetail.self, where: "case_id", is: ofCase)
        followUps = try register.held(FollowUpRecord.self, where: "case_id", is: ofCase)
        phases = try register.held(CasePhase.self, where: "case_id", is: ofCase)
        moves = try register.held(LevelMove.self, where: "case_id", is: ofCase)
        closures = try register.held(CaseClosure.self, where: "case_id", is: ofCase)
        reopenings = try register.held(CaseReopening.self, where: "case_id", is: ofCase)
        assessments = try register.held(Assessment.self, where: "case_id", is: ofCase)
        familyAssessments = try register.held(FamilyAssessment.self, where: "case_id", is: ofCase)
            .sorted { ($0.record.assessedOn, $0.version) < ($1.record.assessedOn, $1.version) }
        placements = try register.held(Placement.self, where: "person_id", isAnyOf: people.map(\.id.text)).map(\.record)
    }

    package var id: String { item.record.id.text }
    package var isOpen: Bool { item.record.endedOn == nil }

    package var ownership: CaseOwnership {
        CaseOwnership(of: item.record, allocations: allocations.map(\.record), among: workforce)
    }

    package var plan: FamilyPlan {
        FamilyPlan(
            goals: goals.map(\.record),
            details: details.map(\.record),
            steps: steps.map(\.record),
            agreements: agreements.map(\.record)
        )
    }

    package var reviewSchedule: ReviewSchedule { ReviewSchedule(of: item.record, reviews: reviews.map(\.record)) }

    /// The phases of its programme; none where it has but one.
    package func calendar(_ definitions: DefinitionsInForce) -> PhaseCalendar? {
        guard let phases = definitions.programme(item.record.programme)?.phases, !phases.isEmpty else { return nil }
        return PhaseCalendar(of: item.record, phases: phases, recorded: self.phases.map(\.record))
    }

    /// The follow-ups of its children; none while it is open.
    package func followUpSchedule(_ definitions: DefinitionsInForce, on day: Day) -> FollowUpSchedule {
        var records = RecordSet()
        records.families = [family]
        records.people = people
        records.cases = [item.record]
        records.followUps = followUps.map(\.record)
        records.placements = placements
        return FollowUpSchedule(
            of: item.record.id,
            in: Snapshot(of: records, change: 0),
            months: definitions.followUpMonths(of: item.record.programme),
            on: day
        )
    }

    /// Everything that is to be done for it.
    package func due(_ definitions: DefinitionsInForce, on day: Day) -> [DueItem] {
        guard isOpen else {
            return DueWork.of(tasks.map(\.record)) + followUpSchedule(definitions, on: day).dueItems
        }
        return DueWork.of(tasks.map(\.record)) + DueWork.of(steps.map(\.record)) + reviewSchedule.dueItems
            + (calendar(definitions).map { DueWork.of($0, on: day) } ?? [])
    }

    /// The children of the family who are under 18 on a day: those the figures on living at home are about.
    package func children(on day: Day) -> [Person] {
        people.filter { person in
            person.role == .child
                && (person.birth.map { $0.latest <= day && day.age(bornOn: $0.latest) < 18 } ?? false)
        }
    }

    /// The name of a worker; their reference where they are not known.
    package func name(_ worker: Identifier<Worker>?) -> String? {
        worker.map { id in workforce.byID[id]?.name ?? id.text }
    }

    /// The name of a person of the family; their reference where it is not recorded.
    package func name(_ person: Identifier<Person>) -> String {
        let names = people.first { $0.id == person }.map { [$0.forename, $0.surname].compactMap(\.self) } ?? []
        return names.isEmpty ? person.text : names.joined(separator: " ")
    }
}

extension DefinitionsInForce {
    /// The months after closure at which the children of a programme's cases are followed up.
    package func followUpMonths(of programme: String) -> [Int] {
        self.programme(programme)?.followUpMonths ?? [6, 12, 18, 24]
    }
}
