import Foundation
import Testing
import Workshop

@testable import Web

@Suite struct `Files to take away` {
    private let tested: TestedPages
    private static let types = [
        "csv": "text/csv; charset=utf-8", "json": "application/json", "html": "text/html; charset=utf-8",
        "text": "text/plain; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf": "application/pdf",
    ]

    init() throws {
        tested = try TestedPages.small()
    }

    @Test(arguments: ["csv", "json", "html", "text"])
    func `have their type and a name of their own`(format: String) throws {
        let ending = format == "text" ? "txt" : format
        let asked = ["as-at": "2019-01-31", "format": format]
        let report = try tested(.report, ["name": "key-information"], query: asked)
        #expect(report.answer.contentType == Self.types[format])
        #expect(report.answer.fileName == "key-information.\(ending)")
        #expect(!report.answer.isCacheable)
        let figure = try tested(.figure, ["name": "key-information", "id": "home.now"], query: asked)
        #expect(figure.answer.contentType == Self.types[format])
        #expect(figure.answer.fileName == "key-information-home.now.\(ending)")
        #expect(figure.text.contains("K1"))
    }

    @Test(arguments: ["xlsx", "pdf"])
    func `that must be made are made after the answer`(format: String) throws {
        let seen = try tested(.report, ["name": "key-information"], query: ["as-at": "2019-01-31", "format": format])
        #expect(seen.answer.contentType == Self.types[format])
        #expect(seen.answer.fileName == "key-information.\(format)")
        #expect(seen.answer.unpressed != nil && seen.answer.bytes.isEmpty)
    }

    @Test func `that is a spreadsheet is one`() async throws {
        let asked = ["as-at": "2019-01-31", "format": "xlsx"]
        let seen = try tested(.report, ["name": "key-information"], query: asked)
        let made = try await seen.answer.pressed()
        #expect(made.bytes.starts(with: Array("PK".utf8)))
        #expect(made.unpressed == nil && made.status == 200)
    }

    @Test func `of data quality have the problems`() throws {
        let odd = try TestedPages { register, folder in
            var package = SmallPackage()
            package.placements += "P1,2018-10-01,,V2,U6\n"
            try register.take([package.write(to: folder)])
        }
        let csv = try odd(.dataQuality, query: ["format": "csv"])
        #expect(csv.answer.contentType == Self.types["csv"])
        #expect(csv.answer.fileName == "data-quality.csv")
        #expect(csv.text.contains("overlapping-placements"))
        let json = try odd(.dataQuality, query: ["format": "json"])
        #expect(json.answer.contentType == Self.types["json"])
        #expect(json.answer.fileName == "data-quality.json")
        let read = try JSONSerialization.jsonObject(with: Data(json.answer.bytes)) as? [String: Any]
        #expect((read?["problems"] as? [Any])?.isEmpty == false)
    }

    @Test func `an unknown form is shown as a page`() throws {
        let seen = try tested(.report, ["name": "performance"], query: ["format": "docx"])
        #expect(seen.status == 200)
        seen.expectSound()
    }

    @Test func `style sheets and pictures keep for good under a name of their content`() throws {
        for name in ["app.css", "print.css", "icon.svg"] {
            let seen = try tested(.style, ["name": Assets.address(name)])
            #expect(seen.status == 200)
            #expect(seen.answer.isCacheable)
            #expect(try tested(.style, ["name": name]).status == 404)
        }
    }
}
