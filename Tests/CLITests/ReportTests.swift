import Foundation
import Testing
import Workshop

@Suite struct `Reports on the command line` {
    /// The Essex package, imported once for all.
    private static let essex = Result {
        let homeward = try Homeward()
        let ran = try homeward("import", Fixture.essex, "--format", "json")
        return (homeward: homeward, imported: ran)
    }
    private let homeward: Homeward

    init() throws {
        homeward = try Self.essex.get().homeward
    }

    private func report(_ arguments: String...) throws -> Homeward.Ran {
        try homeward.run(["report", "key-information", "--as-at", "2019-01-31"] + arguments)
    }

    @Test func `the package is imported with its warnings`() throws {
        let ran = try Self.essex.get().imported
        #expect(ran.status == 1)
        #expect(ran.json?["change"] as? Int == 1)
    }

    @Test func `JSON is what figures are documented to be`() throws {
        let ran = try report("--format", "json")
        #expect(ran.status == 0)
        #expect(ran.err == "")
        let json = try #require(ran.json)
        #expect(Set(json.keys) == ["report", "as_at", "known_at", "figures", "tables", "imprint"])
        #expect(json["as_at"] as? String == "2019-01-31")
        #expect(json["known_at"] as? Int == 1)
        let figures = try #require(json["figures"] as? [[String: Any]])
        let always: Set = ["id", "label", "value", "unit", "definition"]
        let sometimes: Set = ["numerator", "denominator", "low", "high", "unknown"]
        for figure in figures {
            #expect(always.isSubset(of: figure.keys))
            #expect(Set(figure.keys).subtracting(always).isSubset(of: sometimes))
        }
        let home = try #require(figures.first { $0["id"] as? String == "home.now" })
        #expect(home["numerator"] as? Int == 353)
        #expect(home["denominator"] as? Int == 388)
        #expect(ran.out.contains("\"value\": \(353.0 / 388.0),"), "at full precision")
    }

    @Test func `text rounds for people`() throws {
        let ran = try report()
        #expect(ran.status == 0)
        #expect(ran.out.contains("91.0%"))
        #expect(ran.out.contains("353 of 388"))
        #expect(ran.out.contains("As at 31 January 2019"))
    }

    @Test func `CSV has a row a figure`() throws {
        let rows = try report("--format", "csv").out.split(whereSeparator: \.isNewline)
        #expect(
            rows.first?.hasPrefix("report,as_at,from,to,known_at,id,label,value,unit,numerator,denominator") == true
        )
        let figures = try report("--format", "json").json?["figures"] as? [Any]
        #expect(rows.count - 1 == figures?.count)
        #expect(rows.contains { $0.contains("home.now") && $0.contains("353,388") })
    }

    @Test func `HTML is one whole page`() throws {
        let ran = try report("--format", "html")
        #expect(ran.out.lowercased().hasPrefix("<!doctype html>"))
        #expect(ran.out.contains("353 of 388"))
        #expect(ran.out.hasSuffix("</html>"))
    }

    @Test func `a programme narrows it`() throws {
        let all = try report("--format", "json")
        let same = try report("--format", "json", "--programme", "mst")
        #expect(all.json?["figures"] as? [[String: Any]] != nil)
        #expect(same.status == 0)
        let none = try report("--programme", "nosuch")
        #expect(none.status == 2)
        #expect(none.out == "")
        #expect(
            none.err.contains("There is no programme of that code in the register. Give one of: mst."),
            "\(none.err)"
        )
    }

    @Test func `performance covers a period and intelligence a set of criteria`() throws {
        let performance = try homeward(
            "report",
            "performance",
            "--from",
            "2018-02-01",
            "--to",
            "2019-01-31",
            "--format",
            "json"
        )
        #expect(performance.status == 0)
        #expect(performance.json?["from"] as? String == "2018-02-01")
        #expect(performance.json?["to"] as? String == "2019-01-31")
        let intelligence = try homeward("report", "intelligence", "--as-at", "2019-01-31", "--format", "json")
        #expect(intelligence.status == 0)
        let figures = try #require(intelligence.json?["figures"] as? [[String: Any]])
        #expect(figures.contains { $0["id"] as? String == "families.identified" })
    }

    @Test(arguments: ["text", "json", "csv", "html"])
    func `explain lists the records behind a figure, in every form`(format: String) throws {
        let ran = try homeward("explain", "home.now", "--as-at", "2019-01-31", "--format", format)
        #expect(ran.status == 0)
        #expect(ran.err == "")
        #expect(ran.out.contains("C0276"), "a case not at home")
        switch format {
        case "json":
            let members = try #require(ran.json?["members"] as? [[String: Any]])
            #expect(members.count { $0["standing"] as? String == "counted" } == 353)
            #expect(members.count { $0["standing"] as? String == "not counted" } == 35)
            for member in members { #expect(Set(member.keys) == ["table", "key", "standing", "because"]) }
        case "csv": #expect(ran.out.split(whereSeparator: \.isNewline).count == 389)
        default: #expect(ran.out.contains("353 of 388"))
        }
    }

    @Test func `explain finds the report of a figure by its id or its options`() throws {
        let families = try homeward("explain", "families.identified", "--as-at", "2019-01-31", "--format", "json")
        #expect(families.json?["report"] as? String == "intelligence")
        let served = try homeward(
            "explain",
            "mst.families.served",
            "--from",
            "2018-02-01",
            "--to",
            "2019-01-31",
            "--format",
            "json"
        )
        #expect(served.json?["report"] as? String == "performance")
        let figure = try #require(served.json?["figure"] as? [String: Any])
        let members = try #require(served.json?["members"] as? [[String: Any]])
        #expect(members.count { $0["standing"] as? String == "counted" } == figure["value"] as? Int)
    }

    @Test func `a correction can be replayed and accounted for`() throws {
        let own = try Homeward()
        _ = try own("import", Fixture.essex)
        let lines = try Fixture.lines("\(Fixture.essex)/placements.csv")
        let line = try #require(lines.first { $0.hasPrefix("P00607,2017-07-06,2019-02-01,") })
        let corrected = "\(lines[0])\n\(line.replacing("2019-02-01", with: "2019-01-15"))\n"
        #expect(
            try own("import", own.folder.write("c/placements.csv", corrected)).out.contains("Imported as change 2.")
        )
        for (change, share) in [("1", "353 of 388"), ("2", "354 of 388")] {
            let ran = try own("report", "key-information", "--as-at", "2019-01-31", "--known-at", change)
            #expect(ran.out.contains(share), "known at \(change)")
        }
        let account = try own("changes", "--report", "key-information", "--as-at", "2019-01-31", "--since", "1")
        #expect(account.status == 0)
        #expect(account.out.contains("home.now: 91.0% became 91.2%"), "\(account.out)")
        #expect(account.out.contains("cases C0276: not counted"), "\(account.out)")
        #expect(account.out.contains("placements  P00607"), "\(account.out)")
        #expect(try own("changes").out.split(whereSeparator: \.isNewline).count == 2)
        // What was exported as then known is the package as it was.
        _ = try own("export", own.folder("then"), "--known-at", "1")
        #expect(try own("import", own.folder("then"), "--register", own.folder("other.db")).status == 1)
        let then = try own("report", "key-information", "--as-at", "2019-01-31", "--register", own.folder("other.db"))
        #expect(then.out.contains("353 of 388"))
    }
}
