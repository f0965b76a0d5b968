import Actions
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
        for route in [Route.contract, .contractSimulation] {
            let seen = try tested(route, ["id": "rotherham-reunification"], query: ["format": format])
            #expect(seen.status == 200 && seen.answer.fileName?.hasSuffix(".\(format)") == true)
        }
    }

    @Test func `tell investors no small count`() throws {
        let seen = try tested(.contractInvestors, Self.id)
        seen.expectSound()
        #expect(seen.text.contains("hidden") && !seen.text.contains("/members/"))
    }
}
