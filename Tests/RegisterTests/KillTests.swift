import Foundation
import Records
import Register
import RegisterSQLite
import Testing
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program that records change after change is killed at any moment, many times.
@Suite(.serialized) struct KillTests {
    @Test func `no acknowledged change is lost and none is half there`() async throws {
        var random = SeededGenerator(seed: 11)
        let folder = try newFolder()
        let (path, log) = (folder + "/homeward.db", folder + "/acknowledged")
        _ = try Register.open(path, create: true, at: .start)
        for _ in 0..<32 {
            let delay = UInt32.random(in: 0...60_000, using: &random)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, log = log as String, delay = delay as UInt32] in
                try recordUntilKilled(path, log: log, after: delay)
            }
            let register = try Register.open(path, create: false, at: .start)
            let latest = try register.latestChange()
            let acknowledged = try acknowledged(log)
            #expect((acknowledged...acknowledged + 1).contains(latest))
            #expect(try register.changes(limit: .max).allSatisfy { $0.written == rowsOfStep })
            #expect(try register.verify().problems == [])
        }
        #expect(try acknowledged(log) > 0)
        let register = try Register.open(path, create: false, at: .start)
        for change in try register.changes(limit: .max) {
            #expect(try register.records(knownAt: change.number).families.first?.name == "\(change.number)")
        }
    }

    @Test func `a first import is there whole or not at all`() async throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<10 {
            let path = try newFolder() + "/homeward.db"
            let delay = UInt32.random(in: 0...900_000, using: &random)
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
                let register = try Register.open(path, create: true, at: .start)
                killThisProcess(after: delay)
                try register.record(firstImport(), as: .test, at: .start)
                sleep(5)
            }
            let register = try Register.open(path, create: false, at: .start)
            let change = try register.latestChange()
            #expect(try register.records() == (change == 0 ? RecordSet() : firstImport()))
            #expect(try register.verify().problems == [])
            #expect(try register.record(firstImport(), as: .test, at: .start).change == (change == 0 ? 1 : nil))
        }
    }

    private func acknowledged(_ log: String) throws -> Int {
        guard FileManager.default.fileExists(atPath: log) else { return 0 }
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        return lines.last.flatMap { Int($0) } ?? 0
    }
}

private let people = 20
private let rowsOfStep = people + 1

/// Records steps one after the other and writes each change's number to a file once it has been acknowledged.
private func recordUntilKilled(_ path: String, log: String, after delay: UInt32) throws {
    let register = try Register.open(path, create: false, at: .start)
    let file = open(log, O_WRONLY | O_APPEND | O_CREAT, 0o644)
    killThisProcess(after: delay)
    while true {
        let step = try register.latestChange() + 1
        let records = RecordSet.only {
            $0.families = [Family(id: Identifier("F1"), name: "\(step)")]
            $0.people = (0..<people).map { child("P\(step % 3)-\($0)", surname: "\(step)") }
        }
        let change = try register.record(records, as: .test, at: .hour(step)).change ?? 0
        let line = Array("\(change)\n".utf8)
        _ = write(file, line, line.count)
    }
}

private func firstImport() -> RecordSet {
    .only {
        $0.families = [Family(id: Identifier("F1"))]
        $0.people = (0..<11_000).map { child("P\($0)") }
    }
}

private func killThisProcess(after microseconds: UInt32) {
    Thread.detachNewThread {
        usleep(microseconds)
        kill(getpid(), SIGKILL)
    }
}
