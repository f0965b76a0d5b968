import FollowUp
import Invented
import Pay
import Records
import Testing
import Values

/// Facts of a contract's cohort as they are read from a register.
@Suite struct `A cohort read from the register` {
    private static func reader(_ world: World, _ id: String, asAt day: String) throws -> CohortReader {
        let snapshot = world.snapshot
        return CohortReader(
            try shippedContract(id),
            snapshot,
            care: CareHistory(snapshot),
            asAt: Invented.day(day)
        )
    }

    private static func family() -> World {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2000-06-15")
        world.person("P2", of: "F1", born: "1970-01-01", role: .parentCarer)
        world.addCase("K1", family: "F1", child: "P1", programme: "priority-families", from: "2013-05-01")
        return world
    }

    @Test func `has each family once, from its first case in the term`() throws {
        var world = Self.family()
        world.addCase("K0", family: "F1", child: "P1", programme: "priority-families", from: "2012-03-31")
        world.addCase("K2", family: "F1", child: "P1", programme: "priority-families", from: "2014-05-01")
        world.addCase("K3", family: "F1", child: "P1", programme: "mst", from: "2012-05-01")
        let reader = try Self.reader(world, "troubled-families-2012-pbr", asAt: "2015-01-01")
        #expect(reader.members.map(\.id) == ["F1"] && reader.members.map(\.startedOn) == [day("2013-05-01")])
        #expect(try Self.reader(world, "troubled-families-2012-pbr", asAt: "2013-04-30").members.isEmpty)
        let statement = Statement(reader.contract, reader.facts(), asAt: day("2015-01-01"))
        #expect(statement.net == pounds(2400))
    }

    @Test(arguments: [("2002-04-02", 0), ("2002-04-01", 1), ("1995-04-02", 1), ("1995-04-01", 0)])
    func `takes children of the contract's ages`(born: String, members: Int) throws {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: born)
        world.addCase("K1", family: "F1", child: "P1", from: "2013-03-31")
        world.addCase("K2", family: "F1", child: "P1", from: "2013-04-01")
        #expect(try Self.reader(world, "essex-care-days", asAt: "2015-01-01").members.count == members)
    }

    @Test func `counts its nights in care once, and pays for those avoided`() throws {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2000-01-01")
        world.addCase("K1", family: "F1", child: "P1", from: "2014-04-01")
        world.placement("P1", from: "2014-05-01", to: "2014-05-11")
        world.placement("P1", from: "2014-05-06", to: "2014-05-21")
        world.placement("P1", from: "2014-06-01", to: "2014-06-20", status: .v4)
        let reader = try Self.reader(world, "essex-care-days", asAt: "2014-07-09")
        let statement = Statement(reader.contract, reader.facts(), asAt: day("2014-07-09"))
        // 100 nights, 55 of them expected in care and 20 spent there: 35 avoided at £74.70.
        #expect(statement.net == Money(pence: 261_450))
        let line = try #require(statement.lines.first)
        #expect(line.quantity == Share(35, of: 1) && line.unitPrice == Money(pence: 7470))
    }

    @Test func `finds a result by what changed, and when`() throws {
        var world = Self.family()
        for month in ["2012-12-01", "2013-01-01", "2013-02-01", "2013-03-01", "2013-04-01"] {
            world.event(.asbIncident, on: month, family: "F1")
        }
        world.event(.asbIncident, on: "2013-06-01", family: "F1")
        world.event(.asbIncident, on: "2013-07-01", person: "P1")
        world.event(.asbIncident, on: "2013-09-15", person: "P1")
        let reader = try Self.reader(world, "troubled-families-2012-pbr", asAt: "2015-01-01")
        let found = try #require(reader.finding(of: 0, reader.members[0]))
        // Five before; three in the six months to 1 November, two in those to 1 December: 60 % fewer.
        #expect(found.on == day("2013-12-01"))
        #expect(found.criteria.map(\.standing) == [.neutral, .met, .neutral])
        #expect(found.criteria[1].evidence.count == 7)
    }

    @Test func `finds no result where nothing applied`() throws {
        let reader = try Self.reader(Self.family(), "troubled-families-2012-pbr", asAt: "2015-01-01")
        #expect(reader.finding(of: 0, reader.members[0]) == nil)
    }

    @Test func `finds no result in a child who left school`() throws {
        var world = Self.family()
        world.attendance("P1", from: "2012-09-01", to: "2012-12-20", possible: 140, unauthorised: 60)
        let reader = try Self.reader(world, "troubled-families-2012-pbr", asAt: "2015-01-01")
        #expect(reader.finding(of: 0, reader.members[0]) == nil)
        world.attendance("P1", from: "2014-01-05", to: "2014-04-01", possible: 100, unauthorised: 14)
        let back = try Self.reader(world, "troubled-families-2012-pbr", asAt: "2015-01-01")
        let found = try #require(back.finding(of: 0, back.members[0]))
        #expect(found.on == day("2014-05-01") && found.criteria[0].standing == .met)
    }

    @Test func `pays progress to work, and the difference once work lasts`() throws {
        var world = Self.family()
        world.workStatus("P2", .outOfWorkBenefit, from: "2010-01-01", to: "2013-12-31")
        world.workStatus("P2", .workProgramme, from: "2013-06-10", to: "2013-12-31")
        world.workStatus("P2", .employed, from: "2014-01-01")
        let contract = "troubled-families-2012-pbr"
        func net(_ asAt: String) throws -> Money {
            let reader = try Self.reader(world, contract, asAt: asAt)
            return Statement(reader.contract, reader.facts(), asAt: day(asAt)).net
        }
        #expect(try net("2013-06-09") == pounds(2400) && net("2013-06-10") == pounds(2500))
        // 26 weeks from 1 January are over on 2 July.
        #expect(try net("2014-07-01") == pounds(2500) && net("2014-07-02") == pounds(4000))
    }

    @Test func `pays reunification by how long it lasts`() throws {
        var world = World()
        world.family("F1")
        world.person("P1", of: "F1", born: "2006-01-01")
        world.addCase("K1", family: "F1", child: "P1", programme: "mst-fit", from: "2019-02-01")
        world.placement("P1", from: "2018-01-01", to: "2019-05-01", ceased: .e4a)
        world.placement("P1", from: "2020-08-01")
        func net(_ asAt: String) throws -> Money {
            let reader = try Self.reader(world, "rotherham-reunification", asAt: asAt)
            return Statement(reader.contract, reader.facts(), asAt: day(asAt)).sum { $0 <= .cap }
        }
        #expect(try net("2019-10-31") == .zero && net("2019-11-01") == pounds(16_000))
        #expect(try net("2020-05-01") == pounds(32_000))
        // In care again before eighteen months were over.
        #expect(try net("2021-12-01") == pounds(32_000))
    }
}
