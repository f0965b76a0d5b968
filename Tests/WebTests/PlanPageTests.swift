import Testing

@testable import Web

@Suite struct `Pages of financial plans` {
    private let tested: TestedPages
    private let plan = ["id": "rotherham-mst-fit"]

    init() throws {
        tested = try TestedPages.small()
    }

    @Test func `list the plans with what each saves`() throws {
        let seen = try tested(.plans)
        #expect(seen.text.contains("£11,807,625"))
        #expect(seen.links.contains("/plans/rotherham-mst-fit"))
    }

    @Test func `show every amount, and open it`() throws {
        let seen = try tested(.plan, plan)
        for words in [
            "18,376,250", "\u{2212}3,721,250", "\u{2212}11,807,625", "Does not come out", "Ways to pay for it",
        ] {
            #expect(seen.text.contains(words), "\(words)")
        }
        let links = seen.links.filter { $0.hasPrefix("/plans/rotherham-mst-fit/") }
        #expect(links.count > 80)
        let address = try #require(links.first { $0.contains("/revised?") && $0.contains("2023") })
        let opened = try tested.follow(address)
        #expect(opened.status == 200)
        for words in ["£18,376,250", "R05, Out of authority residential", "Placements: original forecast"] {
            #expect(opened.text.contains(words), "\(words)")
        }
    }

    @Test func `show other ways to pay`() throws {
        let bond = try tested(.plan, plan, query: ["option": "social-impact-bond"])
        #expect(bond.status == 200)
        #expect(bond.text.contains("Return to investors"))
        #expect(try tested(.plan, plan, query: ["option": "luck"]).status == 404)
        let nothing = try tested(.plan, plan, query: ["option": "do-nothing"])
        #expect(nothing.status == 200)
        nothing.expectSound()
    }

    @Test(arguments: [["year": "2050/51"], ["year": "soon"], ["option": "luck"]])
    func `do not open what is not there`(query: [String: String]) throws {
        let asked = ["id": "rotherham-mst-fit", "name": "revised"]
        #expect(try tested(.planLine, asked, query: query).status == 404)
    }

    @Test(arguments: ["csv", "json", "html"]) func `can be taken away`(format: String) throws {
        let seen = try tested(.plan, plan, query: ["format": format])
        #expect(seen.status == 200)
        #expect(seen.answer.fileName == "rotherham-mst-fit.\(format)")
    }
}
