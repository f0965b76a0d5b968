import Deliver
import FollowUp
import Invented
import Records
import Testing
import Values

@Suite struct `Follow-ups after closure` {
    /// A case that closed on 31 August 2020 with two children, one of them known to the return.
    private func schedule(on: String, _ build: (inout World) -> Void = { _ in }) -> FollowUpSchedule {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        world.person("P2", of: "F1") { $0.childID = "C2" }
        world.person("P3", of: "F1", born: "1985-01-01", role: .parentCarer)
        world.addCase("C1", family: "F1", child: "P1", from: "2020-03-01", to: "2020-08-31")
        build(&world)
        return FollowUpSchedule(of: Identifier("C1"), in: world.snapshot, months: [6, 12], on: day(on))
    }

    private func standing(
        on: String,
        of child: String = "P1",
        _ build: (inout World) -> Void = { _ in }
    )
        -> FollowUpSchedule.Standing?
    {
        schedule(on: on, build).milestones.first { $0.child.text == child && $0.months == 6 }?.standing
    }

    @Test(arguments: [
        ("2021-01-16", FollowUpSchedule.Standing.ahead), ("2021-01-17", .open), ("2021-02-28", .open),
        ("2021-03-01", .overdue), ("2021-04-11", .overdue), ("2021-04-12", .missed),
    ])
    func `open 42 days before and are lost 42 days after`(on: String, expected: FollowUpSchedule.Standing) {
        #expect(standing(on: on) == expected)
    }

    @Test func `are settled by what was seen in time`() {
        let seen = standing(on: "2021-06-01") { $0.followUp("C1", "P1", months: 6, on: "2021-03-01", .home) }
        #expect(seen == .seen(.home, day("2021-03-01")))
        let late = standing(on: "2021-06-01") { $0.followUp("C1", "P1", months: 6, on: "2021-05-01", .home) }
        #expect(late == .missed)
    }

    @Test func `are filled from placements where the child is known to the return`() {
        #expect(standing(on: "2021-02-27", of: "P2") == .open)
        #expect(standing(on: "2021-02-28", of: "P2") == .known(.home))
        #expect(standing(on: "2021-03-01", of: "P2") { $0.placement("P2", from: "2021-01-01") } == .known(.away))
    }

    @Test func `ask each milestone once for all the children of whom it is not known`() {
        let items = schedule(on: "2021-03-02").dueItems
        #expect(items.map(\.id).sorted() == ["12", "6"])
        let six = items.first { $0.id == "6" }
        #expect(six?.dueOn == day("2021-02-28") && six?.showsFrom == day("2021-01-17"))
    }

    @Test func `are of children at closure, and of a case that closed`() {
        #expect(Set(schedule(on: "2021-03-02").milestones.map(\.child.text)) == ["P1", "P2"])
        #expect(schedule(on: "2021-03-02") { $0.records.cases[0].endedOn = nil }.milestones.isEmpty)
    }
}
