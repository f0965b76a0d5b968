import Invented
import Plan
import Records
import Testing
import Values

@Suite struct `A family's plan` {
    private func goal(_ id: String, on: String, _ outcome: GoalOutcome = .open) -> Goal {
        Goal(id: Identifier(id), caseID: Identifier("C1"), title: "Goal \(id)", setOn: day(on), outcome: outcome)
    }

    private func step(_ id: String, of goal: String?, on: String, by: String? = nil) -> PlanStep {
        PlanStep(
            id: Identifier(id),
            caseID: Identifier("C1"),
            goalID: goal.map { Identifier($0) },
            title: "Step \(id)",
            who: "Mum",
            by: by.map(day),
            setOn: day(on),
            outcome: .open
        )
    }

    private func agreed(_ on: String) -> PlanAgreement {
        PlanAgreement(caseID: Identifier("C1"), agreedOn: day(on), agreedBy: "Mum and Sam")
    }

    @Test func `has nothing to agree to without goals or steps`() {
        #expect(FamilyPlan(goals: [], details: [], steps: [], agreements: []).agreement == .noGoals)
    }

    @Test func `is agreed as it stood on the day, until something is added`() {
        let goals = [goal("G1", on: "2026-01-10")]
        func agreement(_ steps: [PlanStep], _ agreements: [PlanAgreement]) -> FamilyPlan.Agreement {
            FamilyPlan(goals: goals, details: [], steps: steps, agreements: agreements).agreement
        }
        #expect(agreement([], []) == .notAgreed)
        #expect(agreement([], [agreed("2026-01-10")]) == .agreed(day("2026-01-10")))
        #expect(agreement([], [agreed("2026-01-09")]) == .addedSince(day("2026-01-09")))
        let later = [step("S1", of: "G1", on: "2026-02-01")]
        #expect(agreement(later, [agreed("2026-01-10")]) == .addedSince(day("2026-01-10")))
        #expect(agreement(later, [agreed("2026-01-10"), agreed("2026-02-01")]) == .agreed(day("2026-02-01")))
    }

    @Test func `keeps every step, whether its goal is there or not`() {
        let steps = [
            step("S1", of: "G1", on: "2026-01-10", by: "2026-03-01"), step("S2", of: nil, on: "2026-01-10"),
            step("S3", of: "G9", on: "2026-01-10", by: "2026-02-01"),
            step("S4", of: "G1", on: "2026-01-10", by: "2026-02-01"),
        ]
        let plan = FamilyPlan(goals: [goal("G1", on: "2026-01-10")], details: [], steps: steps, agreements: [])
        #expect(plan.goals[0].steps.map(\.id.text) == ["S4", "S1"])
        #expect(plan.steps.map(\.id.text) == ["S3", "S2"])
        #expect(plan.openSteps.count == 4)
    }

    @Test func `counts what was reached of what was settled`() {
        let goals = [
            goal("G1", on: "2026-01-10", .achieved), goal("G2", on: "2026-01-10", .partly),
            goal("G3", on: "2026-01-10", .dropped), goal("G4", on: "2026-01-10"),
        ]
        let reached = FamilyPlan(goals: goals, details: [], steps: [], agreements: []).reached
        #expect(reached == (1, 1, 3))
    }
}
