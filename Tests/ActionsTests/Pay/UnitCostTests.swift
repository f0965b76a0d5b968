import Actions
import Records
import Register
import Report
import Testing
import Values
import Workshop

/// What a service cost by what came of it, on a register of one family.
@Suite struct `Actual unit costs` {
    private let folder: ScratchFolder
    private let keeper: Keeper

    init() throws {
        folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        try folder.write(
            "package/costs.csv",
            """
            cost_id,programme,organisation_id,from,to,amount,heading
            C1,mst,,2018-01-01,2018-12-31,36500,Staff
            C2,mst,,2018-06-01,2018-06-30,300.01,
            C3,fft,,2018-01-01,2018-12-31,99999,Staff

            """
        )
        try folder.write(
            "package/contacts.csv",
            """
            contact_id,case_id,on,minutes,kind,direct,attendance,worker_id
            T1,K1,2018-01-20,90,home_visit,true,attended,
            T2,K1,2018-02-20,30,phone,false,,
            T3,K1,2018-03-20,,home_visit,true,attended,
            T4,K1,2018-07-20,600,home_visit,true,attended,

            """
        )
        try register.take([SmallPackage().write(to: folder)])
        keeper = try Keeper.shipped(register)
    }

    private func costs(_ from: String, _ to: String, knownAt change: Int? = nil) throws -> ActualUnitCosts {
        let (first, last) = try (#require(Day(iso: from)), #require(Day(iso: to)))
        let period = try #require(Period(from: first, to: last))
        return try UnitCostDocument(keeper, "mst", during: period, knownAt: change).costs
    }

    /// January to June: 181 of 365 days of the year's £36,500, and £300.01 of June.
    @Test func `take every cost of the programme by its days`() throws {
        let costs = try costs("2018-01-01", "2018-06-30")
        #expect(costs.parts.map(\.amount) == [Money(pence: 30_001), Money(pence: 1_810_000)])
        #expect(costs.total == Money(pence: 1_840_001) && costs.contactsWithoutMinutes == 1)
        #expect(costs.headings.map(\.heading) == [nil, "Staff"])
        let found = Dictionary(costs.units.map { ($0.id, costs.cost(of: $0)?.pence) }, uniquingKeysWith: { $1 })
        #expect(found["family"] == 1_840_001 && found["child"] == 1_840_001)
        // An hour and a half with the family, two hours in all; half a penny is rounded up.
        #expect(found["direct_hour"] == 1_226_667 && found["hour"] == 920_001)
        #expect(found["completed"] == 1_840_001 && found["home_close"] == 1_840_001)
        #expect(found["home_6"] == .some(nil))
    }

    @Test func `are the same by their parts as by the whole year's, but for rounding`() throws {
        let halves = try [costs("2018-01-01", "2018-05-17"), costs("2018-05-18", "2018-12-31")]
        let whole = try costs("2018-01-01", "2018-12-31").total
        #expect(abs(halves.reduce(0) { $0 + $1.total.pence } - whole.pence) <= 2)
        #expect(whole == Money(pence: 3_680_001))
        #expect(try costs("2019-01-01", "2019-12-31").parts.isEmpty)
    }

    @Test func `can be had as they were known`() throws {
        let change = try keeper.register.latestChange()
        try folder.write("later/costs.csv", "cost_id,programme,from,to,amount\nC4,mst,2018-06-01,2018-06-30,700\n")
        try keeper.register.take([folder("later")])
        #expect(try costs("2018-06-01", "2018-06-30").total == Money(pence: 30_001 + 300_000 + 70_000))
        #expect(try costs("2018-06-01", "2018-06-30", knownAt: change).total == Money(pence: 30_001 + 300_000))
    }
}
