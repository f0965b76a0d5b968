import Testing
import Workshop

@testable import Web

/// Every link of every page that can be reached from the home page.
@Suite struct `Following every link` {
    private static let personal = [
        "José", "Maria", "Ashdown", "2008-06-27", "27 June 2008", "1980", "9434765919", "C900", "ZZ9",
    ]

    /// Pages that only a deed or another person leads to, and pages of what this register has none of.
    private static let unlinked: [Route] = [
        .person, .nominations, .setUp, .signIn, .code, .newPassword, .secondStep, .kept, .user, .matchingPair,
        .checkMerge, .merge, .claim, .contractMember,
        .measureForm, .measureResult, .correctionForm, .adherenceForm, .distanceForm, .familyOwn, .familyThanks,
        .supervision, .audits, .auditForm, .glass,
    ]

    /// Pages whose purpose is to show one family; reading them is logged.
    private static func isOfAFamily(_ address: String) -> Bool {
        address.hasPrefix("/families/") || address.hasPrefix("/people/") || address.hasPrefix("/cases/")
    }

    @Test func `leads to a page with a title of its own, and no list tells who somebody is`() throws {
        let tested = try TestedPages.small()
        var waiting = ["/"]
        var pages: [String: SeenPage] = [:]
        while let address = waiting.popLast() {
            let seen = try tested.follow(address)
            pages[address] = seen
            #expect(seen.status == 200, "\(address)")
            if seen.isPage { seen.expectSound(address) }
            for link in seen.links where !link.hasPrefix("#") {
                #expect(link.hasPrefix("/") && !link.hasPrefix("//"), "\(address) leads away, to \(link)")
                let place = String(link.prefix { $0 != "#" })
                if pages[place] == nil, !waiting.contains(place) { waiting.append(place) }
            }
        }
        #expect(pages.count > 100)
        expectTitles(pages.filter { $0.value.isPage })
        for (address, seen) in pages {
            for value in Self.personal {
                #expect(!address.contains(value), "\(value) is in the address \(address)")
                if !Self.isOfAFamily(address) { #expect(!seen.text.contains(value), "\(value) is on \(address)") }
            }
        }
        for route in Route.allCases where !route.isForm && !Self.unlinked.contains(route) && Self.isListed(route) {
            let reached = pages.keys.contains { address in
                let path = address.prefix { $0 != "?" }.split(separator: "/").map { String($0).decoded }
                return route.parameters(of: path) != nil
            }
            #expect(reached, "no page leads to \(route)")
        }
    }

    /// Whether something must lead to it here: pages of the stages about one record are led to where there is one.
    private static func isListed(_ route: Route) -> Bool {
        guard let place = route.place else { return true }
        guard case .needs = place.access else { return false }
        // A caseload and its week are of somebody who holds cases.
        return !place.pattern.contains(":") && ![.caseload, .week, .followUpsDue].contains(route)
    }

    private func expectTitles(_ pages: [String: SeenPage]) {
        for (title, same) in Dictionary(grouping: pages, by: \.value.title) {
            // The first list of a figure has two addresses, with and without its name.
            // A page says when it was made, which may be a minute later at its other address.
            let texts = Set(same.map { $0.value.text.replacing(/Made .*?[ap]m/, with: "Made then") })
            #expect(texts.count == 1, "\(title) is the title of \(same.map(\.key).sorted())")
        }
    }

    @Test func `from a person without a family leads to their own page`() throws {
        let tested = try TestedPages { register, folder in
            let text = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC901,2,27/06/2009,WBRI,,,\n"
            try register.take([folder.write("h.csv", text)])
        }
        let found = try tested(.find, form: ["q": "C901"])
        #expect(found.anchors.contains { $0.address == "/people/C901" })
        let seen = try tested.follow("/people/C901")
        #expect(seen.status == 200)
        seen.expectSound()
        #expect(seen.text.contains("27 June 2009"))
    }

    @Test func `from a person with a family leads to the family`() throws {
        let seen = try TestedPages.small()(.person, ["id": "P1"])
        seen.expectSound()
        #expect(seen.anchors.contains { $0.address == "/families/F1" })
        #expect(!seen.text.contains("belongs to no family"))
    }
}
