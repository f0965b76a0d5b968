import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

/// Records whose every text tries to be markup.
@Suite struct `Hostile records` {
    private static let forename = "<script>alert(1)</script>"
    private static let surname = "\" onmouseover=\"alert(2)"
    private static let familyName = "'><img src=x onerror=alert(3)>&amp;"
    private static let marks = [
        "<script", "<img", "onmouseover=\"", "onerror=alert(3)>", "javascript:", "&amp;amp;amp",
    ]

    private let tested: TestedPages

    init() throws {
        tested = try TestedPages { register, folder in
            var records = RecordSet()
            let day = Day(iso: "2018-01-10") ?? .earliest
            records.families = [Family(id: Identifier("F/1 \"<&?#"), name: Self.familyName, postcode: "<b>")]
            records.people = [
                Person(
                    id: Identifier("P\"><1"),
                    familyID: Identifier("F/1 \"<&?#"),
                    forename: Self.forename,
                    surname: Self.surname,
                    role: .child
                )
            ]
            records.cases = [
                Case(
                    id: Identifier("K<1>"),
                    familyID: Identifier("F/1 \"<&?#"),
                    personID: Identifier("P\"><1"),
                    programme: "mst\"><script>",
                    startedOn: day
                )
            ]
            records.events = [
                Event(
                    id: Identifier("E1"),
                    personID: Identifier("P\"><1"),
                    kind: .offence,
                    on: day,
                    source: "<script>"
                )
            ]
            records.goals = [
                Goal(
                    id: Identifier("G1"),
                    caseID: Identifier("K<1>"),
                    title: "<script>alert(4)</script>",
                    setOn: day,
                    outcome: .open
                )
            ]
            try register.record(
                records,
                as: ChangeDraft(actor: "<script>", purpose: "test", summary: "<img src=x>"),
                at: Timestamp(seconds: 0),
                import: ImportEntry(
                    files: [ImportEntry.File(file: "<script>.csv", table: "people", rows: 1)],
                    problems: """
                        [{"file":"<script>","table":"x","rule":"<img>","severity":"error","message":"<script>"}]
                        """
                )
            )
            try register.set("council", to: "<script>Council</script>")
        }
    }

    private func expectHarmless(_ seen: SeenPage, _ address: String) {
        seen.expectSound(address)
        for mark in Self.marks { #expect(!seen.text.contains(mark), "\(mark) on \(address)") }
    }

    @Test func `are text on every page`() throws {
        var waiting = ["/", "/definitions"]
        var seenBefore: Set<String> = []
        while let address = waiting.popLast(), seenBefore.count < 400 {
            guard seenBefore.insert(address).inserted else { continue }
            let seen = try tested.follow(address)
            #expect(seen.status == 200, "\(address)")
            guard seen.isPage else { continue }
            expectHarmless(seen, address)
            waiting += seen.links.filter { $0.hasPrefix("/") && !$0.hasPrefix("/assets/") }
                .map { String($0.prefix { $0 != "#" }) }
        }
        #expect(seenBefore.contains { $0.hasPrefix("/families/") }, "the family is reached through its odd reference")
        #expect(seenBefore.contains { $0.hasPrefix("/imports/1") })
    }

    @Test func `are told as they are on the family's page`() throws {
        let seen = try tested(.family, ["id": "F/1 \"<&?#"])
        #expect(seen.status == 200)
        #expect(seen.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(seen.text.contains("&lt;img src=x onerror=alert(3)&gt;&amp;amp;"))
        #expect(seen.text.contains("&lt;script&gt;Council&lt;/script&gt;"))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)", "&lt;b&gt;", "a\u{0}b",
        "%3Cscript%3E", "\u{202E}evil", "K<1>",
    ])
    func `a search gives back what was typed as text`(typed: String) throws {
        let seen = try tested(.find, form: ["q": typed])
        #expect([200, 422].contains(seen.status))
        expectHarmless(seen, typed)
        #expect(!seen.text.contains(" onfocus='"))
    }

    @Test func `an address gives back what was asked as text`() throws {
        let hostile = "\"><script>alert(1)</script>"
        for (route, parameters, query) in [
            (Route.report, ["name": hostile], [:]), (.figure, ["name": "key-information", "id": hostile], [:]),
            (.report, ["name": "key-information"], ["as-at-day": hostile, "as-at-month": "1", "as-at-year": "2019"]),
            (.report, ["name": "key-information"], ["programme": hostile]),
            (.report, ["name": "key-information"], ["known-at": hostile]),
            (.report, ["name": "intelligence"], ["criteria": hostile]),
            (.comparison, ["name": "key-information"], ["since": hostile]),
            (.dataQuality, [:], ["rule": hostile]), (.imports, [:], ["before": hostile]),
            (.family, ["id": hostile], [:]), (.importEntry, ["id": hostile], [:]),
        ] as [(Route, [String: String], [String: String])] {
            expectHarmless(try tested(route, parameters, query: query), "\(route) \(parameters) \(query)")
        }
    }
}
