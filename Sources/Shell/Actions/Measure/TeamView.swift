package import Access
import Assess
import Definitions
import FollowUp
package import Records
import Register
package import Report
import Review
package import Values

/// What a supervisor sees of the people and cases they answer for, as the register stands now.
package struct TeamView: Sendable {
    /// What is late in a case, or was never done.
    package struct Late: Sendable {
        package let item: Case
        package let dueOn: Day
        /// `Review`, `Follow-up at 6 months`.
        package let what: String
    }

    package let day: Day
    package let loads: WorkerLoads
    package let cases: [Case]
    package let overdueReviews: [Late]
    package let overdueFollowUps: [Late]
    package let adherence: [TherapistAdherence]
    /// From which a therapist is adherent.
    package let adherentFrom: Decimal?
    package let workers: [Worker]

    /// Reads the teams and providers that these roles supervise; nil where they supervise none.
    package init?(_ keeper: Keeper, for permissions: Permissions) throws {
        let scopes = permissions.assignments.filter { $0.role == .supervisor }.map(\.scope)
        guard !scopes.isEmpty else { return nil }
        let register = keeper.register
        let day = try keeper.today()
        let everybody = try register.workers(on: day)
        let workers = everybody.filter { worker in
            scopes.contains { $0.covers(team: worker.team, provider: worker.organisationID?.text) }
        }
        let cases = try TeamView.cases(of: workers, scopes, register)
        let allocations = try register.held(Allocation.self, where: "case_id", isAnyOf: cases.map(\.id.text))
            .map(\.record)
        let norms = keeper.definitions.programmes.compactMap { programme in
            programme.caseload.map { (programme.id, $0) }
        }
        self.day = day
        self.workers = workers
        self.cases = cases
        loads = WorkerLoads(
            workers: workers,
            cases: cases,
            allocations: allocations,
            everybody: everybody,
            norms: Dictionary(norms) { first, _ in first },
            on: day
        )
        overdueReviews = try TeamView.overdueReviews(cases, keeper, day)
        overdueFollowUps = try TeamView.overdueFollowUps(cases, keeper, day)
        adherentFrom = keeper.definitions.instruments[TeamView.adherenceInstrument]?.threshold("adherence")?.atLeast
        let mine = Set(workers.map(\.id))
        adherence = try TeamView.adherence(cases, allocations, keeper, day).filter { mine.contains($0.worker) }
    }

    /// The cases that these workers hold or held, and those of the teams.
    private static func cases(of workers: [Worker], _ scopes: [Scope], _ register: Register) throws -> [Case] {
        let mine = try register.held(Allocation.self, where: "worker_id", isAnyOf: workers.map(\.id.text))
        var teams = Set(workers.compactMap(\.team))
        for case .team(let name) in scopes { teams.insert(name) }
        let ofTeams = try register.held(Case.self, where: "team", isAnyOf: teams).map(\.record).filter { item in
            scopes.contains { $0.covers(team: item.team, provider: item.organisationID?.text) }
        }
        let held = try register.held(Case.self, where: "case_id", isAnyOf: mine.map(\.record.caseID.text)).map(\.record)
        return Dictionary((held + ofTeams).map { ($0.id, $0) }) { first, _ in first }.values
            .sorted { ($0.startedOn, $0.id) < ($1.startedOn, $1.id) }
    }

    private static let adherenceInstrument = "tam-r"
    /// The next review of each case, where its day has passed: one at a time, as those missed are caught up by it.
    private static func overdueReviews(_ cases: [Case], _ keeper: Keeper, _ day: Day) throws -> [Late] {
        let open = cases.filter { $0.endedOn == nil }
        let reviews = Dictionary(
            grouping: try keeper.register.held(CaseReview.self, where: "case_id", isAnyOf: open.map(\.id.text))
                .map(\.record),
            by: \.caseID
        )
        return open.compactMap { item in
            ReviewSchedule(of: item, reviews: reviews[item.id] ?? []).next.flatMap { next in
                next.on < day ? Late(item: item, dueOn: next.on, what: "Review") : nil
            }
        }
        .sorted { ($0.dueOn, $0.item.id) < ($1.dueOn, $1.item.id) }
    }

    /// Follow-ups whose day has passed and that still count where they are asked soon.
    private static func overdueFollowUps(_ cases: [Case], _ keeper: Keeper, _ day: Day) throws -> [Late] {
        // The last milestone there can be is at thirty months.
        let closed = cases.filter { item in item.endedOn.map { $0.adding(months: 36) > day } ?? false }
        let followUps = try FollowUpsOfCases(closed, keeper.register, keeper.definitions)
        return closed.flatMap { item in
            let overdue = followUps.schedule(of: item, on: day).milestones.filter { $0.standing == .overdue }
            return Dictionary(grouping: overdue, by: \.months).map { months, milestones in
                Late(item: item, dueOn: milestones[0].on, what: "Follow-up at \(months) months")
            }
        }
        .sorted { ($0.dueOn, $0.item.id) < ($1.dueOn, $1.item.id) }
    }

    private static func adherence(
        _ cases: [Case],
        _ allocations: [Allocation],
        _ keeper: Keeper,
        _ day: Day
    ) throws -> [TherapistAdherence] {
        guard let instrument = keeper.definitions.instruments[adherenceInstrument] else { return [] }
        let year = Period.last(months: 12, asAt: day)
        let recent = cases.filter { item in item.endedOn.map { $0 >= year.from } ?? true }
        let assessments = try keeper.register
            .held(Assessment.self, where: "case_id", isAnyOf: recent.map(\.id.text))
            .map(\.record)
            .filter { $0.instrument == instrument.id && year.contains($0.completedOn) }
        let scores = try keeper.register.held(
            Score.self,
            where: "assessment_id",
            isAnyOf: assessments.map(\.id.text)
        )
        let scoresOf = Dictionary(grouping: scores.map(\.record), by: \.assessmentID)
        let ratings = assessments.compactMap { assessment -> TherapistAdherence.Rating? in
            let items = ItemScores((scoresOf[assessment.id] ?? []).map { (item: $0.item, value: $0.value) })
            guard let item = assessment.caseID,
                let total = Scoring.total(of: instrument, scores: items, informant: assessment.informant)
            else { return nil }
            return TherapistAdherence.Rating(caseID: item, on: assessment.completedOn, score: total)
        }
        return TherapistAdherence.all(ratings, allocations, on: day)
    }
}

extension Scope {
    /// Whether a team of a provider belongs to this part of the authority.
    package func covers(team: String?, provider: String?) -> Bool {
        switch self {
        case .authority: true
        case .team(let name): name == team
        case .provider(let id): id == provider
        case .organisation, .contract: false
        }
    }
}
