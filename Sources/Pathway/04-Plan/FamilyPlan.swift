package import Records
package import Values

/// A family's plan: what is to change, by which steps, and whether the family has agreed to it as it stands.
package struct FamilyPlan: Sendable {
    /// A goal with what belongs to it.
    package struct PlannedGoal: Hashable, Sendable {
        package let goal: Goal
        package let detail: GoalDetail?
        package let steps: [PlanStep]

        package static func == (one: PlannedGoal, other: PlannedGoal) -> Bool {
            one.goal == other.goal && one.detail == other.detail && one.steps == other.steps
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(goal.id)
        }
    }

    /// How far the family has agreed.
    package enum Agreement: Hashable, Sendable {
        /// There is nothing to agree to yet.
        case noGoals
        case notAgreed
        /// Agreed as it stands.
        case agreed(Day)
        /// Something was added since the family agreed.
        case addedSince(Day)
    }

    /// By the day they were set.
    package let goals: [PlannedGoal]
    /// Steps that serve the whole plan.
    package let steps: [PlanStep]
    /// The latest first.
    package let agreements: [PlanAgreement]

    package init(goals: [Goal], details: [GoalDetail], steps: [PlanStep], agreements: [PlanAgreement]) {
        let ids = Set(goals.map(\.id))
        self.goals = goals.sorted { ($0.setOn, $0.id) < ($1.setOn, $1.id) }.map { goal in
            PlannedGoal(
                goal: goal,
                detail: details.first { $0.goalID == goal.id },
                steps: FamilyPlan.inOrder(steps.filter { $0.goalID == goal.id })
            )
        }
        self.steps = FamilyPlan.inOrder(steps.filter { $0.goalID.map { !ids.contains($0) } ?? true })
        self.agreements = agreements.sorted { $0.agreedOn > $1.agreedOn }
    }

    private static func inOrder(_ steps: [PlanStep]) -> [PlanStep] {
        steps.sorted { ($0.by ?? .latest, $0.id) < ($1.by ?? .latest, $1.id) }
    }

    /// Whether the family has agreed to the plan as it stands.
    package var agreement: Agreement {
        let added = goals.map(\.goal.setOn) + (goals.flatMap(\.steps) + steps).map(\.setOn)
        guard let latest = agreements.first?.agreedOn else { return added.isEmpty ? .noGoals : .notAgreed }
        return added.contains { $0 > latest } ? .addedSince(latest) : .agreed(latest)
    }

    /// Steps that are still to be done.
    package var openSteps: [PlanStep] { (goals.flatMap(\.steps) + steps).filter { $0.outcome == .open } }

    /// Goals that nobody has settled.
    package var openGoals: [Goal] { goals.map(\.goal).filter { $0.outcome == .open } }

    /// Goals reached, wholly or in part, of those settled.
    package var reached: (achieved: Int, partly: Int, settled: Int) {
        let outcomes = goals.map(\.goal.outcome)
        return (
            outcomes.count { $0 == .achieved }, outcomes.count { $0 == .partly }, outcomes.count { $0 != .open }
        )
    }
}
