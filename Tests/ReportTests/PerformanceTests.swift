import Invented
import Records
import Report
import Testing
import Values

@Suite struct `Performance` {
    private func world(_ programme: String = "mst", from start: String = "2018-06-01", to end: String? = nil) -> World {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2005-01-01")
        world.addCase("C1", family: "F1", child: "P1", programme: programme, from: start, to: end)
        return world
    }

    private func figure(_ id: String, _ world: World) throws -> Figure {
        try #require(try Grounds.of(world).figure(id, from: "2018-04-01", to: "2019-03-31"))
    }

    @Test(arguments: [
        ("2018-06-01", nil, 1.0), ("2019-03-31", nil, 1), ("2019-04-01", nil, 0), ("2017-01-01", "2018-04-01", 0),
        ("2017-01-01", "2018-04-02", 1), ("2018-06-01", "2018-06-01", 0),
    ])
    func `families are served while a case is open`(start: String, end: String?, count: Double) throws {
        #expect(try figure("mst.families.served", world(from: start, to: end)).value == count)
        #expect(try figure("all.families.served", world(from: start, to: end)).value == count)
    }

    @Test(arguments: [("2000-06-02", 1.0), ("2000-06-01", 0), ("2018-06-01", 1), ("2018-06-02", 0)])
    func `children are born and under 18 on a first day of a case`(born: String, count: Double) throws {
        var world = world()
        world.records.people[0].birth = BirthDate(iso: born)
        #expect(try figure("mst.children.served", world).value == count)
    }

    @Test func `adherence is tried on exact decimals`() throws {
        var world = world()
        for (month, score) in [("07", "0.52"), ("08", "0.59"), ("09", "0.57"), ("10", "0.76")] {
            world.assessment("tam-r", of: "C1", occasion: "monthly", on: "2018-\(month)-01", scores: ["total": score])
        }
        #expect(try figure("mst.adherence.adherent.share", world).share == Share(1, of: 1))
        #expect(try abs((figure("all.adherence.mean", world).value ?? 0) - 0.61) < 1e-12)
    }

    @Test(arguments: [(20, 0.75), (28, 0.75), (19, nil)] as [(Int, Double?)])
    func `adherence counts where its items were entered and no total, if enough were answered`(
        answered: Int,
        mean: Double?
    ) throws {
        var world = world("mst")
        let items = (1...answered).map { ("\($0)", $0 * 4 <= answered * 3 ? "1" : "0") }
        world.assessment(
            "tam-r",
            of: "C1",
            occasion: "monthly",
            on: "2018-07-01",
            scores: Dictionary(uniqueKeysWithValues: items)
        )
        #expect(try figure("mst.adherence.mean", world).value == mean)
    }

    @Test(arguments: [("2019-03-04", 1), ("2019-03-05", 0)])
    func `coverage asks only families open on 28 days or more`(start: String, known: Int) throws {
        #expect(try figure("mst.adherence.coverage.share", world(from: start)).share == Share(0, of: known))
    }

    @Test func `days open of two cases count once`() throws {
        var world = world("mst", from: "2018-06-01", to: "2018-06-20")
        world.addCase("C2", family: "F1", child: "P1", programme: "mst-can", from: "2018-06-10", to: "2018-06-29")
        #expect(try figure("all.adherence.coverage.share", world).share == Share(0, of: 1))
        #expect(try figure("mst.adherence.coverage.share", world).share == Share(0, of: 0))
    }

    @Test(arguments: [("4", 1), ("3.9", 0)])
    func `improvement is at least 1 above the first baseline, at best`(best: String, improved: Int) throws {
        var world = world("fft-cw")
        world.assessment("fft-com", of: "C1", occasion: "baseline", on: "2018-06-02", scores: ["total": "3"])
        world.assessment("fft-com", of: "C1", occasion: "phase_1", on: "2018-07-02", scores: ["total": best])
        world.assessment("fft-com", of: "C1", occasion: "phase_1", on: "2019-07-02", scores: ["total": "1"])
        #expect(try figure("fft-cw.improved.share", world).share == Share(improved, of: 1))
    }

