import Access
import Actions
import Foundation
import Pay
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `Pages of contracts` {
    private static let id = ["id": "priority-families-demonstration"]
    private let tested: TestedPages

    init() throws {
        tested = try TestedPages { register, folder in
            var package = SmallPackage()
            package.cases = package.cases.replacing("2018-01-10,2018-06-10", with: "2024-01-10,2024-06-10")
            try register.take([package.write(to: folder)])
        }
    }

    @Test func `list every contract, and say each in words`() throws {
        let list = try tested(.contracts)
        for contract in tested.keeper.definitions.contracts {
            #expect(list.links.contains("/contracts/\(contract.id)"))
            let seen = try tested(.contract, ["id": contract.id])
            #expect(seen.status == 200, "\(contract.id)")
            seen.expectSound(contract.id)
        }
        let essex = try tested(.contract, ["id": "essex-care-days"])
        for words in [
            "£74.70 for each night out of care", "At most £7,210,000 per contract.", "What had to be assumed",
        ] {
            #expect(essex.text.contains(words), "\(words)")
        }
    }

    @Test func `open each line onto its member and the records`() throws {
        let seen = try tested(.contract, Self.id)
        let link = try #require(seen.links.first { $0.contains("/members/F1") })
        let member = try tested.follow(link)
        #expect(member.status == 200)
        for words in ["Fee for each family that starts", "£800", "the case was completed", "cases K1"] {
            #expect(member.text.contains(words), "\(words)")
        }
        #expect(!member.text.contains("Ashdown"))
        member.expectSound()
    }

    @Test func `take a claim from the record to its look-up`() throws {
        let page = try tested(.claims, Self.id)
        page.expectSound()
        #expect(page.text.contains("Enter a claim for all of these"))
        let token = try #require(page.text.between("name=\"token\" value=\"", "\"").first)
        let entered = try tested(.enterClaim, Self.id, form: ["token": token, "as-at": "2024-09-30"])
        #expect(entered.status == 303 && entered.answer.location == "/claims/priority-families-demonstration-1")
        let number = ["id": "priority-families-demonstration-1"]
        let claim = try tested(.claim, number)
        claim.expectSound()
        for words in ["£1,200", "Entered", "the case was completed", "comes to the same pence"] {
            #expect(claim.text.contains(words), "\(words)")
        }
        // Whoever entered it may not check it, and what they typed is shown again.
        let next = try #require(claim.text.between("name=\"token\" value=\"", "\"").first)
        let own = try tested(.stepClaim, number, form: ["token": next, "state": "checked", "note": "all there"])
        #expect(own.status == 422 && own.text.contains("Somebody else must do this") && own.text.contains("all there"))
        let nothing = try tested(.stepClaim, number)
        #expect(nothing.status == 422 && nothing.text.contains("Select what happens next"))
        // A second click enters nothing twice.
        #expect(try tested(.enterClaim, Self.id, form: ["token": token, "as-at": "2024-09-30"]).status == 422)
        #expect(try tested.keeper.claims(of: "priority-families-demonstration").count == 1)
    }

    @Test(arguments: ["csv", "json", "html"]) func `can be taken away`(format: String) throws {
        let id = ["id": "rotherham-reunification"]
        _ = try worked(id)
        for route in [Route.contract, .contractSimulation] {
            let seen = try tested(route, id, query: ["format": format])
            #expect(seen.status == 200 && seen.answer.fileName?.hasSuffix(".\(format)") == true)
        }
    }

    /// The page of a simulation once it is worked out.
    private func worked(_ id: [String: String], query: [String: String] = [:]) throws -> SeenPage {
        for _ in 0..<12_000 {
            let seen = try tested(.contractSimulation, id, query: query)
            guard seen.text.contains("are being worked out") else { return seen }
            seen.expectSound()
            Thread.sleep(forTimeInterval: 0.05)
        }
        Issue.record("the simulation never came")
        return try tested(.contractSimulation, id, query: query)
    }

    @Test func `are simulated beside the pages, as many courses as somebody asks for`() throws {
        let id = ["id": "rotherham-reunification"]
        let usual = try worked(id)
        usual.expectSound()
        #expect(usual.text.contains("20 possible courses") && usual.text.contains("Scenarios"))
        let numbers = ["trials": "1,030", "seed": "7"]
        let before = try tested(.contractSimulation, id, query: ["trials": "1030", "seed": "7"])
        #expect(before.text.contains("have not been worked out yet"))
        let token = try #require(usual.text.between("name=\"token\" value=\"", "\"").first)
        let asked = try tested(.askSimulation, id, form: numbers.merging(["token": token]) { $1 })
        #expect(asked.status == 303)
        #expect(asked.answer.location == "/contracts/rotherham-reunification/simulation?trials=1030&seed=7")
        let other = try worked(id, query: ["trials": "1030", "seed": "7"])
        #expect(other.text.contains("1,030 possible courses") && other.title != usual.title)
        let json = try tested(.contractSimulation, id, query: ["trials": "1030", "seed": "7", "format": "json"])
        #expect(json.text.contains("\"seed\": \"7\""))
        for wrong in [["trials": "100001"], ["trials": "0"], ["trials": "many"], ["seed": "-1"]] {
            let seen = try tested(.askSimulation, id, form: wrong)
            #expect(seen.status == 422)
            seen.expectSound()
        }
    }

    @Test func `tell of a claim what its reader may see of the families`() throws {
        let claim = try WorkClaims(tested.keeper).enter(
            #require(tested.keeper.definitions.contract("priority-families-demonstration")),
            asAt: #require(Day(iso: "2024-09-30"))
        )
        let id = ["id": claim.number]
        let auditor = try tested.seated([Assignment(.auditor)])
        let finance = try tested.seated([Assignment(.finance)])
        for query in [[:], ["format": "html"], ["format": "csv"], ["format": "json"]] {
            let open = try auditor(.claim, id, query: query)
            let shut = try finance(.claim, id, query: query)
            #expect(open.status == 200 && shut.status == 200)
            if query["format"] != "json" {
                #expect(open.text.contains("cases K1") && open.text.contains("completed on 2024-06-10"))
                #expect(shut.text.contains("Not shown to you") && shut.text.contains("F1"))
            }
            #expect(!shut.text.contains("K1") && !shut.text.contains("completed on"))
            for name in ["José", "Maria", "Ashdown", "9434765919"] {
                #expect(!open.text.contains(name) && !shut.text.contains(name))
            }
        }
        let member = try finance(.contractMember, ["id": claim.contract, "name": "F1"])
        #expect(member.status == 200 && !member.text.contains("K1") && member.text.contains("Not shown to you"))
        #expect(!member.links.contains("/families/F1"))
    }

    @Test func `tell investors no small count`() throws {
        let seen = try tested(.contractInvestors, Self.id)
        seen.expectSound()
        #expect(seen.text.contains("hidden") && !seen.text.contains("/members/"))
    }
}
