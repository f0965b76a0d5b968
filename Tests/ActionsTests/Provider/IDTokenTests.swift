import Testing
import Workshop

@testable import Actions

@Suite struct `A provider's token` {
    private static let now: Int64 = 1_800_000_000
    private static let expected = IDToken.Expected(
        issuer: TestedProvider.issuer,
        clientID: TestedProvider.client,
        nonce: "n-1",
        askedAt: now - 60
    )

    private func read(
        keys: [UInt8] = TestedProvider.keyList("first", "curve"),
        at time: Int64 = now,
        _ change: (inout TestedProvider.Wanted) -> Void = { _ in }
    ) async throws -> IDToken {
        var wanted = TestedProvider.Wanted()
        change(&wanted)
        let token = try TestedProvider.token(wanted, nonce: "n-1", at: Self.now)
        return try await read(token, keys: keys, at: time)
    }

    private func read(
        _ token: String,
        keys: [UInt8] = TestedProvider.keyList("first", "curve"),
        at time: Int64 = now
    ) async throws -> IDToken {
        let keys = try #require(ProviderKey.read(keys))
        return try await IDToken(token, keys: keys, expected: Self.expected, now: time)
    }

    @Test(arguments: [
        (TestedProvider.Signing.rs256, "first"), (.ps256, "first"), (.es256, "curve"),
    ])
    func `is taken where the provider has signed it`(signing: TestedProvider.Signing, key: String) async throws {
        let token = try await read {
            $0.signing = signing
            $0.keyName = key
        }
        #expect(token.claims.subject == "248289761001")
        #expect(token.claims.texts["preferred_username"] == "sam")
    }

    @Test func `need not name its key where there is one alone`() async throws {
        let one = TestedProvider.keyList("first")
        _ = try await read(keys: one) { $0.keyName = nil }
        await #expect(throws: IDToken.Fault.unknownKey) {
            try await read(keys: TestedProvider.keyList("first", "second")) { $0.keyName = nil }
        }
    }

    @Test(arguments: [
        (TestedProvider.Signing.none, IDToken.Fault.algorithm), (.hs256, .algorithm), (.another, .signature),
        // A key of the other kind than the token says.
        (.es256, .unknownKey),
    ])
    func `is refused where the provider has not signed it`(
        signing: TestedProvider.Signing,
        fault: IDToken.Fault
    ) async throws {
        await #expect(throws: fault) { try await read { $0.signing = signing } }
    }

    @Test func `is refused where its key is not the provider's`() async throws {
        await #expect(throws: IDToken.Fault.unknownKey) { try await read { $0.keyName = "unknown" } }
        await #expect(throws: IDToken.Fault.unknownKey) { try await read(keys: Array("{\"keys\":[]}".utf8)) }
    }

    @Test(arguments: ["crit", "b64"])
    func `is refused where it says what must be understood and is not`(name: String) async throws {
        let isTaken = (try? await read { $0.header[name] = "exp" }) != nil
        #expect(isTaken == (name == "b64"))
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fault: IDToken.Fault?
        let change: @Sendable (inout TestedProvider.Wanted) -> Void

        init(
            _ name: String,
            _ fault: IDToken.Fault?,
            _ change: @escaping @Sendable (inout TestedProvider.Wanted) -> Void
        ) {
            testDescription = name
            self.fault = fault
            self.change = change
        }
    }

    static let changes = [
        Change("another issuer", .issuer) { $0.issuer = "https://login.example.org" },
        Change("the issuer with a slash", .issuer) { $0.issuer += "/" },
        Change("another audience", .audience) { $0.audience = ["others"] },
        Change("no audience", .audience) { $0.audience = [] },
        Change("several audiences, made for nobody in particular", .party) { $0.audience = ["homeward", "others"] },
        Change("several audiences, made for another", .party) {
            $0.audience = ["homeward", "others"]
            $0.party = "others"
        },
        Change("one audience, made for another", .party) { $0.party = "others" },
        Change("several audiences, made for this service", nil) {
            $0.audience = ["others", "homeward"]
            $0.party = "homeward"
        },
        Change("another nonce", .nonce) { $0.nonce = "n-2" },
        Change("expired", .expired) { $0.expiresIn = -IDToken.leeway },
        Change("expired within the clocks' difference", nil) { $0.expiresIn = 1 - IDToken.leeway },
        Change("made before it was asked for", .issuedAt) { $0.issuedIn = -60 - IDToken.leeway },
        Change("made in the future", .issuedAt) { $0.issuedIn = IDToken.leeway },
        Change("made just now by a clock that is ahead", nil) { $0.issuedIn = IDToken.leeway - 1 },
        Change("of nobody", .subject) { $0.subject = "" },
        Change("of a name too long", .subject) { $0.subject = String(repeating: "9", count: 256) },
    ]

    @Test(arguments: changes)
    func `is taken by what it says`(_ change: Change) async throws {
        if let fault = change.fault {
            await #expect(throws: fault) { try await read(change.change) }
        } else {
            _ = try await read(change.change)
        }
    }

    @Test func `is refused where anything of it was changed`() async throws {
        let token = try TestedProvider.token(TestedProvider.Wanted(), nonce: "n-1", at: Self.now)
        _ = try await read(token)
        let parts = token.split(separator: ".").map(String.init)
        // The last letter of a part may carry bits that mean nothing.
        for (part, text) in parts.enumerated() {
            for place in stride(from: 0, to: text.count - 1, by: 29) {
                var letters = Array(text)
                letters[place] = letters[place] == "A" ? "B" : "A"
                var changed = parts
                changed[part] = String(letters)
                let isTaken = (try? await read(changed.joined(separator: "."))) != nil
                #expect(!isTaken, "part \(part), letter \(place)")
            }
        }
        for text in ["", ".", "..", "a.b.c", parts[0], "\(parts[0]).\(parts[1]).", "\(token).\(parts[2])"] {
            await #expect(throws: IDToken.Fault.self) { try await read(text) }
        }
    }

    @Test func `is signed by no key that is too short, or no key`() async throws {
        for list in [
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"first\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
            "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"first\",\"n\":\"!\",\"e\":\"!\"}]}",
        ] {
            await #expect(throws: IDToken.Fault.signature) { try await read(keys: Array(list.utf8)) }
        }
        #expect(ProviderKey.read(Array("[]".utf8)) == nil)
        let other =
            "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AQAB\"},{\"kty\":\"RSA\",\"use\":\"enc\",\"n\":\"AQAB\",\"e\":\"AQAB\"},{}]}"
        #expect(ProviderKey.read(Array(other.utf8)) == [])
    }
}
