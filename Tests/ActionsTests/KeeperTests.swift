import Actions
import Records
import Register
import Report
import Testing
import Values
import Workshop

@Suite struct `The keeper` {
    /// A picture that is kept does not notice that the rows below it are gone.
    @Test func `keeps the picture taken last, however old its change, and the latest`() throws {
        let folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        for year in 2019...2023 {
            var package = SmallPackage()
            package.placements = package.placements.replacing("2018-09-01,,", with: "2018-09-01,\(year)-01-01,")
            try register.take([package.write(to: folder)])
        }
        let keeper = try Keeper.shipped(register)
        for change in [5, 4, 3, 2, 1] { _ = try keeper.picture(knownAt: change) }
        try register.store.write { try $0.run("DELETE FROM people") }
        #expect(try keeper.picture(knownAt: 1).ground.snapshot.people.count == 2)
        #expect(try keeper.picture(knownAt: 5).ground.snapshot.people.count == 2)
        #expect(try keeper.picture(knownAt: 4).ground.snapshot.people.isEmpty)
    }

    @Test func `lets go of what was known of somebody who is erased`() throws {
        let folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        var package = SmallPackage()
        try register.take([package.write(to: folder)])
        package.placements = package.placements.replacing("2018-09-01,,", with: "2018-09-01,2019-01-01,")
        try register.take([package.write(to: folder)])
        let keeper = try Keeper.shipped(register)
        func births(knownAt change: Int) throws -> Int {
            try keeper.picture(knownAt: change).ground.snapshot.people.count { $0.bornOn != nil }
        }
        #expect(try births(knownAt: 1) == 2 && births(knownAt: 2) == 2)
        try register.erase(
            person: Identifier("P1"),
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Erasure"),
            at: Clock.now
        )
        #expect(try births(knownAt: 1) == 1 && births(knownAt: 2) == 1)
    }

    @Test func `finds people as they stand now`() throws {
        let folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        let keeper = try Keeper.shipped(register)
        func found(_ text: String) throws -> [String] { try keeper.search().find(text).people.map(\.personID) }
        #expect(try found("maria") == [])
        var package = SmallPackage()
        try register.take([package.write(to: folder)])
        #expect(try found("maria") == ["P2"] && found("zz98zz") == ["P1", "P2"])
        package.people = package.people.replacing("Maria", with: "Mina")
        package.families = package.families.replacing("ZZ9 8ZZ", with: "ZZ9 7ZZ")
        try register.take([package.write(to: folder)])
        #expect(try found("maria") == [] && found("mina") == ["P2"] && found("zz98zz") == [])
        try register.erase(
            person: Identifier("P2"),
            as: ChangeDraft(actor: "test", purpose: "test", summary: "Erasure"),
            at: Clock.now
        )
        #expect(try found("mina") == [])
    }

    /// The index is made of people and families alone.
    @Test func `does not read people again for a change to other records`() throws {
        let folder = try ScratchFolder()
        let register = try Register.scratch(in: folder)
        var package = SmallPackage()
        try register.take([package.write(to: folder)])
        let keeper = try Keeper.shipped(register)
        #expect(try keeper.search().find("maria").count == 1)
        package.placements = package.placements.replacing("2018-09-01,,", with: "2018-09-01,2019-01-01,")
        try register.take([package.write(to: folder)])
        #expect(try register.latestChange() == 2)
        try register.store.write { try $0.run("DELETE FROM people") }
        #expect(try keeper.search().find("maria").count == 1)
    }
}
