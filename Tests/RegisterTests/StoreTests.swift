import Dispatch
import Foundation
import Records
import Register
import RegisterSQLite
import Synchronization
import Testing
import Values

/// One writer and many readers of one file.
@Suite struct `The store` {
    private let file: TemporaryRegister

    init() throws {
        file = try TemporaryRegister()
        try file.record(.family)
    }

    /// 2 is FULL: the log is on the disk before a change is acknowledged, so that a power cut takes back none.
    @Test func `puts every change on the disk before it is acknowledged`() throws {
        #expect(try file.register.store.write { try $0.number("PRAGMA synchronous") } == 2)
        #expect(try file.another().store.write { try $0.number("PRAGMA synchronous") } == 2)
    }

    @Test func `overwrites what is deleted`() throws {
        #expect(try file.register.store.write { try $0.number("PRAGMA secure_delete") } == 1)
    }

    @Test func `reads within a read are of the same picture, and the next is of the newest`() throws {
        let register = file.register
        try register.atOnce {
            let before = try register.latestChange()
            try file.record(.only { $0.people = [child("P1", surname: "Hale")] })
            #expect(try register.latestChange() == before)
            let person = try register.atOnce { try register.held(Person.self, key: "P1") }
            #expect(person?.record.surname != "Hale")
        }
        #expect(try register.held(Person.self, key: "P1")?.record.surname == "Hale")
    }

    @Test func `a read within a read of another register is of that one`() throws {
        let other = try TemporaryRegister()
        let (there, here) = try file.register.atOnce {
            (try other.register.latestChange(), try file.register.latestChange())
        }
        #expect(there == 0 && here == 1)
    }

    @Test func `a read that fails gives its reader back`() throws {
        struct Refusal: Error {}
        for _ in 0..<100 {
            #expect(throws: Refusal.self) { let _: Int = try file.register.atOnce { throw Refusal() } }
        }
        #expect(try file.register.latestChange() == 1)
    }

    @Test func `many threads read while one writes, and each sees whole changes`() throws {
        let register = file.register
        let failures = Mutex(0)
        let group = DispatchGroup()
        for _ in 0..<12 {
            DispatchQueue.global().async(group: group) {
                for _ in 0..<40 {
                    let isWhole = try? register.atOnce {
                        let change = try register.latestChange()
                        let surname = try register.held(Person.self, key: "P1")?.record.surname
                        return change == 1 || surname == "Hale \(change)"
                    }
                    if isWhole != true { failures.withLock { $0 += 1 } }
                }
            }
        }
        for change in 2..<12 { try file.record(.only { $0.people = [child("P1", surname: "Hale \(change)")] }) }
        group.wait()
        #expect(failures.withLock { $0 } == 0)
    }

    @Test func `a list of values is asked for in few lengths, each value once`() throws {
        let people = (1...700).map { child("X\($0)", surname: "Hale") }
        try file.record(.only { $0.people = people })
        let ids = people.map(\.id.text)
        for count in [0, 1, 3, 512, 513, 700] {
            let asked = Array(ids.prefix(count)) + ids.prefix(count)
            #expect(try file.register.held(Person.self, where: "person_id", isAnyOf: asked).count == count)
        }
    }
}
