import Definitions
import Invented
import Plan
import Records
import Testing
import Values

@Suite struct `Phases of a two-phase programme` {
    private static let phases = [
        ProgrammePhase(id: "home", title: "In the home", weeks: 12, isResidential: true),
        ProgrammePhase(id: "community", title: "In the community", weeks: 20),
    ]

    private func calendar(_ recorded: [CasePhase] = []) -> PhaseCalendar {
        PhaseCalendar(of: .invented("C1", from: "2026-01-05"), phases: Self.phases, recorded: recorded)
    }

    private func worked(_ phase: String, from: String, to: String? = nil) -> CasePhase {
        CasePhase(caseID: Identifier("C1"), phase: phase, startedOn: day(from), endedOn: to.map(day))
    }

    @Test func `follow each other from the start of the case: 84 nights, then 140`() {
        let spans = calendar().spans
        #expect(spans.map(\.from) == [day("2026-01-05"), day("2026-03-30")])
        #expect(spans.map(\.plannedEnd) == [day("2026-03-30"), day("2026-08-17")])
        #expect(calendar().plannedEnd == day("2026-08-17"))
    }

    @Test(arguments: [("2026-01-04", nil), ("2026-01-05", "home"), ("2026-03-29", "home"), ("2026-04-20", "home")])
    func `the first goes on until the next is recorded, however late`(on: String, phase: String?) {
        #expect(calendar().current(on: day(on))?.phase.id == phase)
    }

    @Test(arguments: [("2026-03-29", 0), ("2026-03-30", 0), ("2026-04-06", 7)])
    func `an extension shows as an overrun`(on: String, days: Int) {
        #expect(calendar().spans[0].overrun(on: day(on)) == days)
    }

    @Test func `an early end moves what comes after it`() {
        let moved = calendar([
            worked("home", from: "2026-01-05", to: "2026-03-02"), worked("community", from: "2026-03-02"),
        ])
        #expect(moved.spans[1].plannedEnd == day("2026-07-20"))
        #expect(moved.current(on: day("2026-03-01"))?.phase.id == "home")
        #expect(moved.current(on: day("2026-03-02"))?.phase.id == "community")
        #expect(moved.next(on: day("2026-03-01"))?.phase.id == "community")
        #expect(moved.next(on: day("2026-03-02")) == nil)
    }

    @Test func `the shipped programme has twelve weeks in its home and twenty in the community`() throws {
        let programmes = try Programme.all(DefinitionSet())
        let programme = try #require(programmes.first { $0.id == "mst-fit" })
        #expect(programme.phases.map(\.weeks) == [12, 20])
        #expect(programme.phases.map(\.isResidential) == [true, false])
        #expect(programmes.first { $0.id == "fft" }?.phases == [])
    }
}
