import Foundation
import Testing
import Workshop

/// `homeward link` end to end: what is written, what is said, and what is refused.
@Suite struct `Linking` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
        for name in ["dataset3.csv", "dataset4a.csv", "dataset4b.csv", "fake_1000.csv"] {
            try homeward.folder.write(name, Fixture.bytes(Fixture.path("linkage/\(name)")))
        }
        try homeward.folder.write("small.yml", Self.model)
    }

    /// A model of a name and a date of birth, trained by hand.
    private static let model = """
        kind: linkage
        format: 1
        id: small
        title: Small
        version: "1"
        from: 2025-01-01
        source: {document: Invented, section: none}
        evidence: stated
        scope: link_and_dedupe
        prior: 0.01
        threshold: 0.9
        fields:
          - {name: forename, cleaning: [name]}
          - {name: surname, cleaning: [name]}
          - {name: dob, cleaning: [date]}
        comparisons:
          - name: forename
            levels:
              - {missing: forename_l IS NULL OR forename_r IS NULL}
              - {label: same, when: forename_l = forename_r, m: 0.9, u: 0.02}
              - {otherwise: different, m: 0.1, u: 0.98}
          - name: dob
            levels:
              - {missing: dob_l IS NULL OR dob_r IS NULL}
              - {label: same, when: dob_l = dob_r, m: 0.95, u: 0.001}
              - {otherwise: different, m: 0.05, u: 0.999}
        blocking:
          - l.surname = r.surname
        """

    private static let school =
        "id,forename,surname,dob\n1,Ann,Lee,2014-03-04\n2,Bo,Lee,2010-01-02\n3,Cy,Orr,2011-05-06\n"
    private static let housing = "id,forename,surname,dob\n7,Ann,Lee,04/03/2014\n8,Cy,Orr,\n"

    private func link(_ arguments: String...) throws -> Homeward.Ran {
        try homeward.run(["link"] + arguments)
    }

    private func small(_ arguments: String...) throws -> Homeward.Ran {
        try homeward.folder.write("school.csv", Self.school)
        try homeward.folder.write("housing.csv", Self.housing)
        return try homeward.run(
            ["link", "school.csv", "housing.csv", "--model", "small.yml", "--out", "clusters.csv"] + arguments
        )
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Fixture.bytes(homeward.folder(name)), as: UTF8.self)
    }

    private func lines(_ name: String) throws -> [String] {
        try text(name).split(separator: "\n").map(String.init)
    }

    private var written: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: homeward.folder.path)) ?? []
        return all.filter { $0.contains("clusters") || $0.contains("pairs") || $0.contains(".part") }.sorted()
    }

    @Test func `writes clusters and pairs, and says what it did`() throws {
        let ran = try small("--pairs", "pairs.csv")
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.err == "")
        #expect(
            try text("clusters.csv") == """
                source,record_id,cluster_id
                housing,7,housing/7
                housing,8,housing/8
                school,1,housing/7
                school,2,school/2
                school,3,school/3

                """
        )
        let pairs = try lines("pairs.csv")
        #expect(pairs[0] == "source_l,record_id_l,source_r,record_id_r,match_weight,match_probability")
        let sure = try #require(pairs.first { $0.hasPrefix("housing,7,school,1,") }).split(separator: ",")
        let weight = log2(0.01 / 0.99) + log2(0.9 / 0.02) + log2(0.95 / 0.001)
        #expect(abs(try #require(Double(sure[4])) - weight) < 1e-12)
        #expect(abs(try #require(Double(sure[5])) - 1 / (1 + exp2(-weight))) < 1e-12)
        #expect(ran.out.contains("5 records linked by the model small"), "\(ran.out)")
        #expect(ran.out.contains("At 0.9: 1 link, 4 people"), "\(ran.out)")
        #expect(written == ["clusters.csv", "pairs.csv"])
        for value in ["Ann", "Lee", "2014"] { #expect(!ran.out.contains(value)) }
    }

    @Test func `says the same in JSON, and writes a page and the model`() throws {
        let ran = try small(
            "--format",
            "json",
            "--report",
            "page.html",
            "--save-model",
            "again.yml",
            "--threshold",
            "0.2"
        )
        #expect(ran.status == 0, "\(ran.err)")
        let json = try #require(ran.json)
        #expect(json["records"] as? Int == 5)
        #expect(json["threshold"] as? Double == 0.2)
        let page = try text("page.html")
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<h1>How the records were linked</h1>"))
        for value in ["Ann", "Lee", "2014-03"] { #expect(!page.contains(value)) }
        let first = try text("clusters.csv")
        let again = try link(
            "school.csv",
            "housing.csv",
            "--model",
            "again.yml",
            "--out",
            "clusters.csv",
            "--threshold",
            "0.2"
        )
        #expect(again.status == 0, "\(again.err)")
        #expect(try text("clusters.csv") == first)
    }

    @Test func `names the files on its page without where they lie`() throws {
        try homeward.folder.write("school.csv", Self.school)
        try homeward.folder.write("housing.csv", Self.housing)
        let files = [homeward.folder("school.csv"), homeward.folder("housing.csv")]
        let outputs = ["--model", "small.yml", "--out", "clusters.csv", "--report", "page.html"]
        let ran = try homeward.run(["link"] + files + outputs)
        #expect(ran.status == 0, "\(ran.err)")
        let page = try text("page.html")
        #expect(page.contains("school.csv") && !page.contains(homeward.folder.path))
    }

    @Test func `runs a model under the settings of Splink that it wrote`() throws {
        #expect(try small("--save-model", "small.json", "--pairs", "pairs.csv").status == 0)
        let pairs = try Set(lines("pairs.csv"))
        // Splink's settings know no cleaning, so dates must be written alike.
        try homeward.folder.write("housing.csv", Self.housing.replacing("04/03/2014", with: "2014-03-04"))
        let ran = try link(
            "school.csv",
            "housing.csv",
            "--model",
            "small.json",
            "--out",
            "clusters.csv",
            "--pairs",
            "pairs.csv"
        )
        #expect(ran.status == 0, "\(ran.err)")
        #expect(try Set(lines("pairs.csv")) == pairs)
    }

    /// FEBRL's second collection: 10,000 records of 5,000 people, two files of 5,000.
    @Test func `gives the same rows whatever the order of files and rows`() throws {
        let first = try link(
            "dataset4a.csv",
            "dataset4b.csv",
            "--model",
            "febrl",
            "--train",
            "--out",
            "1.csv",
            "--pairs",
            "p1.csv"
        )
        #expect(first.status == 0, "\(first.err)")
        for name in ["dataset4a.csv", "dataset4b.csv"] {
            let rows = try lines(name)
            let odd = rows.indices.dropFirst().filter { !$0.isMultiple(of: 2) }.reversed().map { rows[$0] }
            let even = rows.indices.dropFirst().filter { $0.isMultiple(of: 2) }.map { rows[$0] }
            let shuffled = [rows[0]] + odd + even
            try homeward.folder.write(name, shuffled.joined(separator: "\n"))
        }
        let other = try link(
            "dataset4b.csv",
            "dataset4a.csv",
            "--model",
            "febrl",
            "--train",
            "--out",
            "2.csv",
            "--pairs",
            "p2.csv"
        )
        #expect(other.status == 0, "\(other.err)")
        #expect(try lines("1.csv").sorted() == lines("2.csv").sorted())
        #expect(try lines("p1.csv").sorted() == lines("p2.csv").sorted())
        let people = try Dictionary(grouping: lines("1.csv").dropFirst()) { $0.split(separator: ",")[2] }
        #expect(abs(people.count - 5000) < 50)
    }

    @Test func `puts no two records of one source together where it is asked to`() throws {
        try homeward.folder.write("twice.csv", "id,forename,surname,dob\n5,Ann,Lee,2014-03-04\n6,Ann,Lee,2014-03-04\n")
        try homeward.folder.write("school.csv", Self.school)
        let ran = try link(
            "school.csv",
            "twice.csv",
            "--model",
            "small.yml",
            "--out",
            "clusters.csv",
            "--one-to-one"
        )
        #expect(ran.status == 0, "\(ran.err)")
        let together = try lines("clusters.csv").filter { $0.hasSuffix(",school/1") }
        #expect(together.count == 2)
    }

    @Test func `explains a pair`() throws {
        #expect(try small().status == 0)
        let ran = try link("explain", "school/1", "7", "school.csv", "housing.csv", "--model", "small.yml")
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.out.hasPrefix("school/1 and housing/7\n"), "\(ran.out)")
        for words in ["Prior", "two records drawn at", "ANN", "2014-03-04", "They are taken for one person."] {
            #expect(ran.out.contains(words), "\(ran.out)")
        }
        let unknown = try link("explain", "school/1", "99", "school.csv", "housing.csv", "--model", "small.yml")
        #expect(unknown.status == 2)
        #expect(unknown.err == "No record is called 99. Give source/record_id; the sources are housing, school.\n")
    }
}
