import Definitions
package import Plan
package import Records
import Review
package import Values

/// What is still open when a case is to close: what keeps it from closing, and what is to be closed knowingly.
package struct ClosureCheck: Hashable, Sendable {
    /// Something that is left.
    package enum Left: Hashable, Sendable {
        // These keep the case from closing.
        case beforeTheStart
        case inTheFuture
        /// Contacts on days after the case is said to have closed.
        case laterContacts(Int)
        case laterReview(Day)
        case laterAllocation(Day)
        case openGoals([Identifier<Goal>])
        case openTasks([Identifier<CaseTask>])
        /// A phase of the programme in which the child lives in its home.
        case inTheHome(String)
        // These are said, and may be left so.
        case noReason
        case openSteps(Int)
        case reviewOverdue(Day)
        case neverReviewed
        case noExitPlan
        case noDestination
        case noGoals
        /// No contact with the family was kept in the last four weeks.
        case noRecentContact
        /// Instruments that were answered at the start and not at the end.
        case notMeasuredAtEnd([String])
    }

    package let blocks: [Left]
    package let warnings: [Left]

    /// The case as it stands and as it is to close.
    package struct Facts: Sendable {
        package let item: Case
        package let closingOn: Day
        package let today: Day
        package var plan: FamilyPlan
        package var tasks: [CaseTask] = []
        package var contacts: [Contact] = []
        package var reviews: [CaseReview] = []
        package var allocations: [Allocation] = []
        package var phases: PhaseCalendar?
        package var assessments: [Assessment] = []
        package var exitPlan: String?

        package init(of item: Case, closingOn: Day, today: Day, plan: FamilyPlan) {
            self.item = item
            self.closingOn = closingOn
            self.today = today
            self.plan = plan
        }
    }

    package init(_ facts: Facts) {
        blocks = ClosureCheck.blocks(facts)
        warnings = ClosureCheck.warnings(facts)
    }

    /// Whether the case can close.
    package var allowsClosing: Bool { blocks.isEmpty }

    private static func blocks(_ facts: Facts) -> [Left] {
        let day = facts.closingOn
        var left: [Left] = []
        if day < facts.item.startedOn { left.append(.beforeTheStart) }
        if day > facts.today { left.append(.inTheFuture) }
        let later = facts.contacts.count { $0.on > day }
        if later > 0 { left.append(.laterContacts(later)) }
        if let review = facts.reviews.compactMap(\.heldOn).filter({ $0 > day }).max() {
            left.append(.laterReview(review))
        }
        if let start = facts.allocations.map(\.from).filter({ $0 > day }).max() { left.append(.laterAllocation(start)) }
        let goals = facts.plan.openGoals.map(\.id)
        if !goals.isEmpty { left.append(.openGoals(goals)) }
        let tasks = facts.tasks.filter { $0.outcome == .open }.map(\.id)
        if !tasks.isEmpty { left.append(.openTasks(tasks)) }
        if let span = facts.phases?.current(on: day), span.phase.isResidential, facts.item.endReason == .completed {
            left.append(.inTheHome(span.phase.title))
        }
        return left
    }

    /// Days without a contact kept with the family after which it is said.
    package static let quietDays = 28

    private static func warnings(_ facts: Facts) -> [Left] {
        let day = facts.closingOn
        var left: [Left] = []
        if facts.item.endReason == nil { left.append(.noReason) }
        if (facts.item.destination ?? "").isEmpty { left.append(.noDestination) }
        if (facts.exitPlan ?? "").isEmpty { left.append(.noExitPlan) }
        if facts.plan.goals.isEmpty { left.append(.noGoals) }
        let steps = facts.plan.openSteps.count
        if steps > 0 { left.append(.openSteps(steps)) }
        let schedule = ReviewSchedule(of: facts.item.stillOpen, reviews: facts.reviews)
        if let next = schedule.next, next.on < day {
            left.append(schedule.held.isEmpty ? .neverReviewed : .reviewOverdue(next.on))
        }
        let isRecent = facts.contacts.contains { contact in
            contact.direct == true && contact.attendance != .didNotAttend && contact.attendance != .cancelled
                && contact.on >= day - quietDays && contact.on <= day
        }
        if !isRecent { left.append(.noRecentContact) }
        let unmeasured = ClosureCheck.unmeasured(facts.assessments)
        if !unmeasured.isEmpty { left.append(.notMeasuredAtEnd(unmeasured)) }
        return left
    }

    /// Instruments with an answer at the start and none at the end.
    private static func unmeasured(_ assessments: [Assessment]) -> [String] {
        let (starts, ends): (Set<String>, Set<String>) = (
            ["baseline", "pre", "start"], ["closure", "post", "end", "exit"]
        )
        let before = Set(assessments.filter { starts.contains($0.occasion) }.map(\.instrument))
        let after = Set(assessments.filter { ends.contains($0.occasion) }.map(\.instrument))
        return before.subtracting(after).sorted()
    }
}

extension Case {
    /// The case as if it had not closed.
    fileprivate var stillOpen: Case {
        var item = self
        item.endedOn = nil
        return item
    }
}
