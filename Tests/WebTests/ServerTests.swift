import Access
import Actions
import Register
import Testing
import Workshop

@testable import Web

/// The service itself, on a port that nobody else has.
@Suite(.serialized) struct `The live service` {
    /// Serves the small register while the body asks.
    private func serving(_ body: @Sendable (_ port: Int, _ cookie: String) throws -> Void) async throws {
        let tested = try TestedPages { register, folder in
            var package = SmallPackage()
            package.families = package.families.replacing("F1,", with: "F 1/é,")
            package.people = package.people.replacing(",F1,", with: ",F 1/é,")
            package.cases = package.cases.replacing(",F1,", with: ",F 1/é,")
            try register.take([package.write(to: folder)])
        }
        _ = try KeepUsers(tested.keeper.register, by: Actor("test"), cost: .cheap).add(
            KeepUsers.Entry(name: "Liv Live", signInName: "live", roles: .everything),
            password: "violet tractor nine",
            isTemporary: false,
            at: Clock.now
        )
        let cookie = "homeward=\(try tested.keeper.register.seat(.everything).secret)"
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (addresses, found) = AsyncStream.makeStream(of: String.self)
            group.addTask {
                try await WebService(tested.keeper, tested.entrance, at: ServiceAddress(port: 0)).run {
                    found.yield($0)
                }
            }
            var ready = addresses.makeAsyncIterator()
            let address = try #require(await ready.next())
            let port = try #require(Int(address.split(separator: ":").last?.prefix { $0.isNumber } ?? ""))
            #expect(address == "http://127.0.0.1:\(port)/")
            defer { group.cancelAll() }
            try body(port, cookie)
        }
    }

    @Test func `answers this machine by its own names and nobody by another`() async throws {
        try await serving { port, cookie in
            for host in ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)", "localhost"] {
                #expect(RawRequest("GET", "/", host: host, cookie: cookie).send(to: port)?.status == 200, "\(host)")
            }
            for host in [
                "evil.example", "evil.example:\(port)", "127.0.0.1.evil.example", "localhost.evil.example",
                "127.0.0.1@evil.example", "", "[::2]", "10.0.0.1",
            ] {
                let answer = try #require(
                    RawRequest("GET", "/families/F", host: host, cookie: cookie).send(to: port),
                    "\(host)"
                )
                #expect([400, 403].contains(answer.status), "\(host)")
                #expect(!answer.body.contains("families"), "\(host)")
            }
            let none = RawRequest("GET", "/", host: nil, cookie: cookie).send(to: port)
            #expect(none.map { [400, 403].contains($0.status) } != false)
        }
    }

    @Test func `sends the safe headers with every answer`() async throws {
        let safe = [
            "content-security-policy":
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'",
            "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY",
            "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=()",
        ]
        try await serving { port, cookie in
            let host = "localhost:\(port)"
            let style = "/assets/\(Assets.address("app.css"))"
            let long = "q=" + String(repeating: "a", count: 600_000)
            for (request, status) in [
                (RawRequest("GET", "/", host: host, cookie: cookie), 200),
                (RawRequest("GET", "/reports", host: host, cookie: cookie), 200),
                (RawRequest("GET", "/nowhere", host: host, cookie: cookie), 404),
                (RawRequest("GET", style, host: host, cookie: cookie), 200),
                (RawRequest("GET", "/reports/key-information?as-at=2019-02-31", host: host, cookie: cookie), 422),
                (RawRequest("POST", "/search", host: host, form: "q=maria", cookie: cookie), 200),
                (RawRequest("POST", "/search", host: host, form: long, cookie: cookie), 413),
                (RawRequest("GET", "/", host: "evil.example", cookie: cookie), 403),
            ] {
                let answer = try #require(request.send(to: port))
                #expect(answer.status == status)
                for (name, value) in safe { #expect(answer.headers[name] == value, "\(status): \(name)") }
                let isStyle = answer.headers["content-type"] == "text/css; charset=utf-8"
                #expect(
                    answer.headers["cache-control"] == (isStyle ? "public, max-age=31536000, immutable" : "no-store")
                )
                #expect(answer.headers["server"] == nil)
                #expect(answer.headers["set-cookie"] == nil)
            }
            let file = RawRequest("GET", "/reports/performance?format=csv", host: host, cookie: cookie).send(to: port)
            #expect(file?.headers["content-disposition"] == "attachment; filename=\"performance.csv\"")
        }
    }

    @Test func `reads references and questions out of encoded addresses`() async throws {
        try await serving { port, cookie in
            let host = "localhost:\(port)"
            let family = RawRequest("GET", "/families/F%201%2F%C3%A9", host: host, cookie: cookie).send(to: port)
            #expect(family?.status == 200)
            #expect(family?.body.contains("The Ashdown family") == true)
            let typed = "/reports/key-information?as-at-day=+31+&as-at-month=1&as-at-year=2019"
            #expect(
                RawRequest("GET", typed, host: host, cookie: cookie).send(to: port)?.body.contains("31 January 2019")
                    == true
            )
            let found = RawRequest("POST", "/search", host: host, form: "q=jos%C3%A9+27%2F06%2F2008", cookie: cookie)
                .send(to: port)
            #expect(found?.body.contains("/families/F%201%2F%C3%A9#person-P1") == true)
            // A search does not come by an address.
            let address = RawRequest("GET", "/search?q=maria", host: host, cookie: cookie).send(to: port)
            #expect(address?.status == 200)
            #expect(address?.body.contains("maria") == false)
        }
    }

    @Test func `gives out a cookie at sign-in, and takes no form that another site sent`() async throws {
        try await serving { port, cookie in
            let host = "localhost:\(port)"
            let page = try #require(RawRequest("GET", "/sign-in", host: host).send(to: port))
            #expect(page.status == 200 && page.headers["set-cookie"] == nil)
            let token = SeenPage(PageAnswer(bytes: Array(page.body.utf8))).text.between("value=\"", "\"").first ?? ""
            let form = "token=\(token)&sign-in-name=live&password=violet+tractor+nine"
            let elsewhere = RawRequest("POST", "/sign-in", host: host, form: form, site: "cross-site").send(to: port)
            #expect(elsewhere?.status == 403 && elsewhere?.headers["set-cookie"] == nil)
            let search = RawRequest("POST", "/search", host: host, form: "q=maria", cookie: cookie, site: "same-site")
            #expect(search.send(to: port)?.status == 403)
            let answer = try #require(
                RawRequest("POST", "/sign-in", host: host, form: form, site: "same-origin").send(to: port)
            )
            #expect(answer.status == 303 && answer.headers["location"] == "/")
            let given = try #require(answer.headers["set-cookie"])
            #expect(given.wholeMatch(of: /homeward=[a-z2-7]{52}; Path=\/; HttpOnly; SameSite=Lax/) != nil, "\(given)")
            let mine = String(given.prefix { $0 != ";" })
            #expect(RawRequest("GET", "/", host: host, cookie: mine).send(to: port)?.status == 200)
            let nowhere = RawRequest("GET", "/nowhere", host: host).send(to: port)
            #expect(nowhere?.status == 303 && nowhere?.headers["location"] == "/sign-in")
        }
    }
}
