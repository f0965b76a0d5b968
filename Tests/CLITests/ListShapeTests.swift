import Foundation
import Testing
import Workshop

/// What `check` and `import` print, to be read by other programs.
@Suite struct `The list of problems` {
    private let homeward: Homeward
    private let path: String

    init() throws {
        homeward = try Homeward()
        var package = SmallPackage()
        package.cases += "K2,F1,P1,mst,2018-02-30,,\n"
        package.placements += "P1,2018-10-01,,V2,U6\n"
        path = try package.write(to: homeward.folder)
    }

    @Test func `as JSON has problems and tables with their keys`() throws {
        let ran = try homeward("check", path, "--format", "json")
        #expect(ran.status == 1)
        #expect(ran.err == "")
        let json = try #require(ran.json)
        #expect(Set(json.keys) == ["problems", "tables"])
        let problems = try #require(json["problems"] as? [[String: Any]])
        let keys: Set = ["file", "table", "row", "line", "field", "rule", "severity", "blocks", "message"]
        #expect(!problems.isEmpty)
        for problem in problems { #expect(Set(problem.keys) == keys) }
        let date = try #require(problems.first { $0["rule"] as? String == "not-a-date" })
        #expect(date["file"] as? String == "\(path)/cases.csv")
        #expect(date["table"] as? String == "cases")
        #expect(date["row"] as? Int == 1)
        #expect(date["line"] as? Int == 3)
        #expect(date["field"] as? String == "started_on")
        #expect(date["severity"] as? String == "error")
        #expect(date["blocks"] as? Bool == true)
        let tables = try #require(json["tables"] as? [[String: Any]])
        for table in tables { #expect(Set(table.keys) == ["file", "table", "rows"]) }
        let rows = tables.compactMap { table in (table["table"] as? String).map { ($0, table["rows"] as? Int) } }
        #expect(
            Dictionary(uniqueKeysWithValues: rows) == ["families": 1, "people": 2, "cases": 2, "placements": 2]
        )
    }

    @Test func `of an import has the change as well, null where it was refused`() throws {
        let refused = try #require(homeward("import", path, "--format", "json").json)
        #expect(Set(refused.keys) == ["problems", "tables", "change"])
        #expect(refused["change"] is NSNull)
        let good = try SmallPackage().write(to: homeward.folder, as: "good")
        let first = try homeward("import", good, "--format", "json")
        #expect(first.status == 0)
        #expect(first.json?["change"] as? Int == 1)
        #expect((first.json?["problems"] as? [Any])?.isEmpty == true)
        #expect(try homeward("import", good, "--format", "json").json?["change"] is NSNull)
    }

    @Test func `as CSV has a row a problem under the same names`() throws {
        let ran = try homeward("check", path, "--format", "csv")
        #expect(ran.status == 1)
        let lines = ran.out.split(whereSeparator: \.isNewline)
        #expect(lines.first == "file,table,row,line,field,rule,severity,blocks,message")
        let count = try homeward("check", path, "--format", "json").json?["problems"] as? [Any]
        #expect(lines.count - 1 == count?.count)
        #expect(lines.contains { $0.hasPrefix("\(path)/cases.csv,cases,1,3,started_on,not-a-date,error,true,") })
    }

    @Test func `holds what is checked against the register`() throws {
        let package = try SmallPackage().write(to: homeward.folder, as: "good")
        let alone = try homeward("check", "\(package)/cases.csv")
        #expect(alone.status == 1)
        #expect(alone.out.contains("missing-parent"), "\(alone.out)")
        _ = try homeward("import", package)
        #expect(try homeward("check", "\(package)/cases.csv").status == 0)
    }

    @Test func `of a return has DfE's numbers and the repairs`() throws {
        let episodes = try homeward.folder.write(
            "e.csv",
            """
            CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
            C1,01/05/2017,S,C2,N1,U1,PR1,01/07/2017,X1,OTHER,,,
            C1,01/06/2017,P,C2,N1,U1,PR1,,,,,,

            """
        )
        let header = try homeward.folder.write(
            "h.csv",
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,1,27/06/2008,WBRI,UN1,,\n"
        )
        let checked = try homeward("check", episodes, header, "--collection-year", "2018", "--format", "json")
        let problems = try #require(checked.json?["problems"] as? [[String: Any]])
        #expect(problems.contains { Int($0["rule"] as? String ?? "") != nil })
        #expect(checked.json?["repairs"] == nil)
        let repaired = try homeward(
            "check",
            episodes,
            header,
            "--collection-year",
            "2018",
            "--repair",
            "--format",
            "json"
        )
        let repairs = try #require(repaired.json?["repairs"] as? [[String: Any]])
        for repair in repairs {
            #expect(Set(repair.keys) == ["file", "row", "line", "rule", "field", "before", "after", "why"])
        }
        #expect(!repairs.isEmpty)
    }
}
