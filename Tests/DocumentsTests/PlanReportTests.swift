import Definitions
import Documents
import Foundation
import Pay
import Testing
import Values

private let imprint = Imprint(definitions: "2026.1", made: "today", maker: "A tester", command: "homeward plan again")

@Suite struct `A plan as a document` {
    private func report(_ option: String? = nil) throws -> PlanReport {
        let plan = try #require(try Plan.all(DefinitionSet()).first { $0.id == "rotherham-mst-fit" })
        let chosen = option.flatMap(plan.option) ?? plan.options[0]
        let trials = PlanTrials(plan, chosen, ranges: plan.ranges, trials: 50, seed: 1)
        return PlanReport(plan, option: chosen, trials: trials)
    }

    @Test(arguments: [nil, "social-impact-bond", "do-nothing"])
    func `is text of at most 100 characters a line`(option: String?) throws {
        let text = try report(option).document(.text, imprint: imprint).words
        let long = text.split(separator: "\n").filter { $0.count > 100 }
        #expect(long.isEmpty, "\(long)")
        #expect(text.contains("MST-FIT financial plan"))
    }

    @Test func `tells the run rate from the cash`() throws {
        let text = try report().document(.text, imprint: imprint).words
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("By 2023/24 a year costs £3,721,250 less"))
        #expect(text.contains("saves £11,807,625 in cash, £10,382,9"))
        #expect(text.contains("Does not come out: Appendix 1 and paragraph 7.5, Cumulative Saving"))
    }

    @Test func `has in CSV every amount and what it is made of`() throws {
        let csv = try report().document(.csv, imprint: imprint).words
        let rows = csv.split(whereSeparator: \.isNewline)
        #expect(rows.contains { $0.contains(",revised,") && $0.contains(",2023/24,,18376250,") })
        #expect(rows.contains { $0.contains("R01, OOA") || $0.contains("R01, Out of authority") })
    }

    @Test func `is JSON with whole pence`() throws {
        let bytes = try #require(try report("social-impact-bond").document(.json, imprint: imprint).bytes)
        let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let lines = try #require(object?["lines"] as? [[String: Any]])
        #expect(lines.contains { $0["id"] as? String == "return" })
        let options = try #require(object?["options"] as? [[String: Any]])
        #expect(options.compactMap { $0["funded_by_investors_pence"] as? Int } == [0, 570_362_500, 288_562_500, 0])
        #expect((object?["findings"] as? [Any])?.isEmpty == false)
    }

    @Test func `is a page by itself`() throws {
        let html = try report().document(.html, imprint: imprint).words
        #expect(html.contains("<svg"))
        #expect(!html.contains("<script"))
        #expect(html.contains("Ways to pay for it"))
    }
}

@Suite struct `Costs against benefits as a document` {
    @Test(arguments: DocumentFormat.allCases)
    func `carry their figures in every form`(format: DocumentFormat) throws {
        let found = try #require(try BenefitCase.all(DefinitionSet()).first { $0.id == "mst-example" })
        let text = BenefitReport(found).document(format, imprint: imprint).words
        #expect(
            text.contains(format == .json ? "324604800" : [.csv, .xlsx].contains(format) ? "3246048" : "£3,246,048")
        )
    }
}
