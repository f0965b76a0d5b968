import Invented
import Records
import Report
import Testing
import Values

@Suite struct `Figures by period` {
    /// Families with two cases each, closed on days that have no like in shorter months.
    private static func world() -> World {
        var world = World()
        let closures = [
            "2018-08-31", "2019-02-28", "2019-03-01", "2019-08-29", "2019-08-30", "2019-08-31", "2019-09-01",
        ]
        for (number, closed) in closures.enumerated() {
            world.family("F\(number)")
            world.person("P\(number)", of: "F\(number)", born: "2008-01-01") { $0.childID = "P\(number)" }
            let programme = number.isMultiple(of: 2) ? "mst" : "fft"
            // The later of the family's cases comes first by reference.
            world.addCase(
                "C\(number)a",
                family: "F\(number)",
                child: "P\(number)",
                programme: programme,
                from: "2018-06-\(10 + number)",
                to: closed
            )
            world.addCase(
                "C\(number)b",
                family: "F\(number)",
                child: "P\(number)",
                programme: "mst",
                from: "2018-01-\(10 + number)",
                to: "2018-06-0\(1 + number)"
            )
        }
        return world
    }

    @Test(arguments: [
        // 29, 30 and 31 August and six months are all 29 February 2020.
        ("all.home.6.share", "2020-02-01", "2020-02-29", 3), ("all.home.6.share", "2020-03-01", "2020-03-31", 1),
        ("all.home.6.share", "2019-02-01", "2019-02-28", 1), ("all.home.6.share", "2019-08-01", "2019-08-31", 1),
        ("mst.home.6.share", "2020-02-01", "2020-02-29", 1), ("fft.home.6.share", "2020-02-01", "2020-02-29", 2),
        ("all.home.close.share", "2019-08-29", "2019-08-31", 3), ("all.home.12.share", "2020-02-28", "2020-02-29", 1),
    ])
    func `a closure counts in the month its anniversary lies in`(
        figure: String,
        from: String,
        to: String,
        children: Int
    ) throws {
        let found = try #require(try Grounds.of(Self.world()).figure(figure, from: from, to: to))
        #expect(found.share == Share(children, of: children))
    }

    @Test func `a month that a family has two cases in counts it and its child once`() throws {
        let ground = try Grounds.of(Self.world())
        let figures = ["all.families.served", "all.children.served"]
        for figure in figures {
            let found = try #require(ground.figure(figure, from: "2018-05-31", to: "2018-06-30"))
            #expect(found.value == 7, "\(figure)")
        }
        // Its child is of age on the first of the two days alone.
        var world = World()
        world.family("F")
        world.person("P", of: "F", born: "2000-06-10")
        world.addCase("B", family: "F", child: "P", programme: "mst", from: "2018-06-05", to: "2018-06-20")
        world.addCase("A", family: "F", child: "P", programme: "mst", from: "2018-06-15", to: nil)
        let served = try Grounds.of(world).figure("mst.children.served", from: "2018-06-01", to: "2018-06-30")
        #expect(served?.value == 1)
        #expect(
            try Grounds.of(world).figure("mst.children.served", from: "2018-06-11", to: "2018-06-30")?.value == 0
        )
    }

    @Test func `the months of a year add up to it`() throws {
        let ground = try Grounds.of(Self.world())
        let year = try #require(Period(from: day("2018-09-01"), to: day("2019-08-31")))
        for figure in ["all.home.close.share", "mst.home.close.share", "all.completed.share"] {
            var sum = 0
            var first = year.from
            while first <= year.to {
                let next = first.adding(months: 1)
                sum += try counted(ground, figure, first, next - 1)
                first = next
            }
            #expect(try sum == counted(ground, figure, year.from, year.to), "\(figure)")
        }
    }

    private func counted(_ ground: ReportGround, _ figure: String, _ from: Day, _ to: Day) throws -> Int {
        let found = try #require(ground.figure(figure, from: from.iso, to: to.iso))
        return try Int(#require(found.share).numerator) + (found.unknown ?? 0)
    }
}
