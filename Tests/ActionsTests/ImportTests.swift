import Actions
import Exchange
import Records
import Register
import Testing
import Values
import Workshop

@Suite struct `Importing files` {
    private let folder: ScratchFolder
    private let register: Register

    init() throws {
        folder = try ScratchFolder()
        register = try Register.scratch(in: folder)
    }

    @Test func `a second time changes nothing`() throws {
        let path = try SmallPackage().write(to: folder)
        #expect(try register.take([path]).recorded?.change == 1)
        let known = try register.records()
        let again = try register.take([path])
        #expect(again.check.isAccepted)
        #expect(again.recorded?.change == nil)
        #expect(again.recorded?.tables.allSatisfy { $0.new + $0.revised + $0.ended == 0 } == true)
        #expect(try register.latestChange() == 1)
        #expect(try register.records() == known)
        #expect(try register.imports(limit: 10).map(\.outcome) == [.unchanged, .recorded])
    }

    @Test func `the order of rows and columns does not matter`() throws {
        try register.take([SmallPackage().write(to: folder)])
        var turned = SmallPackage()
        turned.people = """
            child_id,role,person_id,sex,nhs_number,date_of_birth,surname,forename,family_id
            ,parent_carer,P2,F,,1980-02-29,Ashdown,Maria,F1
            C900,child,P1,M,9434765919,2008-06-27,Ashdown-Óakes,José,F1

            """
        #expect(try register.take([turned.write(to: folder, as: "turned")]).recorded?.change == nil)
    }

    @Test func `a corrected file makes new versions and leaves the rest`() throws {
        try register.take([SmallPackage().write(to: folder)])
        var corrected = SmallPackage()
        corrected.cases.replace("2018-06-10", with: "2018-06-17")
        let outcome = try register.take([corrected.write(to: folder)])
        #expect(outcome.recorded?.change == 2)
        #expect(outcome.recorded?.tables.filter { $0.revised > 0 }.map(\.table) == ["cases"])
        let versions = try register.history(ofTable: "cases", key: "K1")
        #expect(versions.map(\.fromChange) == [1, 2])
        #expect(versions.map(\.toChange) == [2, nil])
    }

    @Test func `tables may come one at a time`() throws {
        let path = try SmallPackage().write(to: folder)
        for (number, name) in ["families", "people", "cases", "placements"].enumerated() {
            #expect(try register.take(["\(path)/\(name).csv"]).recorded?.change == number + 1)
        }
        let whole = try Register.scratch(in: folder, named: "whole.db")
        try whole.take([path])
        #expect(try register.records() == whole.records())
    }

    @Test func `a refused import leaves the register as it was and is in the history`() throws {
        try register.take([SmallPackage().write(to: folder)])
        let known = try register.records()
        let head = try register.change(1).hash
        var wrong = SmallPackage()
        wrong.cases += "K2,F1,P1,mst,2018-13-10,,\n"
        wrong.placements += "P1,2017-01-01,2017-02-01,V2,U6\n"
        let outcome = try register.take([wrong.write(to: folder, as: "wrong")])
        #expect(!outcome.check.isAccepted)
        #expect(outcome.recorded == nil)
        #expect(try register.records() == known)
        #expect(try register.latestChange() == 1)
        #expect(try register.change(1).hash == head)
        #expect(try register.verify().isSound)
        let latest = try #require(try register.imports(limit: 1).first)
        #expect(latest.outcome == .refused)
        #expect(latest.change == nil)
        #expect(latest.entry.errors == 1)
        let problem = try #require(ImportedProblem.read(latest.entry.problems).first { $0.severity == "error" })
        #expect(problem.place == "\(folder.path)/wrong/cases.csv, line 3")
        #expect(problem.field == "started_on")
        #expect(problem.rule == "not-a-date")
    }

    @Test func `the history says what was in each file`() throws {
        let path = try SmallPackage().write(to: folder)
        try register.take([path])
        let files = try #require(try register.recordedImport(ofChange: 1)).entry.files
        #expect(
            Dictionary(uniqueKeysWithValues: files.map { ($0.table, $0.rows) }) == [
                "families": 1, "people": 2, "cases": 1, "placements": 1,
            ]
        )
        #expect(files.allSatisfy { $0.file.hasPrefix(path) })
    }

    @Test func `a replaced period ends what is no longer given, and nothing else`() throws {
        var first = SmallPackage()
        first.placements += "P1,2016-05-01,2016-06-01,V2,U6\nP1,2017-05-01,2017-06-01,V2,U6\n"
        first.placements += "P1,2017-07-01,2017-08-01,V2,U6\n"
        try register.take([first.write(to: folder)])
        let year = try #require(Period(from: day("2017-04-01"), to: day("2018-03-31")))
        let given = "person_id,started_on,ended_on,legal_status,placement\nP1,2017-07-01,2017-08-01,V2,U6\n"
        let outcome = try register.take([folder.write("second/placements.csv", given)], replacing: year)
        #expect(outcome.recorded?.tables.first { $0.table == "placements" }?.ended == 1)
        let starts = try register.records().placements.map(\.startedOn.iso)
        #expect(Set(starts) == ["2016-05-01", "2017-07-01", "2018-09-01"])
        #expect(try register.records(knownAt: 1).placements.count == 4)
        #expect(try register.records().cases.count == 1, "a table without a file is left alone")
    }

    @Test func `without a period, what is no longer given stays`() throws {
        try register.take([SmallPackage().write(to: folder)])
        let header = "person_id,started_on,ended_on,legal_status,placement\n"
        try register.take([folder.write("p/placements.csv", header + "P1,2017-07-01,2017-08-01,V2,U6\n")])
        #expect(try register.records().placements.count == 2)
    }

    private func day(_ iso: String) -> Day { Day(iso: iso) ?? .earliest }
}

extension String {
    /// Puts other words in the place of some that are there.
    mutating func replace(_ words: String, with others: String) {
        self = replacing(words, with: others)
    }
}
