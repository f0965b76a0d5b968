import Foundation
import Testing
import Workshop

@Suite struct `Serving` {
    @Test func `answers, writes nothing of anybody to its output, and stops when told`() throws {
        let homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let port = RawRequest.freePort()
        let running = try homeward.start(["serve", "--port", "\(port)"])
        var answer: RawAnswer?
        for _ in 0..<300 where answer == nil {
            Thread.sleep(forTimeInterval: 0.1)
            answer = RawRequest("GET", "/", host: "localhost:\(port)").send(to: port)
        }
        #expect(answer?.status == 200)
        let search = RawRequest("POST", "/search", host: "localhost:\(port)", form: "q=Ashdown").send(to: port)
        #expect(search?.body.contains("2 people found") == true)
        for address in ["/families/F1", "/families/Ashdown", "/people/P1?known-at=Ashdown", "/search?q=Ashdown"] {
            _ = RawRequest("GET", address, host: "localhost:\(port)").send(to: port)
        }
        running.process.terminate()
        let ran = try running.end()
        #expect(ran.status == 0)
        #expect(ran.out == "")
        #expect(ran.err.hasPrefix("Homeward is at http://127.0.0.1:\(port)/"), "\(ran.err)")
        for value in ["Ashdown", "José", "Maria", "P1", "F1"] { #expect(!ran.err.contains(value), "\(ran.err)") }
    }

    @Test func `says when the port is taken`() throws {
        let homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let port = RawRequest.freePort()
        let first = try homeward.start(["serve", "--port", "\(port)"])
        for _ in 0..<300 where RawRequest("GET", "/", host: "localhost:\(port)").send(to: port) == nil {
            Thread.sleep(forTimeInterval: 0.1)
        }
        let ran = try homeward("serve", "--port", "\(port)")
        first.process.terminate()
        _ = try first.end()
        #expect(ran.status == 3)
        #expect(ran.out == "")
        #expect(ran.err.contains("Port \(port) is in use"), "\(ran.err)")
    }
}
