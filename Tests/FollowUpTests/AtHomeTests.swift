import FollowUp
import Invented
import Records
import Testing
import Values

@Suite struct `At home at a milestone` {
    /// A case that closed on 31 August 2020, so that its six-month anniversary is 28 February 2021.
    private func finding(_ build: (inout World) -> Void) -> AtHome {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        world.addCase("C1", family: "F1", child: "P1", from: "2020-03-01", to: "2020-08-31")
        build(&world)
        let snapshot = world.snapshot
        return AtHomeRule(snapshot, care: CareHistory(snapshot))
            .finding(caseAt: 0, child: Position(0), closedOn: day("2020-08-31"), months: 6)
    }

    @Test(arguments: [
        (Living.home, AtHome.Finding.home), (.otherFamily, .home), (.care, .away), (.custody, .away),
        (.independent, .away), (.hospital, .away), (.unknown, .unknown),
    ])
    func `a follow-up decides`(living: Living, expected: AtHome.Finding) {
        let found = finding { $0.followUp("C1", "P1", months: 6, on: "2021-03-01", living) }
        #expect(found.finding == expected)
        #expect(found.evidence == .followUp(living, day("2021-03-01")))
    }

    @Test(arguments: [("2021-01-17", true), ("2021-01-16", false), ("2021-04-11", true), ("2021-04-12", false)])
    func `only within 42 days of the anniversary`(on: String, counts: Bool) {
        let found = finding { $0.followUp("C1", "P1", months: 6, on: on, .home) }
        #expect(found.finding == (counts ? .home : .unknown))
    }

    @Test func `the latest of several decides, and one of another milestone does not`() {
        let found = finding {
            $0.followUp("C1", "P1", months: 6, on: "2021-03-05", .care)
            $0.followUp("C1", "P1", months: 6, on: "2021-02-01", .home)
            $0.followUp("C1", "P1", months: 12, on: "2021-03-09", .home)
        }
        #expect(found.finding == .away)
    }

    @Test func `without one, placements decide for a child known to the return`() {
        #expect(finding { $0.placement("P1", from: "2021-02-28") }.finding == .away)
        #expect(finding { $0.placement("P1", from: "2021-02-01", to: "2021-02-28") }.finding == .home)
        #expect(finding { $0.placement("P1", from: "2021-02-01", status: .v4) }.finding == .home)
        #expect(finding { $0.records.people[0].childID = "1234" }.finding == .home)
    }

    @Test func `otherwise it is not known`() {
        #expect(finding { _ in }.finding == .unknown)
        #expect(finding { _ in }.evidence == .none)
    }

    @Test(arguments: [
        ("2002-09-01", true), ("2002-08-31", false), ("2002-08-30", false), ("2020-08-31", true), ("2020-09-01", false),
        ("2002", true), ("2001", false),
    ])
    func `children are born and under 18 on the day the case closed`(born: String, isChild: Bool) {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: born)
        world.person("P2", of: "F1", born: nil)
        world.person("P3", of: "F1", born: "1980-01-01", role: .parentCarer)
        world.addCase("C1", family: "F1", child: nil, from: "2020-03-01", to: "2020-08-31")
        let snapshot = world.snapshot
        let rule = AtHomeRule(snapshot, care: CareHistory(snapshot))
        #expect(rule.children(ofCaseAt: 0, closedOn: day("2020-08-31")).count == (isChild ? 1 : 0))
    }
}

@Suite struct `A return from care` {
    private func returns(_ build: (inout World) -> Void) -> [Reunification] {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        build(&world)
        let period = Period.last(months: 12, asAt: day("2020-12-31"))
        return Reunification.all(in: period, of: world.snapshot)
    }

    @Test(arguments: [("2020-06-01", 0), ("2020-06-08", 0), ("2020-06-09", 1)])
    func `does not count when another placement starts 0 to 7 days after`(restart: String, count: Int) {
        let found = returns {
            $0.placement("P1", from: "2020-01-01", to: "2020-06-01", ceased: .e4a)
            $0.placement("P1", from: restart, type: .k2)
        }
        #expect(found.count == count)
    }

    @Test func `is E4A or E4B of a child, in the period, and no short break`() {
        #expect(returns { $0.placement("P1", from: "2020-01-01", to: "2020-06-01", ceased: .e4b) }.count == 1)
        #expect(returns { $0.placement("P1", from: "2020-01-01", to: "2020-06-01", ceased: .e8) }.isEmpty)
        #expect(returns { $0.placement("P1", from: "2019-01-01", to: "2019-12-31", ceased: .e4a) }.isEmpty)
        #expect(returns { $0.placement("P1", from: "2020-01-01", to: "2020-06-01", status: .v3, ceased: .e4a) }.isEmpty)
        #expect(
            returns {
                $0.records.people[0].role = .otherAdult
                $0.placement("P1", from: "2020-01-01", to: "2020-06-01", ceased: .e4a)
            }.isEmpty
        )
    }

    @Test(arguments: [
        ("2020-05-31", nil, true), ("2020-06-01", nil, false), ("2019-01-01", "2019-06-01", true),
        ("2019-01-01", "2019-05-31", false), ("2019-01-01", "2020-06-01", true),
    ])
    func `has the service when a case was open at it or ended in the year before`(
        start: String,
        end: String?,
        hasService: Bool
    ) throws {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        world.placement("P1", from: "2018-01-01", to: "2020-06-01", ceased: .e4a)
        world.addCase("C1", family: "F1", child: nil, programme: "fft", from: start, to: end)
        let snapshot = world.snapshot
        let found = try #require(Reunification.all(in: .last(months: 12, asAt: day("2020-12-31")), of: snapshot).first)
        #expect((found.service(in: snapshot) != nil) == hasService)
    }
}

@Suite struct `Offending windows` {
    private let item = {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        world.addCase("C1", family: "F1", child: "P1", from: "2020-03-31", to: "2020-08-31")
        return world.snapshot.cases[0]
    }()

    @Test func `cover the six months before, the case, and the four months from closure`() {
        let asAt = day("2022-01-01")
        #expect(
            OffendingWindow.before.days(of: item, asAt: asAt) == Period(from: day("2019-09-30"), to: day("2020-03-30"))
        )
        #expect(
            OffendingWindow.during.days(of: item, asAt: asAt) == Period(from: day("2020-03-31"), to: day("2020-08-30"))
        )
        #expect(
            OffendingWindow.after.days(of: item, asAt: asAt) == Period(from: day("2020-08-31"), to: day("2020-12-30"))
        )
    }

    @Test func `a case that closes after the day is open on it`() {
        let asAt = day("2020-06-30")
        #expect(OffendingWindow.during.days(of: item, asAt: asAt) == Period(from: day("2020-03-31"), to: asAt))
        #expect(OffendingWindow.after.days(of: item, asAt: asAt) == nil)
    }
}
