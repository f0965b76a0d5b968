import Exchange
import Records
import Testing

/// Whatever stands in a return, reading and checking it comes to an end, and says something.
@Suite struct ReturnFuzzTests {
    private let seed = Array(
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><SEX>1</SEX><DOB>27/03/2008</DOB><UASC>1</UASC>
        <AMISSING><MISSING>M</MISSING><MIS_START>01/06/2017</MIS_START></AMISSING><OC2><SDQ_SCORE>12</SDQ_SCORE></OC2>
        </HEADER><EPISODE><DECOM>01/06/2017</DECOM><RNE>S</RNE><LS>C2</LS><PL>U4</PL><DEC /></EPISODE>
        <EPISODE><DECOM>01/07/2017</DECOM><RNE>P</RNE><LS>C2</LS><PL>K2</PL><HOME_POST>a &amp; b</HOME_POST></EPISODE>
        </CHILD><CHILD><HEADER><CHILDID>2</CHILDID></HEADER></CHILD></EXPSSDA903>
        """.utf8
    )

    @Test(arguments: 0..<8)
    func mutatedXMLNeverCrashes(part: Int) throws {
        var random = Seeded(UInt64(part))
        let year = try #require(CollectionYear(2018))
        for _ in 0..<500 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
            let (data, problems) = ReturnXML.read(bytes, file: "a.xml")
            #expect(problems.allSatisfy { !$0.message.isEmpty })
            for (table, rows) in data.tables {
                #expect(rows.allSatisfy { $0.values.count == table.columns.count })
            }
            exercise(data, year)
        }
    }

    @Test(arguments: 0..<8)
    func mutatedValuesNeverCrash(part: Int) throws {
        var random = Seeded(UInt64(1000 + part))
        let year = try #require(CollectionYear(2018))
        let tables = [ReturnTable.header, .episodes, .oc2]
        for _ in 0..<200 {
            var data = ReturnData()
            for table in tables { data[table] = Array(ReturnFixtures.fake[table].prefix(10)) }
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                mutate(&data, tables.randomElement(using: &random) ?? .episodes, &random)
            }
            exercise(data, year)
        }
    }

    /// Everything that reads a return, with what must hold of the answers whatever it holds.
    private func exercise(_ data: ReturnData, _ year: CollectionYear) {
        let facts = ReturnFacts(from: data, collectionYear: year)
        #expect(facts.records.placements.count == facts.origins["placements"]?.count ?? 0)
        #expect(facts.records.placements.allSatisfy { $0.refusal == nil })
        if !facts.problems.contains(where: \.blocksImport) {
            #expect(facts.records.placements.count == data[.episodes].count)
            #expect(facts.records.people.count == data[.header].count)
        }
        let problems = EpisodeRules.check(data, collectionYear: data.collectionYear ?? year, previous: data)
        #expect(problems.allSatisfy { !$0.blocksImport })
        let once = EpisodeRepairs.apply(to: [ReturnSubmission(year: year, data: data)])
        #expect(EpisodeRepairs.apply(to: once.submissions).repairs.isEmpty)
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &random)
        let end = min(place + Int.random(in: 0...40, using: &random), bytes.count)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: bytes.indices, using: &random))
        case 3: bytes.removeLast(bytes.count - place)
        case 4: bytes.insert(contentsOf: Self.fragments.randomElement(using: &random) ?? [], at: place)
        default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
        }
    }

    private static let fragments = [
        "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;", "&#x10FFFF;", "<![CDATA[", "]]>", "<!--", "-->", "<?pi?>",
        "<CHILD>", "</CHILD>", "<HEADER>", "<EPISODE/>", "<PL/>", "\u{0}", "\u{FEFF}", "é", "<a b='c'/>",
    ].map { Array($0.utf8) }

    private func mutate(_ data: inout ReturnData, _ table: ReturnTable, _ random: inout Seeded) {
        guard let row = data[table].indices.randomElement(using: &random) else { return }
        let column = Int.random(in: table.columns.indices, using: &random)
        let other = data[table].randomElement(using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0 where column < data[table][row].values.count: data[table][row].values[column] = ""
        case 1 where column < data[table][row].values.count:
            data[table][row].values[column] = Self.values.randomElement(using: &random) ?? ""
        case 2: data[table][row].values.shuffle(using: &random)
        case 3: data[table][row].values.removeLast(min(column, data[table][row].values.count))
        case 4: data[table].remove(at: row)
        default: if let other { data[table].append(other) }
        }
    }

    private static let values = [
        "01/01/0001", "31/12/9999", "29/02/2017", "00/00/0000", "99/99/9999", "É", "🙂", "X1", "S", "T4", "V3", "E2",
        "99999999999999999999", "-1", "01/06/2017", "31/03/2018", "\u{0}", "UN1",
    ]
}
