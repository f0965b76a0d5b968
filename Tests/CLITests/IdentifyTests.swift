import Foundation
import Testing
import Workshop

@Suite struct `Families on the command line` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
        let folder = try SmallPackage().write(to: homeward.folder)
        let events = "event_id,person_id,kind,on,source\nE1,P1,permanent_exclusion,2018-02-01,school\n"
        try homeward.folder.write("package/events.csv", events)
        try homeward.folder.write(
            "package/work_status.csv",
            "person_id,status,from\nP2,out_of_work_benefit,2015-01-01\n"
        )
        _ = try homeward("import", folder)
    }

    private func identify(_ more: String...) throws -> (status: Int32, out: String) {
        let ran = try homeward.run(
            ["identify", "--criteria", "troubled-families-2012", "--as-at", "2018-06-30"] + more
        )
        return (ran.status, ran.out)
    }

    @Test(arguments: ["text", "csv", "json", "html"]) func `stand without names in every form`(format: String) throws {
        for more in [["--just-short"], ["--family", "F1"]] {
            let ran = try homeward.run(
                ["identify", "--criteria", "troubled-families-2012", "--as-at", "2018-06-30", "--format", format] + more
            )
            #expect(ran.status == 0, "\(ran.err)")
            #expect(ran.out.contains("F1"))
            for name in ["José", "Maria", "Ashdown", "9434765919"] { #expect(!ran.out.contains(name), "\(more)") }
        }
    }

    @Test func `come with what is missing, and what cannot be assessed`() throws {
        let ran = try identify("--just-short", "--format", "csv")
        let rows = ran.out.split(separator: "\r\n")
        #expect(rows.count == 2)
        #expect(
            rows[1].hasPrefix(
                "troubled-families-2012,2018-06-30,1,F1,,just_short,2,met,unknown,unknown,met,2,false,false,"
            )
        )
        #expect(try identify("--format", "csv").out.split(separator: "\r\n").count == 1)
    }

    @Test func `are counted for publication with small counts hidden`() throws {
        let ran = try homeward(
            "needs",
            "--from",
            "2018-01-01",
            "--to",
            "2018-12-31",
            "--audience",
            "public",
            "--format",
            "csv"
        )
        #expect(ran.status == 0)
        let rows = ran.out.split(separator: "\r\n").filter { $0.contains(",permanent_exclusion,") }
        #expect(rows.allSatisfy { $0.contains(",children,,,,,,true,") }, "\(rows)")
        #expect(!rows.isEmpty)
    }
}
