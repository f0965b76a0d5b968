import Actions
import Register
import Testing

@testable import Web

@Suite struct `The search page` {
    private let tested: TestedPages

    init() throws {
        tested = try TestedPages.small()
    }

    @Test func `finds people and leads to their place on the family's page`() throws {
        let seen = try tested(.find, form: ["q": " jose "])
        #expect(seen.status == 200)
        seen.expectSound()
        #expect(seen.text.contains("1 person found"))
        #expect(seen.anchors.contains { $0.address == "/families/F1#person-P1" && $0.words.contains("José") })
    }

    @Test func `says when nobody is found, and what to try`() throws {
        let seen = try tested(.find, form: ["q": "Nobody Atall"])
        #expect(seen.status == 200)
        #expect(seen.text.contains("Nobody found"))
        #expect(seen.text.contains("Check the spelling, or search with fewer words."))
    }

    @Test(arguments: [
        ("", "Enter a name, date of birth, postcode or reference"),
        ("   ", "Enter a name, date of birth, postcode or reference"),
        (String(repeating: "é", count: 201), "What you search for must be 200 characters or fewer"),
    ])
    func `says what to put right`(text: String, words: String) throws {
        let seen = try tested(.find, form: ["q": text])
        #expect(seen.status == 422)
        seen.expectSound()
        #expect(seen.anchors.contains { $0.address == "#field-q" && $0.words.contains(words) })
    }

    @Test func `takes 200 characters, however they are written`() throws {
        #expect(try tested(.find, form: ["q": String(repeating: "é", count: 200)]).status == 200)
    }

    @Test func `keeps what was asked out of every address and logs that somebody searched`() throws {
        let seen = try tested(.find, form: ["q": "Ashdown"])
        #expect(seen.text.contains("method=\"post\""))
        for link in seen.links { #expect(!link.contains("Ashdown")) }
        let read = try #require(try tested.keeper.register.reads(ofRecord: "", in: "people", limit: 1).first)
        #expect(read.what == "search, 2 found")
    }

    @Test(arguments: [
        ("q=a+b", ["q": "a b"]), ("q=%C3%A9", ["q": "é"]), ("q", ["q": ""]), ("", [:]), ("q=1&q=2", ["q": "2"]),
        ("q=%", ["q": "%"]), ("q=%4", ["q": "%4"]), ("q=%zz", ["q": "%zz"]), ("q=a=b", ["q": "a=b"]), ("&&", [:]),
        ("q=%FF", ["q": "\u{FFFD}"]), ("q=%+1", ["q": "% 1"]),
    ])
    func `reads what a form sends`(text: String, values: [String: String]) {
        #expect(FormText.read(text) == values)
    }
}
