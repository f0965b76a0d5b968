import Documents
import Foundation
import Linkage
import Testing

@Suite struct `A linking` {
    private static let imprint = Imprint(
        definitions: "2026.1",
        made: "21 November 2026, 4:30pm",
        maker: "analyst",
        completeness: "1 of 2 files lacks a column",
        command: "homeward link school.csv housing.csv --model small --out people.csv"
    )

    @Test func `as text fits a terminal and says what it came to`() throws {
        let report = try LinkedPeople(trains: true).report()
        let text = report.text(Self.imprint)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(text)")
        #expect(
            text.hasPrefix("120 records linked by the model small (version 2026.1), trained on these records, in 1.3")
        )
        for words in [
            "housing.csv has no column for forename", "first 1 of forename", "NOT converged",
            "3 values of dob could not be read as dates", "chosen",
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        expectNobody(in: text)
    }

    @Test func `as JSON has what the text has`() throws {
        let people = try LinkedPeople()
        let data = Data(try people.report().json(Self.imprint))
        let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["records"] as? Int == 120)
        #expect(json["clusters"] as? Int == Set(people.linkage.clusters).count)
        #expect(json["threshold"] as? Double == 0.9)
        let rules = try #require(json["blocking_rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["dob", "surname and first 1 of forename"])
        #expect(rules.map { $0["pairs"] as? Int } == people.linkage.pairsByRule)
        let thresholds = try #require(json["thresholds"] as? [[String: Any]])
        let chosen = try #require(thresholds.first { $0["threshold"] as? Double == 0.9 })
        #expect(chosen["records_in_other_company"] as? Int == 0)
        expectNobody(in: String(decoding: data, as: UTF8.self))
    }

    @Test func `as a page is whole, accessible, and about nobody`() throws {
        let report = try LinkedPeople(trains: true).report()
        let page = report.page(Self.imprint)
        let tags = Tags(page)
        #expect(tags.fault == nil)
        #expect(Set(tags.ids).count == tags.ids.count)
        #expect(tags.all("h1").count == 1)
        #expect(tags.all("script").isEmpty && tags.all("link").isEmpty && tags.all("img").isEmpty)
        for id in ["weights", "unlinkable", "comparison-1", "comparison-2", "comparison-3", "rules"] {
            #expect(tags.ids.contains("\(id)-title"), "\(id)")
        }
        #expect(tags.all("svg").count == 6)
        #expect(page.string.contains("Threshold 0.9"))
        for words in ["as known in the files given", "Definitions version 2026.1", "by analyst", "1 of 2 files lacks"] {
            #expect(page.string.contains(words), "\(words)")
        }
        #expect(page.string.contains("The same again: homeward link school.csv"))
        #expect(report.completeness.hasPrefix("Of 2 files 1 lacks a column of the model; 3 values"))
        #expect(page.string.contains("<strong>NOT converged</strong>"))
        expectNobody(in: page.string)
    }

    @Test func `counts the records that could not be linked to a copy of themselves`() throws {
        let people = try LinkedPeople()
        let weights = try Linker.selfWeights(people.records, by: LinkedPeople.model)
        #expect(weights.records == 120)
        // Without a date of birth, agreeing in both names is not enough: log2 of 1/99, and of 0.95 over 0.2 and 0.25.
        #expect(weights.unlinkable(at: 0.9) == 18)
        let noDate = -log2(99.0) + log2(0.95 / 0.2) + log2(0.95 / 0.25)
        #expect(weights.counts.contains { abs($0.weight - noDate) < 1e-9 })
        #expect(weights.unlinkable(at: 0.0001) == 0)
        #expect(weights.unlinkable(at: 0.999999) == 120)
    }

    @Test func `counts every weight in one bin`() throws {
        let linkage = try LinkedPeople().linkage
        let counts = WeightCounts(linkage.pairs)
        #expect(counts.counts.reduce(0, +) == linkage.pairs.count)
        #expect(counts.counts.count <= 40)
        for (bin, count) in counts.counts.enumerated() {
            let inside = linkage.pairs.count { $0.weight >= counts.edges[bin] && $0.weight < counts.edges[bin + 1] }
            #expect(inside == count)
        }
        #expect(WeightCounts([]).counts.isEmpty)
    }

    @Test func `explains a pair step by step`() throws {
        let people = try LinkedPeople(explaining: (1, 61))
        let waterfall = try #require(people.linkage.waterfall)
        let text = waterfall.text(of: "housing/H1", and: "school/S1", threshold: 0.9, areTogether: true)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(lines[0] == "housing/H1 and school/S1")
        #expect(text.contains("Ben") && text.contains("Rook"))
        let last = try #require(lines.last { $0.hasPrefix("dob") })
        #expect(last.contains(NumberText.weight(waterfall.weight)))
        #expect(text.contains("Match weight \(NumberText.weight(waterfall.weight)), probability 0.98"))
        #expect(lines.last == "They are taken for one person.")
    }

    private func expectNobody(in text: String) {
        for name in LinkedPeople.forenames + LinkedPeople.surnames {
            #expect(!text.contains(name), "\(name) is said")
        }
    }
}

@Suite struct `A probability in words` {
    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.9123, "0.912"), (0.95, "0.95"), (0.00001239, "0.0000124"),
        (0.0099999, "0.01"), (0.9999, "0.9999"), (0.99996, "0.99996"), (0.9999999, "0.9999999"), (1e-9, "0.000000001"),
        (0.9996, "0.9996"), (0.99951, "0.9995"),
    ])
    func `has the digits that say something`(probability: Double, text: String) {
        #expect(NumberText.probability(probability) == text)
    }

    @Test(arguments: [(9.4166, "+9.42"), (-3.1, "\u{2212}3.10"), (0.0, "0.00"), (.infinity, "without bound")])
    func `and a weight has its sign`(weight: Double, text: String) {
        #expect(NumberText.weight(weight) == text)
    }
}
