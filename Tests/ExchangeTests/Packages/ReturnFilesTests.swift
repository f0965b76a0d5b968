import Exchange
import Records
import Testing
import Values

struct ReturnFilesTests {
    private static let header = Given.file(
        "2019/h.csv",
        "DOB,CHILD,SEX,ETHNIC,UPN,MOTHER,MC_DOB\r\n01/02/2010,c1,1,WBRI,UN1,,\r\n"
    )
    private static let episodes = Given.file(
        "2019/e.csv",
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
            + "c1,01/05/2018,s,C1,N1,u4,PR1,,,,,,\n"
    )

    @Test func becomesFacts() {
        let result = FileCheck.run([Self.header, Self.episodes])
        #expect(result.isAccepted)
        #expect(result.records.people.map(\.id.text) == ["C1"])
        #expect(result.records.placements.map(\.startedOn.iso) == ["2018-05-01"])
        #expect(result.origins["placements"] == [Origin(file: "2019/e.csv", row: 0, line: 2)])
        #expect(result.returns[.header].map(\.values) == [["C1", "1", "01/02/2010", "WBRI", "UN1", "", ""]])
        #expect(result.tables.map(\.table) == ["Header", "Episodes"])
    }

    @Test func goesTogetherWithThePackage() {
        let people = Given.file("people.csv", "person_id,date_of_birth,sex,role,child_id\nC1,2010-02-01,F,child,C1\n")
        let events = Given.file("events.csv", "event_id,person_id,kind,on,source\nE1,C1,offence,2019-01-01,police\n")
        let both = FileCheck.run([Self.header, Self.episodes, people, events])
        #expect(both.isAccepted)
        #expect(both.problems(.inReturnToo).map(\.field) == ["sex"])
        #expect(both.records.people.map(\.sex) == [.female])
        #expect(both.records.placements.count == 1)
        let withoutPeople = FileCheck.run([Self.header, Self.episodes, events])
        #expect(withoutPeople.isAccepted)
        #expect(withoutPeople.records.events.count == 1)
    }

    @Test func takesPeopleOfThePackageForChildrenOfTheReturn() {
        let people = Given.file("people.csv", "person_id,date_of_birth,role\nC1,2010-02-01,child\n")
        let result = FileCheck.run([Self.episodes, people])
        #expect(result.isAccepted)
        #expect(result.records.placements.count == 1)
        #expect(!FileCheck.run([Self.episodes]).isAccepted)
        #expect(FileCheck.run([Self.episodes], known: KnownKeys(["people": ["C1"]])).isAccepted)
    }

    @Test func readsTheYearsApart() {
        let next = Given.file(
            "2020/e.csv",
            String(decoding: Self.episodes.bytes, as: UTF8.self).replacing("01/05/2018,s", with: "01/05/2019,P")
        )
        let later = SourceFile(name: "2020/h.csv", bytes: Self.header.bytes)
        let result = FileCheck.run([Self.header, Self.episodes, later, next])
        // The episode that was left open should be the first of the next year.
        #expect(result.problems.contains { $0.rule == "502" && $0.file == "2020/e.csv" })
        #expect(result.records.people.count == 1)
        #expect(result.records.placements.count == 2)
    }

    @Test func asksForTheYearWhereNoDateTellsIt() {
        let text =
            "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
            + "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\nC1,01/02/2010,20,,,,,,,,,\n"
        let files = [Self.header, Given.file("2019/oc2.csv", text)]
        #expect(FileCheck.run(files).problems(.collectionYearUnknown).count == 1)
        let result = FileCheck.run(files, options: CheckOptions(collectionYear: 2019))
        #expect(result.isAccepted)
        #expect(result.records.assessments.map(\.completedOn.iso) == ["2019-03-31"])
    }

    @Test func reportsRowsThatCannotBeRead() {
        let text = String(decoding: Self.header.bytes, as: UTF8.self) + "01/02/2010,c2\r\n\"x\"y,,,,,,\r\n"
        let result = FileCheck.run([Given.file("h.csv", text)])
        #expect(result.problems.filter(\.blocksImport).map(\.rule) == ["wrong-field-count", "text-after-quote"])
        #expect(result.problems.filter(\.blocksImport).map(\.line) == [3, 4])
        #expect(result.problems.filter(\.blocksImport).map(\.table) == ["Header", "Header"])
    }

    @Test func repairsOnlyWhenAskedAndSaysWhat() throws {
        let text = String(decoding: Self.episodes.bytes, as: UTF8.self) + "c1,01/06/2018,P,C1,N1,U1,PR1,,,,,,\n"
        let files = [Self.header, Given.file("2019/e.csv", text)]
        let plain = FileCheck.run(files)
        #expect(plain.repairs.isEmpty)
        #expect(plain.records.placements.map(\.endedOn) == [nil, nil])
        let repaired = FileCheck.run(files, options: CheckOptions(repair: true))
        #expect(!repaired.repairs.isEmpty)
        #expect(repaired.records.placements.first?.endedOn?.iso == "2018-06-01")
        #expect(repaired.returns == plain.returns)
        let json = try JSONValue(reading: repaired.json)
        #expect(json["repairs"]?.elements?.count == repaired.repairs.count)
    }
}
