import Actions
import Register
import Report
import Testing
import Values

@testable import Web

@Suite struct `A figure's page, over the Essex package` {
    private let tested: TestedPages
    private let query = ["as-at": "2019-01-31"]

    init() throws {
        tested = try TestedPages.essex.get()
    }

    /// Every member of a standing, page after page.
    private func members(_ id: String, _ standing: String) throws -> [String] {
        var members: [String] = []
        var address: String? = "/figures/key-information/\(id)?as-at=2019-01-31&standing=\(standing)"
        while let next = address {
            let seen = try tested.follow(next)
            #expect(seen.status == 200)
            let body = seen.text.between("<tbody", "</tbody>").first ?? ""
            members += body.between("<tr", "</tr>")
            address = seen.anchors.first { $0.words.contains("Next") }?.address
        }
        return members
    }

    @Test func `every figure of the report is a link to a page that opens it`() throws {
        let report = try tested(.report, ["name": "key-information"], query: query)
        let asked = ReportQuestion.keyInformation(asAt: try #require(Day(iso: "2019-01-31")), programme: nil)
        let answer = try #require(try tested.keeper.answer(asked))
        for figure in answer.figures {
            #expect(report.links.contains("/figures/key-information/\(figure.id)?as-at=2019-01-31"), "\(figure.id)")
        }
        #expect(report.text.contains("353 of 388"))
    }

    @Test(arguments: [
        ("home.now", 353, 35), ("care.never_entered", 304, 84), ("care.entered", 84, 0), ("cases.closed", 388, 0),
    ])
    func `shows as many records as it counts`(id: String, counted: Int, others: Int) throws {
        #expect(try members(id, "counted").count == counted)
        if others > 0 { #expect(try members(id, "not%20counted").count == others) }
        let seen = try tested(.figure, ["name": "key-information", "id": id], query: query)
        seen.expectSound()
        #expect(seen.text.contains("Counted (\(counted))"))
    }

    @Test func `leads from a record to the family's page, which reads as logged`() throws {
        let rows = try members("home.now", "not%20counted")
        let row = try #require(rows.first { $0.contains("C0276") })
        #expect(row.contains("href=\"/families/F0274\""))
        let family = try tested.follow("/families/F0274")
        #expect(family.status == 200)
        family.expectSound()
        #expect(family.text.contains("Reading this page is logged"))
        let reads = try tested.keeper.register.reads(ofRecord: "F0274", in: "families", limit: 5)
        #expect(reads.first?.what == "family page")
    }

    @Test(arguments: ["0", "-5", "389", "100000", "x", "9223372036854775807"])
    func `bears any place to begin at`(first: String) throws {
        let asked = query.merging(["first": first]) { $1 }
        let seen = try tested(.figure, ["name": "key-information", "id": "home.now"], query: asked)
        #expect(seen.status == 200)
        seen.expectSound()
        #expect(!seen.text.contains("Showing 354"))
    }

    @Test func `a standing nobody has is answered with one that there is`() throws {
        for standing in ["unknown", "nonsense"] {
            let asked = query.merging(["standing": standing]) { $1 }
            let seen = try tested(.figure, ["name": "key-information", "id": "home.now"], query: asked)
            #expect(seen.status == 200)
            seen.expectSound()
        }
    }
}
