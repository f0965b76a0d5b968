import Exchange
import Linkage
import Testing

@Suite struct `Files that are linked` {
    private static let school =
        "id,forename,surname,dob\n1,Ann,Lee,2014-03-04\n2,Bo,Ray,2010-01-02\n\"3,\"\"x\",Cy,Orr,2011-05-06\n"
    private static let housing =
        "id,forename,surname,dob\n9,Ann,Lee,2014-03-04\n10,Bo,Ray,2010-01-02\n11,Cy,Orr,2011-05-06\n"

    @Test func `give clusters named for their first member`() throws {
        let rows = try People.linked([People.file("school.csv", Self.school), People.file("housing.csv", Self.housing)])
        #expect(
            Set(rows.clusters) == [
                "housing,9,housing/9", "school,1,housing/9", "housing,10,housing/10", "school,2,housing/10",
                "housing,11,housing/11", "school,\"3,\"\"x\",housing/11",
            ]
        )
        #expect(rows.pairs.allSatisfy { $0.hasPrefix("housing,") && $0.contains(",school,") })
        #expect(rows.pairs.count == 3)
    }

    /// `school-2/1` comes before `school/1`, though `school` comes before `school-2`.
    @Test func `are named in the order of their names as text`() throws {
        let rows = try People.linked([People.file("school.csv", Self.school), People.file("school-2.csv", Self.school)])
        #expect(rows.clusters.contains("school,1,school-2/1"))
    }

    @Test func `give the same rows in whatever order they come`() throws {
        let first = try People.linked([
            People.file("school.csv", Self.school), People.file("housing.csv", Self.housing),
        ])
        let turned = Self.school.split(separator: "\n").map(String.init)
        let other = try People.linked([
            People.file("housing.csv", Self.housing),
            People.file("school.csv", ([turned[0]] + turned.dropFirst().reversed()).joined(separator: "\n")),
        ])
        #expect(Set(first.clusters) == Set(other.clusters))
        #expect(Set(first.pairs) == Set(other.pairs))
    }

    @Test func `must not be taken for one source by their names`() throws {
        let fault = #expect(throws: LinkageFileFault.self) {
            let files = [try People.file("a/school.csv", Self.school), try People.file("b/school.csv", Self.housing)]
            _ = try LinkageInput(files, model: People.model)
        }
        #expect(fault?.file == "b/school.csv")
        #expect(fault?.reason.contains("a/school.csv; give the files different names, or say in a mapping") ?? false)
    }

    @Test func `may be of one source where the mapping says so, and then have no record twice`() throws {
        let mapping = LinkageMapping(source: "schools")
        let files = [
            try People.file("north.csv", Self.school, mapping: mapping),
            try People.file("south.csv", Self.housing, mapping: mapping),
        ]
        let input = try LinkageInput(files, model: People.model)
        #expect(input.sources.map(\.name) == ["schools"])
        #expect(input.names.firstRepeated() == nil)
        let twice = try LinkageInput([files[0], files[0]], model: People.model)
        let repeated = try #require(twice.names.firstRepeated())
        #expect(repeated == (0, 3))
        #expect(twice.names.name(3) == "schools/1")
    }

    @Test func `say on which lines a record stands`() throws {
        let text = "id,forename\n\n1,\"An\nn\"\n2,Bo\n1,Cy\n"
        let lines = try Array(text.utf8).withUnsafeBytes { bytes in
            try LinkageFile.lines(
                ofID: "1",
                source: "a",
                name: "a.csv",
                bytes: bytes,
                model: People.model,
                mapping: LinkageMapping()
            )
        }
        #expect(lines == [3, 6])
    }

    @Test func `of many records find the one that is repeated`() throws {
        var rows = (0..<50_000).map { "R\($0),Ann,Lee" }
        rows.append("R31415,Bo,Ray")
        let file = try People.file("a.csv", "id,forename,surname\n" + rows.joined(separator: "\n"))
        let names = try LinkageInput([file], model: People.model).names
        let repeated = try #require(names.firstRepeated())
        #expect(repeated == (31_415, 50_000))
        #expect(names.records(withID: "R31415") == [31_415, 50_000])
        #expect(names.records(withID: "R31415", source: "b").isEmpty)
        let constant = try People.file("b.csv", "id,forename\n" + String(repeating: "1,Ann\n", count: 50_000))
        #expect(try LinkageInput([constant], model: People.model).names.firstRepeated()?.later == 1)
    }
}
