import Testing

@testable import Web

@Suite struct `Every route` {
    /// A request that should be answered, and one that asks for what is not there, if there can be such a one.
    private struct Asked {
        var good: [String: String] = [:]
        var form: [String: String] = [:]
        var unknown: [String: String]?
        /// Of the good request; nil where the stage's own tests say.
        var status: Int? = 200
    }

    private static func asked(_ route: Route) -> Asked {
        switch route {
        case .home, .reports, .search, .imports, .feeds, .dataQuality, .changes, .definitions, .accessibility, .cookies,
            .identify, .needs, .plans, .matching, .matchingReview:
            Asked()
        case .matchingPair, .decidePair, .checkMerge, .mergePair, .merge, .unmerge:
            Asked(good: ["id": "M1"], unknown: ["id": "nonsense"], status: 404)
        case .identifyFamily: Asked(good: ["id": "F1"], unknown: ["id": "F2"])
        case .decideDiscretion, .withdrawDiscretion: Asked(good: ["id": "F1"], unknown: ["id": "F2"], status: 422)
        case .objections: Asked(good: ["id": "F1"], unknown: ["id": "F2"])
        case .recordObjection, .endObjection: Asked(good: ["id": "F1"], unknown: ["id": "F2"], status: 422)
        case .checkNominations: Asked(status: 422)
        case .nominate: Asked(status: 303)
        case .nominations: Asked(good: ["id": "1"], unknown: ["id": "7"], status: 404)
        case .report: Asked(good: ["name": "performance"], unknown: ["name": "nonsense"])
        case .figure:
            Asked(
                good: ["name": "key-information", "id": "home.now"],
                unknown: ["name": "key-information", "id": "home.then"]
            )
        case .find: Asked(form: ["q": "maria"])
        case .family, .readers: Asked(good: ["id": "F1"], unknown: ["id": "F2"])
        case .person: Asked(good: ["id": "P1"], unknown: ["id": "P9"])
        case .importEntry: Asked(good: ["id": "1"], unknown: ["id": "7"])
        case .feed: Asked(good: ["id": "school"], unknown: ["id": "nonsense"])
        case .comparison: Asked(good: ["name": "key-information"], unknown: ["name": "nonsense"])
        case .plan: Asked(good: ["id": "rotherham-mst-fit"], unknown: ["id": "nonsense"])
        case .planLine:
            Asked(
                good: ["id": "rotherham-mst-fit", "name": "revised"],
                unknown: ["id": "rotherham-mst-fit", "name": "profit"]
            )
        case .contracts, .demand: Asked()
        case .contract, .contractSimulation, .contractForecast, .contractLedger, .contractInvestors, .claims:
            Asked(good: ["id": "essex-care-days"], unknown: ["id": "nonsense"])
        case .contractMember: Asked(good: ["id": "essex-care-days", "name": "P1"], status: 404)
        case .enterClaim: Asked(good: ["id": "essex-care-days"], unknown: ["id": "nonsense"], status: 422)
        case .claim, .stepClaim, .lookUpClaim, .compareClaim, .answerPartner:
            Asked(good: ["id": "essex-care-days-1"], status: 404)
        // The steps of signing in are for those who have not: SignInPageTests.
        case .startSession: Asked(status: 422)
        case .signIn, .code, .newPassword, .account, .users, .userForm, .kept: Asked()
        case .setUp, .makeFirst, .secondStep, .prepareSecondStep, .stopSecondStep, .startSecondStep: Asked(status: 404)
        case .addUser: Asked(status: 422)
        case .changePassword: Asked(status: 404)
        case .demonstrate: Asked(status: 404)
        case .checkCode, .choosePassword, .signOut, .signOutEverywhere: Asked(status: 303)
        case .endSession: Asked(good: ["id": "7"], status: 404)
        case .dropKept: Asked(good: ["id": "7"], status: 303)
        case .user, .changeUser, .setDisabled, .resetPassword: Asked(good: ["id": "U7"], status: 404)
        // Without a provider these are nowhere: ProviderPageTests.
        case .askProvider, .hearProvider, .leaveProvider: Asked(status: 404)
        case .unbindUser: Asked(good: ["id": "U7"], status: 404)
        case .style: Asked(good: ["name": Assets.address("app.css")], unknown: ["name": "other.css"])
        // Pages of the stages, asked about what is not there and without their tokens.
        default: Asked(good: ["id": "nonsense", "name": "nonsense"], status: nil)
        }
    }

