import Actions
import Report
import Testing
import Values

@testable import Web

@Suite struct `A question in an address` {
    private let tested: TestedPages

    init() throws {
        tested = try TestedPages.small()
    }

    /// A wrong answer to the question, the words for it, and the field to go to.
    struct Wrong: Sendable {
        let name: String
        let query: [String: String]
        let words: String
        let field: String
    }

    private static let wrong: [Wrong] = [
        Wrong(
            name: "key-information",
            query: ["as-at-day": "31", "as-at-month": "2", "as-at-year": "2019"],
            words: "The day must be a real date",
            field: "field-as-at-day"
        ),
        Wrong(
            name: "key-information",
            query: ["as-at-day": "31", "as-at-month": "", "as-at-year": "2019"],
            words: "The day must include a month",
            field: "field-as-at-month"
        ),
        Wrong(
            name: "intelligence",
            query: ["as-at-day": "", "as-at-month": "", "as-at-year": "2019"],
            words: "The day must include a day and month",
            field: "field-as-at-day"
        ),
        Wrong(
            name: "key-information",
            query: ["as-at": "2019-02-31"],
            words: "The day must be a real date",
            field: "field-as-at-day"
        ),
        Wrong(
            name: "performance",
            query: ["from": "2018-01-01", "to": "lately"],
            words: "The last day must be a real date",
            field: "field-to-day"
        ),
        Wrong(
            name: "performance",
            query: ["from": "2019-01-01", "to": "2018-01-01"],
            words: "The last day must be the same as or after the first day",
            field: "field-to-day"
        ),
        Wrong(
            name: "key-information",
            query: ["known-at": "9"],
            words: "Known at must be a change number, a date or a time that the register has",
            field: "field-known-at"
        ),
        Wrong(
            name: "performance",
            query: ["known-at": "then"],
            words: "Known at must be a change number, a date or a time that the register has",
            field: "field-known-at"
        ),
    ]

    @Test(arguments: wrong) func `is answered with what to put right, and a link to where`(wrong: Wrong) throws {
        let seen = try tested(.report, ["name": wrong.name], query: wrong.query)
        #expect(seen.status == 422)
        seen.expectSound()
        #expect(seen.text.contains("There is a problem"))
        #expect(seen.anchors.contains { $0.address == "#\(wrong.field)" && $0.words.contains(wrong.words) })
        #expect(seen.count(wrong.words) >= 2, "in the summary and beside the field")
        let inside = seen.text.between("<details", ">").filter { $0.contains("open") }
        #expect(inside.count == 1, "the form that must be put right stands open")
    }

    @Test(arguments: wrong) func `is never answered as if it were another, as a figure or a file`(wrong: Wrong) throws {
        let id =
            wrong.name == "performance"
            ? "all.families.served" : wrong.name == "intelligence" ? "families.identified" : "home.now"
        let figure = try tested(.figure, ["name": wrong.name, "id": id], query: wrong.query)
        #expect(figure.status == 422)
        let file = try tested(.report, ["name": wrong.name], query: wrong.query.merging(["format": "json"]) { $1 })
        #expect(file.status == 422)
        #expect(file.answer.fileName == nil)
        #expect(try tested(.comparison, ["name": wrong.name], query: wrong.query).status == 422)
    }

    @Test func `may be typed in three boxes with spaces`() throws {
        let typed = ["as-at-day": " 31 ", "as-at-month": "1", "as-at-year": "2019"]
        let seen = try tested(.report, ["name": "key-information"], query: typed)
        #expect(seen.status == 200)
        #expect(seen.text.contains("As at 31 January 2019"))
        #expect(seen.links.contains { $0.contains("as-at=2019-01-31") })
    }

    @Test func `can be asked as known at an earlier change, on every page it has`() throws {
        let query = ["as-at": "2019-01-31"]
        let earlier = query.merging(["known-at": "1"]) { $1 }
        for (asked, value) in [(query, "100.0%"), (earlier, "0.0%")] {
            let figure = try tested(.figure, ["name": "key-information", "id": "home.now"], query: asked)
            #expect(figure.text.contains(value), "\(asked)")
        }
        let report = try tested(.report, ["name": "key-information"], query: earlier)
        #expect(report.title.contains("as known at change 1"))
        #expect(report.links.filter { $0.hasPrefix("/figures/") }.allSatisfy { $0.contains("known-at=1") })
        let family = try tested(.family, ["id": "F1"], query: ["known-at": "1"])
        #expect(family.title.contains("as known at change 1"))
        #expect(family.text.contains("Still there"))
        #expect(!(try tested(.family, ["id": "F1"])).text.contains("Still there"))
    }

    @Test(arguments: [Route.family, .person]) func `of a person at no such change is not found`(route: Route) throws {
        let id = route == .family ? "F1" : "P1"
        for text in ["9", "then", "-1"] {
            let seen = try tested(route, ["id": id], query: ["known-at": text])
            #expect(seen.status == 404, "\(text)")
            #expect(!seen.text.contains("José"))
        }
    }

    @Test func `of what moved names the figure and counts its records`() throws {
        let query = ["as-at": "2019-01-31", "since": "1", "known-at": "2"]
        let seen = try tested(.comparison, ["name": "key-information"], query: query)
        #expect(seen.status == 200)
        #expect(seen.text.contains("Figures that moved between change 1 and change 2"))
        #expect(seen.text.contains("cases K1: not counted"))
        #expect(seen.text.contains("Revised"))
        let wrong = try tested(.comparison, ["name": "key-information"], query: ["since": "lately"])
        #expect(wrong.status == 422)
        wrong.expectSound()
        #expect(wrong.anchors.contains { $0.address == "#field-since" })
    }
}
