import Foundation
import Records
import Register
import Testing
import Workshop

/// An import is killed again and again, wherever it happens to be: nothing is half imported, and what was said to be
/// done is there.
@Suite(.serialized) struct `A killed import` {
    private static let kills = 33
    private let homeward: Homeward
    private let package: String
    private let many = ManyRows(families: 1000)

    init() throws {
        homeward = try Homeward()
        package = try many.write(to: homeward.folder)
        try FileManager.default.createDirectory(atPath: homeward.folder("work"), withIntermediateDirectories: true)
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
    }

    private var work: String { homeward.folder("work/homeward.db") }

    /// Puts the register as it was before the import where it is worked on.
    private func startAgain() throws {
        for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: work + ending)
            let original = homeward.register + ending
            guard FileManager.default.fileExists(atPath: original) else { continue }
            try FileManager.default.copyItem(atPath: original, toPath: work + ending)
        }
    }

    @Test func `leaves the register before it or after it, never between`() throws {
        try startAgain()
        let start = ContinuousClock.now
        #expect(try homeward("import", package, "--register", work).out.contains("Imported as change 2."))
        var whole = start.duration(to: .now) / .seconds(1)
        let after = try rows()
        try startAgain()
        var kills = 0
        for _ in 0..<200 where kills < Self.kills {
            let running = try homeward.start(["import", package, "--register", work])
            // Spread over the whole of the import, to its very end.
            let part = (Double(kills) + Double.random(in: 0..<1)) / Double(Self.kills)
            Thread.sleep(forTimeInterval: whole * part)
            running.kill()
            let ran = try running.end()
            if ran.status == -SIGKILL { kills += 1 } else { whole *= 0.9 }
            try expectWhole(ran, after, "killed after \(part) of an import")
        }
        #expect(kills == Self.kills)
        let last = try homeward("import", package, "--register", work)
        #expect(last.out.contains("Imported as change 2."), "\(last.out)")
        #expect(try homeward("verify", "--register", work).status == 0)
        #expect(try rows() == after)
    }

    /// The register is as before the import or as after it; where it is as after, it is put back.
    private func expectWhole(_ ran: Homeward.Ran, _ after: [Int], _ comment: Comment) throws {
        let register = try OpenedRegister(work).register
        let change = try register.latestChange()
        #expect(try register.verify().isSound, comment)
        #expect(change == 1 || change == 2, comment)
        if ran.status >= 0 || ran.out.contains("Imported as change 2.") { #expect(change == 2, comment) }
        #expect(try register.imports(limit: 10).count == change, comment)
        #expect(try rows() == (change == 2 ? after : [1, 2, 1, 1]), comment)
        if change == 2 { try startAgain() }
    }

    private func rows() throws -> [Int] {
        let records = try OpenedRegister(work).register.records()
        return [records.families.count, records.people.count, records.cases.count, records.placements.count]
    }
}
