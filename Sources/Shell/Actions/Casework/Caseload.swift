package import Access
import Definitions
package import Deliver
import FollowUp
import Plan
package import Records
package import Refer
import Register
import Review
package import Values

/// Cases of a worker or of teams, with what is due of each: one reading of each table for all of them.
package struct Caseload: Sendable {
    /// One case of the list.
    package struct Entry: Sendable {
        package let item: Case
        /// The family's name; nil where it is not recorded.
        package let family: String?
        package let owner: CaseOwner
        /// What is worth a look today, the longest overdue first.
        package let due: [DueItem]
        /// The day of the last contact that was kept.
        package let lastContact: Day?
        /// The day on which the case is left without a holder, where one is known.
        package let unheldFrom: Day?
    }

    /// Open cases first, those with the longest overdue before the others.
    package let entries: [Entry]
    /// Those who hold them, and all whom they can fall to.
    package let workforce: Workforce

    package var open: [Entry] { entries.filter { $0.item.endedOn == nil } }
    /// Closed cases of which something is still to be done.
    package var toFollowUp: [Entry] { entries.filter { $0.item.endedOn != nil && !$0.due.isEmpty } }

    /// The cases a worker holds on a day.
    package static func held(by worker: String, _ keeper: Keeper, on day: Day) throws -> Caseload {
        try keeper.register.atOnce {
            let held = try keeper.register.allocations(heldBy: worker, on: day)
            let cases = try keeper.register.held(Case.self, where: "case_id", isAnyOf: held.map(\.caseID.text))
            return try Caseload(cases.map(\.record).filter { $0.endedOn == nil }, keeper, on: day)
        }
    }

    /// The cases of teams: those open, and those closed that are still followed up.
    package static func ofTeams(_ teams: Set<String>, _ keeper: Keeper, on day: Day) throws -> Caseload {
        try keeper.register.atOnce {
            let cases = try keeper.register.held(Case.self, where: "team", isAnyOf: teams).map(\.record)
            let earliest = day.adding(months: -31)
            return try Caseload(cases.filter { $0.endedOn.map { $0 >= earliest } ?? true }, keeper, on: day)
        }
    }

    private init(_ all: [Case], _ keeper: Keeper, on day: Day) throws {
        let closed = try keeper.closedFamilies()
        let cases = all.filter { !closed.contains($0.familyID.text) }
        let facts = try CaseloadFacts(cases, keeper, on: day)
        workforce = facts.workforce
        entries = cases.map { facts.entry(of: $0, keeper.definitions, on: day) }.sorted { one, other in
            let (first, second) = (one.due.first?.dueOn ?? .latest, other.due.first?.dueOn ?? .latest)
            return (first, one.item.startedOn, one.item.id) < (second, other.item.startedOn, other.item.id)
        }
    }

    /// The teams whose cases a person may see: their own, and those of their provider.
    package static func teams(of permissions: Permissions, _ keeper: Keeper) throws -> Set<String> {
        var teams: Set<String> = []
        for assignment in permissions.assignments where [.practitioner, .supervisor].contains(assignment.role) {
            switch assignment.scope {
            case .team(let name): teams.insert(name)
            case .provider(let id) where assignment.role == .supervisor:
                let workers = try keeper.register.held(Worker.self, where: "organisation_id", is: .text(id))
                teams.formUnion(workers.compactMap(\.record.team))
            default: break
            }
        }
        return teams
    }
}

/// What the list needs of all its cases.
private struct CaseloadFacts {
    let workforce: Workforce
    private let families: [Identifier<Family>: Family]
    private let allocations: [Identifier<Case>: [Allocation]]
    private let contacts: [Identifier<Case>: Day]
    private let reviews: [Identifier<Case>: [CaseReview]]
    private let tasks: [Identifier<Case>: [CaseTask]]
    private let steps: [Identifier<Case>: [PlanStep]]
    private let phases: [Identifier<Case>: [CasePhase]]
    private let followUps: FollowUpsOfCases

    init(_ cases: [Case], _ keeper: Keeper, on day: Day) throws {
        let register = keeper.register
        let ids = cases.map(\.id.text)
        func of<Kept: Record>(_ kind: Kept.Type, _ id: (Kept) -> Identifier<Case>) throws -> [Identifier<Case>: [Kept]]
        {
            Dictionary(grouping: try register.held(kind, where: "case_id", isAnyOf: ids).map(\.record), by: id)
        }
        families = Dictionary(
            try register.held(Family.self, where: "family_id", isAnyOf: cases.map(\.familyID.text))
                .map { ($0.record.id, $0.record) }
        ) { first, _ in first }
        let allocations = try of(Allocation.self, \.caseID)
        workforce = try register.workforce(named: allocations.values.joined().map(\.workerID), on: day)
        self.allocations = allocations
        contacts = try register.lastContactsKept(ofCases: ids)
        reviews = try of(CaseReview.self, \.caseID)
        tasks = try of(CaseTask.self, \.caseID)
        steps = try of(PlanStep.self, \.caseID)
        phases = try of(CasePhase.self, \.caseID)
        followUps = try FollowUpsOfCases(cases.filter { $0.endedOn != nil }, register, keeper.definitions)
    }

    func entry(of item: Case, _ definitions: DefinitionsInForce, on day: Day) -> Caseload.Entry {
        let held = allocations[item.id] ?? []
        let ownership = CaseOwnership(of: item, allocations: held, among: workforce)
        let unheld = item.endedOn == nil ? ownership.firstUnheldDay(from: day, upTo: .latest) : nil
        return Caseload.Entry(
            item: item,
            family: families[item.familyID]?.name,
            owner: ownership.owner(on: day),
            due: due(of: item, definitions, on: day).shown(on: day),
            lastContact: contacts[item.id],
            unheldFrom: unheld
        )
    }

    private func due(of item: Case, _ definitions: DefinitionsInForce, on day: Day) -> [DueItem] {
        let tasks = DueWork.of(tasks[item.id] ?? [])
        guard item.endedOn == nil else {
            return tasks + followUps.schedule(of: item, on: day).dueItems
        }
        let phases = definitions.programme(item.programme)?.phases ?? []
        let calendar = PhaseCalendar(of: item, phases: phases, recorded: self.phases[item.id] ?? [])
        return tasks + DueWork.of(steps[item.id] ?? [])
            + ReviewSchedule(of: item, reviews: reviews[item.id] ?? []).dueItems + DueWork.of(calendar, on: day)
    }
}
