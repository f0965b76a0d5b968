import Exchange
import Records
import Testing
import Values

@Suite struct ReturnXMLTests {
    private func read(_ text: String) -> (data: ReturnData, problems: [Problem]) {
        ReturnXML.read(Array(text.utf8), file: "return.xml")
    }

    /// The numbers were counted with another XML parser, in another language.
    @Test func readsTheInventedReturn() throws {
        let (data, problems) = ReturnXML.read(try ReturnFixtures.bytes("fake_903.xml"), file: "fake_903.xml")
        #expect(problems.isEmpty)
        let counts: [ReturnTable: Int] = [
            .header: 253, .episodes: 459, .reviews: 1206, .uasc: 12, .oc2: 253, .oc3: 6, .ad1: 3,
            .placedAdoption: 3, .prevPerm: 253, .missing: 6,
        ]
        #expect(data.tables.mapValues(\.count) == counts)
        let year = try #require(data.collectionYear)
        #expect(year.year == 2018)
        let facts = ReturnFacts(from: data, collectionYear: year)
        #expect(facts.problems.filter(\.blocksImport).isEmpty)
        #expect(facts.records.people.count == 253)
        #expect(facts.records.people.compactMap { $0.birth.map { Int($0.latest.number) } }.reduce(0, +) == 3_507_809)
        #expect(facts.records.placements.count == 459)
        #expect(facts.records.placements.map { Int($0.startedOn.number) }.reduce(0, +) == 7_912_752)
        #expect(facts.records.placements.compactMap { $0.endedOn.map { Int($0.number) } }.reduce(0, +) == 5_683_425)
        #expect(facts.records.placements.count { $0.endedOn == nil } == 133)
        #expect(facts.records.placements.count { $0.type == .r3 } == 27)
        #expect(facts.records.scores.count == 122)
        #expect(facts.records.scores.map(\.value.double).reduce(0, +) == 2540)
    }

