import Actions
import Exchange
import Foundation
import Records
import Register
import Testing
import Values
import Workshop

@Suite struct `The invented return of 2,675 children` {
    private let folder: ScratchFolder
    private let register: Register

    init() throws {
        folder = try ScratchFolder()
        register = try Register.scratch(in: folder)
    }

    @Test func `becomes people and placements, twice changes nothing`() throws {
        let options = CheckOptions(collectionYear: 2018)
        let outcome = try register.take(Fixture.returnFiles, options: options)
        #expect(outcome.check.isAccepted)
        #expect(outcome.recorded?.change == 1)
        let records = try register.records()
        #expect(records.people.count == 2675)
        #expect(records.placements.count == 5050)
        #expect(try register.returns(ofTable: "OC3").count == 53)
        #expect(try register.take(Fixture.returnFiles, options: options).recorded?.change == nil)
        // The same rows under other names, in another order, are the same return.
        let turned = try Fixture.returnFiles.map { path in
            let lines = try Fixture.lines(path)
            let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\r\n") + "\r\n"
            return try folder.write("turned/my \(URL(filePath: path).lastPathComponent)", text)
        }
        let again = try register.take(turned, options: options)
        #expect(again.recorded?.tables.filter { $0.new + $0.revised > 0 }.map(\.table) == [])
        #expect(again.recorded?.change == nil)
    }
}

@Suite struct `A return about people the register has` {
    private let folder: ScratchFolder
    private let register: Register
    private static let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
    private static let episodes =
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    private static let oc2 =
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
        + "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n"

    init() throws {
        folder = try ScratchFolder()
        register = try Register.scratch(in: folder)
        try register.take([SmallPackage().write(to: folder)])
    }

    private func person(_ id: String) throws -> Person? {
        try register.records().people.first { $0.id.text == id }
    }

    @Test func `is about the person with that child_id, who keeps their names and family`() throws {
        let before = try #require(try person("P1"))
        let files = [
            try folder.write("h.csv", Self.header + "C900,1,27/06/2008,WBRI,,,\n"),
            try folder.write("e.csv", Self.episodes + "C900,01/05/2019,S,C2,N1,U1,PR1,,,,,,\n"),
            try folder.write("o.csv", Self.oc2 + "C900,27/06/2008,21,,0,1,1,1,1,0,,\n"),
        ]
        let outcome = try register.take(files, options: CheckOptions(collectionYear: 2020))
        #expect(outcome.recorded?.change == 2)
        let records = try register.records()
        #expect(records.people.count == 2)
        var expected = before
        expected.ethnicity = .wbri
        #expect(try person("P1") == expected)
        #expect(records.placements.map(\.personID.text) == ["P1", "P1"])
        #expect(records.assessments.map { $0.personID?.text } == ["P1"])
        #expect(records.scores.map(\.value) == [Values.Decimal(21)])
        #expect(try register.take(files, options: CheckOptions(collectionYear: 2020)).recorded?.change == nil)
    }

    @Test(arguments: ["e.csv", "o.csv"])
    func `needs no header for a child the register knows`(name: String) throws {
        let text =
            name == "e.csv"
            ? Self.episodes + "C900,01/05/2019,S,C2,N1,U1,PR1,,,,,,\n"
            : Self.oc2 + "C900,27/06/2008,21,,0,1,1,1,1,0,,\n"
        let outcome = try register.take([folder.write(name, text)], options: CheckOptions(collectionYear: 2020))
        #expect(outcome.check.problems.filter(\.blocksImport) == [])
        let records = try register.records()
        #expect(records.people.count == 2)
        let about = records.placements.map { $0.personID.text } + records.assessments.compactMap { $0.personID?.text }
        #expect(about.count == 2 && Set(about) == ["P1"])
    }

    @Test func `adds a child nobody knew`() throws {
        try register.take([folder.write("h.csv", Self.header + "C901,2,27/06/2009,WBRI,,,\n")])
        #expect(try person("C901")?.childID == "C901")
        #expect(try person("P1")?.forename == "José")
    }

    @Test func `does not take back what a package in the same import corrects`() throws {
        var corrected = SmallPackage()
        corrected.people.replace("José", with: "Josef")
        let package = try corrected.write(to: folder, as: "corrected")
        let header = try folder.write("h.csv", Self.header + "C900,1,27/06/2008,WBRI,,,\n")
        let outcome = try register.take([package, header], options: CheckOptions(collectionYear: 2020))
        #expect(outcome.recorded?.change == 2)
        #expect(try register.records().people.count == 2)
        #expect(try person("P1")?.forename == "Josef")
    }

    @Test func `is joined with a package that comes in the same import`() throws {
        let empty = try Register.scratch(in: folder, named: "empty.db")
        let files = [
            try folder.write("e.csv", Self.episodes + "C900,01/09/2018,S,V2,N1,U6,PR1,,,,,,\n"),
            try folder.write("h.csv", Self.header + "C900,1,27/06/2008,WBRI,,,\n"), folder("package"),
        ]
        let outcome = try empty.take(files, options: CheckOptions(collectionYear: 2019))
        #expect(outcome.recorded?.change == 1)
        let records = try empty.records()
        #expect(records.people.map(\.id.text).sorted() == ["P1", "P2"])
        #expect(records.people.first { $0.id.text == "P1" }?.ethnicity == .wbri)
        #expect(records.placements.map(\.personID.text) == ["P1"], "the same placement in both is one")
        #expect(try empty.take(files, options: CheckOptions(collectionYear: 2019)).recorded?.change == nil)
    }
}