    /// One for all routes: none of them changes anything here, since no form bears a token.
    private static let small = Result { try TestedPages.small() }
    private static let empty = Result { try TestedPages { _, _ in } }

    private let tested: TestedPages

    init() throws {
        tested = try Self.small.get()
    }

    @Test(arguments: Route.allCases) func `answers`(route: Route) throws {
        let asked = Self.asked(route)
        let seen = try tested(route, asked.good, form: asked.form)
        #expect(asked.status.map { seen.status == $0 } ?? [200, 303, 403, 404, 409, 422].contains(seen.status))
        guard seen.status != 303 else { return #expect(seen.answer.location?.hasPrefix("/") == true) }
        #expect(!seen.answer.bytes.isEmpty)
        guard route != .startSession else { return }
        guard route != .style else { return #expect(seen.answer.contentType.hasPrefix("text/css")) }
        seen.expectSound()
    }

    @Test(arguments: Route.allCases) func `says when there is no such thing`(route: Route) throws {
        guard let unknown = Self.asked(route).unknown else { return }
        let seen = try tested(route, unknown)
        #expect(seen.status == 404)
        seen.expectSound()
    }

    @Test(arguments: Route.allCases) func `answers over an empty register`(route: Route) throws {
        let empty = try Self.empty.get()
        let asked = Self.asked(route)
        let seen = try empty(route, asked.good, form: asked.form)
        let ofOne: [Route] = [
            .family, .readers, .person, .importEntry, .objections, .recordObjection, .endObjection, .identifyFamily,
            .decideDiscretion, .withdrawDiscretion,
            .nominations,
        ]
        if let status = asked.status { #expect(seen.status == (ofOne.contains(route) ? 404 : status)) }
        if ![.style, .startSession].contains(route), seen.status != 303 { seen.expectSound() }
    }

    @Test(arguments: [
        (Route.importEntry, ["id": "one"]), (.importEntry, ["id": "99999999999999999999"]), (.family, ["id": ""]),
        (.figure, ["name": "nonsense", "id": "home.now"]), (.style, ["name": "../app.css"]),
    ])
    func `does not stumble over odd parameters`(route: Route, parameters: [String: String]) throws {
        #expect(try tested(route, parameters).status == 404)
    }

    @Test func `of a part nobody defined says so`() throws {
        #expect(try tested(.report, ["name": "intelligence"], query: ["criteria": "nothing"]).status == 404)
        let seen = try tested(.report, ["name": "key-information"], query: ["programme": "nosuch"])
        #expect(seen.status == 404)
    }
}

extension SeenPage {
    /// What holds of every page.
    func expectSound(_ address: String = "") {
        #expect(isPage, "\(address)")
        #expect(text.hasPrefix("<!DOCTYPE html>") || text.hasPrefix("<!doctype html>"), "\(address)")
        #expect(count("<h1") == 1, "\(address)")
        #expect(!title.isEmpty, "\(address)")
        #expect(title.hasSuffix(" - Homeward"), "\(address): \(title)")
        #expect(title.hasPrefix("Error: ") == (status == 422), "\(address): \(title)")
        #expect(count("<script") == 0, "\(address)")
        #expect(count(" style=\"") == 0, "\(address)")
        let ids = text.between(" id=\"", "\"")
        #expect(Set(ids).count == ids.count, "\(address): an id stands twice")
        for link in links where link.hasPrefix("#") {
            #expect(ids.contains(String(link.dropFirst())), "\(address)\(link)")
        }
    }
}
