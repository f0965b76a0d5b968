import Actions
import Records
import Register
import Report
import Testing
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
}
