import Foundation
import Records
import Register
import RegisterSQLite
import Synchronization
import Testing
import Values

@Suite struct BackupTests {
    @Test func `a backup is the register as it was`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let report = try file.register.backup(to: file.folder + "/copy.db")
        #expect(report.isSound && report.changes == 1)
        let copy = try Register.open(file.folder + "/copy.db", create: false, at: .start)
        #expect(try copy.records() == .family)
        #expect(try copy.latestChange() == 1)
    }

    @Test func `a backup leaves nothing else behind`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        try file.register.backup(to: file.folder + "/copy.db")
        let names = try FileManager.default.contentsOfDirectory(atPath: file.folder)
        #expect(Set(names) == ["homeward.db", "homeward.db-wal", "homeward.db-shm", "copy.db"])
    }

    @Test func `a backup can be made while others write`() async throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let register = file.register
        let isDone = Flag()
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask {
                var step = 0
                while !isDone.value.load(ordering: .relaxed) {
                    let people = (0..<20).map { child("P\(step)-\($0)") }
                    try register.record(.only { $0.people = people }, as: .test, at: .hour(step))
                    step += 1
                }
                return step
            }
            defer { isDone.value.store(true, ordering: .relaxed) }
            for number in 0..<5 {
                let path = file.folder + "/copy\(number).db"
                let (before, report) = (try register.latestChange(), try register.backup(to: path))
                #expect(report.isSound)
                #expect(try register.verify().problems == [])
                #expect((before...(try register.latestChange())).contains(report.changes))
                let copy = try Register.open(path, create: false, at: .start)
                #expect(try copy.records().facts == register.records(knownAt: report.changes).facts)
            }
        }
        #expect(try register.verify().problems == [])
    }

    @Test func `a register that is not sound is not backed up over a good copy`() throws {
        let file = try TemporaryRegister()
        try file.record(.family)
        let copy = file.folder + "/copy.db"
        try file.register.backup(to: copy)
        let good = try Data(contentsOf: URL(fileURLWithPath: copy))
        try file.tamper("UPDATE people SET surname = 'Hail'")
        #expect(throws: RegisterError.backupNotSound(problems: 2)) { try file.register.backup(to: copy) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == good)
    }

    @Test func `restoring puts the backup in place and keeps what it replaced`() throws {
        let (folder, path, copy) = try backedUp()
        let replaced = try #require(try Register.restore(from: copy, to: path))
        #expect(try Register.open(path, create: false, at: .start).records() == .family)
        let old = try Register.open(replaced, create: false, at: .start)
        #expect(try old.latestChange() == 2)
        #expect(try Register.restore(from: copy, to: folder + "/new.db") == nil)
        #expect(try Register.open(folder + "/new.db", create: false, at: .start).records() == .family)
    }

    @Test func `a damaged backup is refused and nothing is replaced`() throws {
        let (_, path, copy) = try backedUp()
        let url = URL(fileURLWithPath: copy)
        let good = try Data(contentsOf: url)
        var altered = good
        let name = try #require(altered.range(of: Data("Marlow".utf8)))
        altered.replaceSubrange(name, with: Data("Harlow".utf8))
        let damaged = [altered, good.prefix(good.count / 2), good.prefix(100), Data("no backup".utf8), Data()]
        for content in damaged {
            try content.write(to: url)
            #expect(throws: RegisterError.self) { try Register.restore(from: copy, to: path) }
            #expect(try Register.open(path, create: false, at: .start).latestChange() == 2)
        }
        #expect(throws: RegisterError.notFound(path: copy + "x")) {
            try Register.restore(from: copy + "x", to: path)
        }
    }

    @Test func `a register in use is not replaced`() throws {
        let (_, path, copy) = try backedUp()
        let user = try Register.open(path, create: false, at: .start)
        #expect(throws: RegisterError.inUse(path: path)) { try Register.restore(from: copy, to: path) }
        #expect(try user.latestChange() == 2)
    }

    @Test func `a register that cannot be read any more is replaced`() throws {
        let (_, path, copy) = try backedUp()
        var content = try Data(contentsOf: URL(fileURLWithPath: path))
        content.replaceSubrange(100..<4096, with: Data(repeating: 0xAB, count: 3996))
        try content.write(to: URL(fileURLWithPath: path))
        let replaced = try #require(try Register.restore(from: copy, to: path))
        #expect(try Register.open(path, create: false, at: .start).records() == .family)
        #expect(try Data(contentsOf: URL(fileURLWithPath: replaced)) == content)
    }

    /// A register of two changes, closed, and a backup of its first.
    private func backedUp() throws -> (folder: String, path: String, copy: String) {
        let folder = try newFolder()
        let (path, copy) = (folder + "/homeward.db", folder + "/copy.db")
        let register = try Register.open(path, create: true, at: .start)
        try register.record(.family, as: .test, at: .start)
        try register.backup(to: copy)
        try register.record(.only { $0.people = [child("P1", surname: "Hale")] }, as: .test, at: .start)
        return (folder, path, copy)
    }
}

private final class Flag: Sendable {
    let value = Atomic(false)
}