    @Test func readsTheLastChildOfTheInventedReturn() throws {
        let (data, _) = ReturnXML.read(try ReturnFixtures.bytes("fake_903.xml"), file: "fake_903.xml")
        #expect(data[.header].last?.values == ["754426", "2", "06/02/2002", "REFU", "I020793508153", "", ""])
        #expect(
            data[.episodes].last?.values == [
                "754426", "12/10/2017", "P", "V4", "N6", "K2", "PR0", "", "X1", "", "O23 3VO", "U4 6KV", "3918647",
            ]
        )
        #expect(
            data[.oc2].last?.values == ["754426", "06/02/2002", "", "SDQ2", "0", "1", "0", "1", "1", "1", "1", "1"]
        )
        #expect(data[.episodes].last?.row == 458)
    }

    /// What the CSV files say, the XML made from them says too.
    @Test func theXMLOfAReturnSaysWhatItsFilesSay() throws {
        let files = ReturnFixtures.fake
        let (data, problems) = read(ReturnXMLWriter.xml(files))
        #expect(problems.isEmpty)
        for table in ReturnTable.allCases {
            #expect(sorted(data[table]) == sorted(files[table]), "\(table)")
        }
        let year = try #require(CollectionYear(2018))
        let fromXML = ReturnFacts(from: data, collectionYear: year).records
        let fromFiles = ReturnFacts(from: files, collectionYear: year).records
        #expect(fromXML.people.count == 2675)
        #expect(fromXML.placements.count == 5050)
        #expect(sorted(fromXML.people) == sorted(fromFiles.people))
        #expect(sorted(fromXML.placements) == sorted(fromFiles.placements))
        #expect(sorted(fromXML.scores) == sorted(fromFiles.scores))
        let rules = { (data: ReturnData) in
            Dictionary(grouping: EpisodeRules.check(data, collectionYear: year), by: \.rule).mapValues(\.count)
        }
        #expect(rules(data) == rules(files))
    }

    private func sorted(_ rows: [ReturnRow]) -> [String] {
        rows.map { $0.values.joined(separator: ",") }.sorted()
    }

    private func sorted<Fact: Record>(_ facts: [Fact]) -> [String] {
        facts.map { $0.row.map(\.plain).joined(separator: ",") }.sorted()
    }

    @Test func keepsLinesTrimsAndRaises() {
        let (data, problems) = read(
            """
            <EXPSSDA903>
            <CHILD>
            <HEADER><CHILDID> a1 </CHILDID><DOB>27/03/2008</DOB>
            <AMISSING><MISSING>m</MISSING></AMISSING>
            </HEADER>
            <EPISODE><PL>u4</PL></EPISODE>
            <EPISODE>
            <HOME_POST><![CDATA[b & b]]></HOME_POST><URN>&#83;C1</URN></EPISODE>
            </CHILD>
            </EXPSSDA903>
            """
        )
        #expect(problems.isEmpty)
        #expect(data[.header].map(\.values) == [["A1", "", "27/03/2008", "", "", "", ""]])
        #expect(data[.header].map(\.line) == [3])
        #expect(data[.missing].map(\.values) == [["A1", "27/03/2008", "M", "", ""]])
        #expect(data[.missing].map(\.line) == [4])
        #expect(data[.episodes].map(\.line) == [6, 7])
        #expect(data[.episodes].map(\.row) == [0, 1])
        #expect(data[.episodes].map { $0.values[5] } == ["U4", ""])
        #expect(data[.episodes].map { $0.values[10] } == ["", "B & B"])
        #expect(data[.episodes].map { $0.values[12] } == ["", "SC1"])
    }

    @Test func theUASCFlagMakesARow() {
        let flags = [
            "<UASC>1</UASC>", "<UASC>0</UASC>", "<UASC />", "<UASC /><DUC>01/01/2018</DUC>", "<UASC>0</UASC><DUC />",
        ]
        let children = flags.map { "<CHILD><HEADER><CHILDID>1</CHILDID><SEX>2</SEX>\($0)</HEADER></CHILD>" }.joined()
        let (data, _) = read("<EXPSSDA903>\(children)</EXPSSDA903>")
        #expect(data[.uasc].map(\.values) == [["1", "2", "", ""], ["1", "2", "", "01/01/2018"]])
    }

    @Test func tablesAddedLaterAreReadByTheirFields() {
        let (data, problems) = read(
            """
            <EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID>
            <ANY><SW_ID>SW1</SW_ID><SW_DECOM>01/01/2024</SW_DECOM></ANY></HEADER>
            <OTHER><DOLO_START>01/02/2025</DOLO_START></OTHER></CHILD></EXPSSDA903>
            """
        )
        #expect(problems.isEmpty)
        #expect(data[.swEpisodes].map(\.values) == [["1", "", "SW1", "01/01/2024", "", ""]])
        #expect(data[.dolo].map(\.values) == [["1", "", "01/02/2025", ""]])
    }

    @Test func namesItDoesNotKnowAreSaidOnce() {
        let (data, problems) = read(
            """
            <EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID>
            <COLOUR>red</COLOUR><COLOUR /><TASTE>sweet</TASTE></HEADER></CHILD></EXPSSDA903>
            """
        )
        #expect(data[.header].count == 1)
        #expect(problems.map(\.severity) == [.warning])
        #expect(problems.first?.message.contains("2") == true)
        #expect(problems.first?.line == 2)
        #expect(problems.first?.blocksImport == false)
    }

    static let refused: [(String, String)] = [
        ("", "empty"),
        ("CHILD,SEX\n1,2\n", "no XML"),
        ("<a/>", "another root"),
        ("<EXPSSDA903>", "no end"),
        ("<EXPSSDA903><CHILD><HEADER></CHILD></EXPSSDA903>", "crossed tags"),
        ("<EXPSSDA903></EXPSSDA903><EXPSSDA903></EXPSSDA903>", "two roots"),
        ("<EXPSSDA903>\u{0}</EXPSSDA903>", "a null byte"),
        ("<EXPSSDA903><CHILD>&nothing;</CHILD></EXPSSDA903>", "an entity of nobody"),
        ("<!DOCTYPE a SYSTEM 'file:///etc/hostname'><EXPSSDA903/>", "a document type"),
        ("<EXPSSDA903><a b='></EXPSSDA903>", "a quote left open"),
        ("<EXPSSDA903><1/></EXPSSDA903>", "a name that is none"),
        ("<EXPSSDA903></EXPSSDA903 x>", "a closing tag with more"),
        ("<EXPSSDA903/>more", "text after the root"),
        ("<EXPSSDA903><!-- </EXPSSDA903>", "a comment left open"),
        ("<EXPSSDA903>&#0;</EXPSSDA903>", "a character that is none"),
        ("<EXPSSDA903>&#xFFFFFFFFFF;</EXPSSDA903>", "a number too large"),
        ("<EXPSSDA903>" + String(repeating: "<CHILD>", count: 200_000), "depth"),
        (bomb, "an entity bomb"),
    ]

    private static var bomb: String {
        let steps = (1...30).map { level in
            "<!ENTITY x\(level) '" + String(repeating: "&x\(level - 1);", count: 10) + "'>"
        }
        return "<!DOCTYPE EXPSSDA903 [<!ENTITY x0 'ha'>\(steps.joined())]><EXPSSDA903>&x30;</EXPSSDA903>"
    }

    @Test(arguments: refused)
    func refuses(text: String, what: String) {
        let (_, problems) = read(text)
        #expect(problems.count == 1, "\(what)")
        #expect(problems.allSatisfy { $0.blocksImport && $0.file == "return.xml" }, "\(what)")
    }

    @Test func passesOverWhatSaysNothing() {
        let (data, problems) = read(
            """
            \u{FEFF}<?xml version="1.0"?><!-- > & < -->
            <EXPSSDA903 xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:a="1 > 0"><!-- a -->
            <CHILD ><HEADER><CHILDID a='/>'>1<!-- b -->2</CHILDID ><UPN/></HEADER></CHILD></EXPSSDA903>

            """
        )
        #expect(problems.isEmpty)
        #expect(data[.header].map(\.values) == [["12", "", "", "", "", "", ""]])
        #expect(data[.header].map(\.line) == [3])
    }

    @Test func refusesOtherEncodingsWithAdvice() {
        let text = "<EXPSSDA903/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [[0xFF, 0xFE] + text, text, Array("<EXPSSDA903>".utf8) + [0xE9]] {
            #expect(ReturnXML.read(bytes, file: "a").problems.first?.message.contains("UTF-8") == true)
        }
    }

    /// A file cut short anywhere is refused, wherever that is.
    @Test func refusesEveryTruncation() {
        let whole = Array(
            """
            <?xml version='1.0'?><EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID></HEADER>\
            <EPISODE><DECOM>01/06/2017</DECOM></EPISODE></CHILD></EXPSSDA903>
            """.utf8
        )
        #expect(ReturnXML.read(whole, file: "a").problems.isEmpty)
        for length in whole.indices {
            #expect(!ReturnXML.read(Array(whole[..<length]), file: "a").problems.filter(\.blocksImport).isEmpty)
        }
    }
}
