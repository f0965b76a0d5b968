import Access
import Actions
import Records
import Register
import Testing
import Values
import Workshop

@testable import Web

@Suite struct `A family's private link` {
    /// Makes a link as the worker does; gives its address.
    private func link(_ service: TestedService, for what: String) throws -> String {
        let worker = try Cast.worker(service)
        try worker.open("/cases/TC1/measures")
        let page = try worker.send("/cases/TC1/links", ["for": what])
        #expect(page.status == 200)
        return try #require(page.links.first { $0.hasPrefix("/private/") })
    }

    private let answers = [
        "score-listened": "5", "score-clear": "4", "score-useful": "", "score-recommend": "3",
        "words": "Kim listened to us",
    ]

    @Test func `is answered once, without an account`() throws {
        let service = try Cast.service()
        let address = try link(service, for: "family-feedback closure")
        let family = TestedBrowser(service)
        let page = try family.open(address)
        #expect(page.status == 200 && page.text.contains("Were you listened to?"))
        page.expectSound("the family's page")
        // Nothing of the family's or the worker's stands on it.
        for word in ["Ashdown", "Maria", "José", "F1", "TC1", "Kim"] { #expect(!page.text.contains(word), "\(word)") }
        let second = family.tab()
        #expect(try family.send(address, answers).answer.location == "/thank-you")
        #expect(try family.follow("/thank-you").status == 200)
        // A second click is answered as the first; other answers are shown to who gave them, and not taken.
        #expect(try second.tab().send(address, answers).answer.location == "/thank-you")
        let other = try second.send(address, answers.merging(["words": "Something else"]) { $1 })
        #expect(other.status == 409 && other.text.contains("Something else"))
        #expect(try family.open(address).text.contains("no longer works"))
        let saved = try service.assessments.filter { $0.instrument == "family-feedback" }
        #expect(saved.count == 1 && saved[0].informant == .family && saved[0].occasion == "closure")
        #expect(try service.scores(saved[0].id.text) == ["listened": "5", "clear": "4", "recommend": "3"])
        let result = try Cast.colleague(service).open("/measures/\(saved[0].id.text)")
        #expect(result.text.contains("Kim listened to us"))
    }

    @Test func `keeps what was typed where nothing was answered, and no answer is one`() throws {
        let service = try Cast.service()
        let address = try link(service, for: "family-feedback closure")
        let family = TestedBrowser(service)
        try family.open(address)
        let page = try family.send(address, ["words": "We have said so"])
        #expect(page.status == 422 && page.text.contains("Answer at least one question"))
        #expect(page.text.contains("We have said so"))
        #expect(try family.send(address, ["score-clear": "9"]).text.contains("Select one of the answers"))
        #expect(try family.send(address, ["score-clear": "1"]).status == 303)
    }

    @Test func `ends by itself, and when it is withdrawn`() throws {
        let service = try Cast.service()
        let address = try link(service, for: "family-feedback closure")
        let family = TestedBrowser(service)
        #expect(try family.open(address).status == 200)
        let worker = try service.seat([Assignment(.practitioner, in: .team("North"))], named: "sam", worker: "W1")
        let page = try worker.open("/cases/TC1/measures")
        #expect(page.text.contains("Works until"))
        try worker.send("/cases/TC1/links/withdrawal")
        #expect(try family.open(address).status == 404)
        #expect(try worker.open("/cases/TC1/measures").text.contains("Withdrawn"))
        #expect(try family.open("/private/nonsense").status == 404)
        var old = FamilyLink(
            id: Identifier("LINK-OLD"),
            caseID: Identifier("TC1"),
            instrument: "family-feedback",
            occasion: "closure",
            digest: "0",
            madeBy: "U1",
            madeOn: Day(number: 100),
            expiresOn: Day(number: 130)
        )
        #expect(old.works(on: Day(number: 130)) && !old.works(on: Day(number: 131)))
        old.answeredOn = Day(number: 101)
        #expect(!old.works(on: Day(number: 102)))
    }

    @Test func `shows a family its own progress in plain words`() throws {
        let service = try Cast.service()
        let address = try link(service, for: "progress")
        let family = TestedBrowser(service)
        let page = try family.open(address)
        #expect(page.status == 200 && page.text.contains("Your goals"))
        #expect(try family.open(address).status == 200)
        let reads = try service.register.reads(ofRecord: "F1", in: "families", limit: 50)
        #expect(reads.contains { $0.what == "own progress, by link" && $0.actor.hasPrefix("LINK-") })
    }

    @Test func `is kept as a digest alone`() throws {
        let service = try Cast.service()
        let address = try link(service, for: "progress")
        let secret = String(address.dropFirst("/private/".count))
        #expect(secret.count >= 32)
        let links = try service.register.held(FamilyLink.self)
        #expect(links.count == 1 && links[0].record.digest != secret && links[0].record.digest.count == 64)
    }
}
