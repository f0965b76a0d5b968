import Deliver
import Invented
import Records
import Testing
import Values

@Suite struct `What is due` {
    private func task(
        _ id: String,
        due: String? = nil,
        remind: String? = nil,
        _ outcome: StepOutcome = .open
    )
        -> CaseTask
    {
        CaseTask(
            id: Identifier(id),
            caseID: Identifier("C1"),
            title: "Task \(id)",
            madeOn: day("2026-01-01"),
            remindOn: remind.map(day),
            dueOn: due.map(day),
            outcome: outcome
        )
    }

    @Test func `is shown a week before its day, or from its reminder`() {
        let items = DueWork.of([
            task("T1", due: "2026-02-10"), task("T2", due: "2026-03-10", remind: "2026-02-01"), task("T3"),
            task("T4", due: "2026-02-01", .done),
        ])
        func shown(_ on: String) -> [String] { items.shown(on: day(on)).map(\.id) }
        #expect(shown("2025-12-24") == [])
        #expect(shown("2025-12-25") == ["T3"])
        #expect(shown("2026-02-01") == ["T3", "T2"])
        #expect(shown("2026-02-03") == ["T3", "T1", "T2"])
    }

    @Test(arguments: [("2026-02-09", 0), ("2026-02-10", 0), ("2026-02-11", 1)])
    func `is overdue from the day after`(on: String, late: Int) {
        let item = DueWork.of([task("T1", due: "2026-02-10")])[0]
        #expect(item.daysLate(on: day(on)) == late)
        #expect(item.isOverdue(on: day(on)) == (late > 0))
    }
}
