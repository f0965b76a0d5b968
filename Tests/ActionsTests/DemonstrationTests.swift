import Actions
import Foundation
import Records
import Register
import Testing
import Workshop

@Suite struct `The demonstration register` {
    @Test func `is made whole, with a change to replay, though a start before was broken off`() throws {
        let folder = try ScratchFolder()
        let path = folder("demonstration.db")
        try folder.write("demonstration.db.part", "half")
        #expect(!OpenRegister.exists(path))
        try MakeDemonstration.register(at: path, families: 200)
        let register = try OpenRegister.open(path, create: false)
        #expect(try register.latestChange() == 12)
        #expect(try register.records().families.count == 200)
        #expect(try register.imports(limit: 10).map(\.outcome) == [.recorded, .recorded])
        #expect(try !register.differences(from: 1, to: 2, limit: 1).isEmpty)
        let keeper = try Keeper.shipped(register)
        #expect(try keeper.today() == keeper.demonstrationUntil)
        #expect(keeper.councilName != "Homeward")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".part") } == [])
    }

    @Test func `is not made where it cannot be`() throws {
        let folder = try ScratchFolder()
        #expect(throws: RegisterError.self) { try MakeDemonstration.register(at: folder("nowhere/demonstration.db")) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
}