    @Test func `a case without a first-phase reading is not known`() throws {
        var world = world("fft")
        world.assessment("fft-com", of: "C1", occasion: "baseline", on: "2018-06-02", scores: ["total": "3"])
        let improved = try figure("fft.improved.share", world)
        #expect(improved.share == Share(0, of: 0))
        #expect(improved.value == nil)
        #expect(improved.unknown == 1)
    }

    @Test func `adherence belongs to the MST family, improvement to the FFT family, and both to all`() throws {
        let ground = try Grounds.of(world("fft-local"))
        let ids = try #require(ground.answer(.performance(during: .last(months: 12, asAt: day("2019-03-31"))))).figures
            .map(\.id)
        #expect(ids.contains("fft-local.improved.share"))
        #expect(!ids.contains("fft-local.adherence.mean"))
        #expect(ids.contains("all.adherence.mean"))
        #expect(!ids.contains("mst.families.served"))
    }

    @Test func `caseload is case-days by therapist-days`() throws {
        var world = world(from: "2018-04-01", to: "2018-04-11")
        world.records.workers = [
            Worker(
                id: Identifier("W1"),
                name: "Test",
                role: .therapist,
                programme: "mst",
                wte: Decimal("0.5"),
                endedOn: day("2018-04-05")
            ),
            Worker(id: Identifier("W2"), name: "Test", role: .therapist, programme: "mst"),
            Worker(id: Identifier("W3"), name: "Test", role: .supervisor, programme: "mst", wte: Decimal("1")),
        ]
        #expect(try figure("mst.caseload", world).value == 5)
        #expect(try figure("mst.caseload", world).quotient == Quotient(10, 2))
    }

    @Test func `the wait is from receipt to start`() throws {
        var world = world()
        for (id, received, start) in [
            ("R1", "2018-05-01", "2018-05-11"), ("R2", "2018-05-01", "2018-05-21"), ("R3", "2018-05-01", "2018-07-01"),
        ] {
            world.records.referrals.append(
                Referral(
                    id: Identifier(id),
                    familyID: Identifier("F1"),
                    receivedOn: day(received),
                    source: .police,
                    route: .other,
                    decision: .accepted
                )
            )
            world.addCase("C\(id)", family: "F1", child: "P1", from: start) { $0.referralID = Identifier(id) }
        }
        #expect(try figure("mst.referral_to_start.median_days", world).value == 20)
        #expect(try figure("mst.referral_to_start.mean_days", world).value == 91.0 / 3)
    }

    @Test func `costs spread evenly over their own period`() throws {
        var world = world()
        world.records.costs = [
            Cost(
                id: Identifier("X1"),
                programme: "mst",
                from: day("2018-03-31"),
                to: day("2018-04-01"),
                amount: Money(pence: 200_000)
            ),
            Cost(
                id: Identifier("X2"),
                programme: "fft",
                from: day("2018-04-01"),
                to: day("2018-04-01"),
                amount: Money(pence: 50_000)
            ),
        ]
        #expect(try figure("mst.cost.per_family", world).value == 1000)
        #expect(try figure("all.cost.per_child", world).value == 1500)
    }

    @Test func `a closure without a reason is not known`() throws {
        var world = world(to: "2018-07-01")
        world.addCase("C2", family: "F1", child: "P1", from: "2018-06-01", to: "2018-07-01", reason: .completed)
        world.addCase("C3", family: "F1", child: "P1", from: "2018-06-01", to: "2018-07-01", reason: .disengaged)
        let completed = try figure("mst.completed.share", world)
        #expect(completed.share == Share(1, of: 2))
        #expect(completed.unknown == 1)
    }

    @Test func `the milestone, not the closure, lies in the period`() throws {
        var world = world(from: "2017-06-01", to: "2017-10-01")
        world.followUp("C1", "P1", months: 6, on: "2018-05-10", .home)
        #expect(try figure("mst.home.6.share", world).share == Share(1, of: 1))
        #expect(try figure("mst.home.close.share", world).share == Share(0, of: 0))
        #expect(try figure("mst.home.12.unknown", world).value == 1)
    }
}
