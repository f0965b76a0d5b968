import Invented
import Records
import Report
import Testing
import Values

@Suite struct `Key information` {
    private func world() -> World {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1")
        world.addCase("C1", family: "F1", child: "P1", from: "2018-01-10", to: "2018-05-10", reason: .completed)
        return world
    }

    @Test func `a case without an index child is not known, and in no denominator`() throws {
        var world = world()
        world.addCase("C2", family: "F1", child: nil, from: "2018-01-10")
        let ground = try Grounds.of(world)
        let home = try #require(ground.figure("home.now", asAt: "2018-12-31"))
        #expect(home.share == Share(1, of: 1))
        #expect(home.unknown == 1)
        #expect(ground.figure("cases.opened", asAt: "2018-12-31")?.value == 2)
        #expect(ground.figure("care.child_days", asAt: "2018-12-31")?.value == 356)
    }

    @Test func `a case that ends after the day is open on it, and its reason is ignored`() throws {
        let ground = try Grounds.of(world())
        #expect(ground.figure("cases.closed", asAt: "2018-05-09")?.value == 0)
        #expect(ground.figure("cases.completed", asAt: "2018-05-10")?.value == 1)
        #expect(ground.figure("cases.mean_length_months", asAt: "2018-05-10")?.value == 120 / 30.4375)
        #expect(ground.figure("cases.mean_length_months", asAt: "2018-05-09")?.value == nil)
        #expect(ground.figure("cases.opened", asAt: "2018-01-09")?.value == 0)
    }

    @Test(arguments: [("2018-01-10", 1), ("2020-07-09", 1), ("2020-07-10", 0), ("2018-01-09", 0)])
    func `entering care counts on a day of the 30 months from the start`(entered: String, count: Int) throws {
        var world = world()
        world.placement("P1", from: entered)
        let ground = try Grounds.of(world)
        #expect(ground.figure("care.entered", asAt: "2021-01-01")?.value == Double(count))
        #expect(ground.figure("care.never_entered", asAt: "2021-01-01")?.share == Share(1 - count, of: 1))
    }

    @Test func `days in care are nights of the window up to the day`() throws {
        var world = world()
        world.placement("P1", from: "2017-12-01", to: "2018-01-20")
        let ground = try Grounds.of(world)
        #expect(ground.figure("care.proportion", asAt: "2018-01-14")?.share == Share(5, of: 5))
        #expect(ground.figure("care.proportion", asAt: "2018-01-29")?.share == Share(10, of: 20))
        #expect(ground.figure("care.proportion", asAt: "2017-12-31")?.value == nil)
    }

    @Test func `of several SDQs on one occasion the last completed counts, by a parent about the index child`() throws {
        var world = world()
        world.person("P2", of: "F1")
        world.assessment("sdq", of: "C1", occasion: "baseline", on: "2018-01-11", scores: ["total": "20"])
        world.assessment("sdq", of: "C1", occasion: "baseline", on: "2018-01-15", scores: ["total": "25"])
        world.assessment(
            "sdq",
            of: "C1",
            occasion: "baseline",
            on: "2018-01-20",
            informant: .teacher,
            scores: ["total": "5"]
        )
        world.assessment("sdq", of: "C1", occasion: "baseline", on: "2018-01-21", person: "P2", scores: ["total": "6"])
        world.assessment("sdq", of: "C1", occasion: "baseline", on: "2018-01-22", scores: ["1": "2"])
        world.assessment("sdq", of: "C1", occasion: "closure", on: "2018-05-10", person: "P1", scores: ["total": "18"])
        let ground = try Grounds.of(world)
        #expect(ground.figure("sdq.pairs", asAt: "2018-12-31")?.value == 1)
        #expect(ground.figure("sdq.change.mean", asAt: "2018-12-31")?.value == 7)
        #expect(ground.figure("sdq.reliable.improved", asAt: "2018-12-31")?.value == 1)
        #expect(ground.figure("sdq.change.sd", asAt: "2018-12-31")?.value == nil)
        #expect(ground.figure("sdq.pairs", asAt: "2018-05-09")?.value == 0)
    }

    @Test func `a total is scored from the items where none came`() throws {
        var world = world()
        let twos = Dictionary(uniqueKeysWithValues: (1...25).map { ("\($0)", "2") })
        let noughts = Dictionary(uniqueKeysWithValues: (1...25).map { ("\($0)", "0") })
        world.assessment("sdq", of: "C1", occasion: "baseline", on: "2018-01-11", scores: twos)
        world.assessment("sdq", of: "C1", occasion: "closure", on: "2018-05-10", scores: noughts)
        let ground = try Grounds.of(world)
        #expect(ground.figure("sdq.pre.mean", asAt: "2018-12-31")?.value == 30)
        #expect(ground.figure("sdq.post.mean", asAt: "2018-12-31")?.value == 10)
        #expect(ground.figure("sdq.pre.band.very_high", asAt: "2018-12-31")?.value == 1)
    }

    @Test func `a programme keeps its cases, referrals and staff`() throws {
        var world = world()
        world.addCase("C2", family: "F1", child: "P1", programme: "fft", from: "2018-01-10")
        for (id, programme, wte) in [("W1", "mst", "0.6"), ("W2", "mst", "0.6"), ("W3", "fft", "1")] {
            world.records.workers.append(
                Worker(id: Identifier(id), name: "Test", role: .therapist, programme: programme, wte: Decimal(wte))
            )
        }
        let ground = try Grounds.of(world)
        let answer = try #require(ground.answer(.keyInformation(asAt: day("2018-12-31"), programme: "mst")))
        #expect(answer[id: "cases.opened"]?.value == 1)
        #expect(answer[id: "staff.wte.therapist"]?.value == 1.2)
    }
}
