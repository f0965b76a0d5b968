import Access
import Actions
import Foundation
import Register
import Testing
import Workshop

@Suite struct `Serving` {
    @Test func `answers, writes nothing of anybody to its output, and stops when told`() throws {
        let homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let cookie = "homeward=\(try OpenRegister.open(homeward.register, create: false).seat(.everything).secret)"
        let port = RawRequest.freePort()
        let running = try homeward.start(["serve", "--port", "\(port)"])
        var answer: RawAnswer?
        for _ in 0..<3000 where answer == nil {
            Thread.sleep(forTimeInterval: 0.1)
            answer = RawRequest("GET", "/", host: "localhost:\(port)", cookie: cookie).send(to: port)
        }
        #expect(answer?.status == 200)
        let search = RawRequest("POST", "/search", host: "localhost:\(port)", form: "q=Ashdown", cookie: cookie).send(
            to: port
        )
        #expect(search?.body.contains("2 people found") == true)
        for address in ["/families/F1", "/families/Ashdown", "/people/P1?known-at=Ashdown", "/search?q=Ashdown"] {
            _ = RawRequest("GET", address, host: "localhost:\(port)", cookie: cookie).send(to: port)
        }
        running.process.terminate()
        let ran = try running.end()
        #expect(ran.status == 0)
        #expect(ran.out == "")
        #expect(ran.err.hasPrefix("Homeward is at http://127.0.0.1:\(port)/"), "\(ran.err)")
        for value in ["Ashdown", "José", "Maria", "P1", "F1"] { #expect(!ran.err.contains(value), "\(ran.err)") }
    }

    @Test func `prints a code where nobody can sign in yet, and shows the set-up page alone`() throws {
        let homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let port = RawRequest.freePort()
        let running = try homeward.start(["serve", "--port", "\(port)"])
        var answer: RawAnswer?
        for _ in 0..<3000 where answer == nil {
            Thread.sleep(forTimeInterval: 0.1)
            answer = RawRequest("GET", "/families/F1", host: "localhost:\(port)").send(to: port)
        }
        #expect(answer?.status == 303 && answer?.headers["location"] == "/set-up")
        let page = RawRequest("GET", "/set-up", host: "localhost:\(port)").send(to: port)
        running.process.terminate()
        let ran = try running.end()
        let lines = ran.err.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let code = lines.first { $0.wholeMatch(of: /[a-z2-7]{4}(-[a-z2-7]{4}){3}/) != nil }
        #expect(code != nil, "\(ran.err)")
        #expect(page?.status == 200 && code.map { page?.body.contains($0) == false } == true)
        let attributes = try FileManager.default.attributesOfItem(atPath: homeward.register + ".key")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test func `listens elsewhere only under a public address, and once somebody can sign in`() throws {
        let homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let open = try homeward("serve", "--host", "0.0.0.0")
        #expect(open.status == 2 && open.err.contains("--public-address"), "\(open.err)")
        let unclaimed = try homeward("serve", "--public-address", "https://families.example.gov.uk")
        #expect(unclaimed.status == 2 && unclaimed.err.contains("Nobody can sign in yet"), "\(unclaimed.err)")
    }

    @Test func `says when the port is taken`() throws {
        let homeward = try Homeward()
        _ = try homeward("import", SmallPackage().write(to: homeward.folder))
        let port = RawRequest.freePort()
        let first = try homeward.start(["serve", "--port", "\(port)"])
        for _ in 0..<3000 where RawRequest("GET", "/", host: "localhost:\(port)").send(to: port) == nil {
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
