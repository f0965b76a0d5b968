import Foundation
import Testing
import Workshop

@Suite struct `Contracts on the command line` {
    private let homeward: Homeward

    init() throws {
        homeward = try Homeward()
        var package = SmallPackage()
        package.people = package.people.replacing("2008-06-27", with: "2005-06-27")
        _ = try homeward("import", try package.write(to: homeward.folder))
    }

    private func contract(_ command: String, _ more: String...) throws -> Homeward.Ran {
        try homeward.run(
            ["contract", command, "--contract", "essex-care-days", "--as-at", "2018-06-30", "--format", "json"] + more
        )
    }

    /// 81 nights before April and 91 after it, 55 % of them expected in care, at £74.70: rounded in each year.
    @Test func `pay for the register's cohort to the penny`() throws {
        let ran = try contract("statement")
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.json?["net_pence"] as? Int == 332_789 + 373_874)
        #expect(ran.json?["members"] as? Int == 1)
        #expect((ran.json?["lines"] as? [[String: Any]])?.first?["quantity"] as? String == "891/20")
    }

    @Test(arguments: ["statement", "claims", "forecast", "ledger"])
    func `stand without names in every form`(command: String) throws {
        for format in command == "ledger" ? ["csv"] : ["text", "csv", "json", "html"] {
            let ran = try homeward.run(
                ["contract", command, "--contract", "essex-care-days", "--as-at", "2018-06-30", "--format", format]
            )
            #expect(ran.status == 0 && !ran.out.isEmpty, "\(ran.err)")
            for name in ["José", "Maria", "Ashdown", "9434765919"] { #expect(!ran.out.contains(name)) }
        }
    }

    @Test func `replay an earlier state, and show what a correction changes`() throws {
        try homeward.folder.write(
            "later/placements.csv",
            "person_id,started_on,ended_on,legal_status,placement\nP1,2018-04-01,2018-05-01,V2,U6\n"
        )
        #expect(try homeward("import", homeward.folder("later")).status == 0)
        let then = try contract("statement", "--known-at", "1")
        #expect(then.json?["net_pence"] as? Int == 706_663)
        let replay = try contract("replay", "--known-at", "1")
        #expect(replay.status == 0, "\(replay.err)")
        #expect(replay.json?["then_net_pence"] as? Int == 706_663)
        // 30 nights in care: 20.05 avoided in that year instead of 50.05.
        #expect(replay.json?["now_net_pence"] as? Int == 332_789 + 149_774)
        let adjustments = replay.json?["adjustments"] as? [[String: Any]]
        #expect(adjustments?.count == 2 && adjustments?.first?["subject"] as? String == "P1")
    }

    @Test func `are simulated from the definition alone, the same each time`() throws {
        let arguments = ["contract", "simulate", "--contract", "rotherham-reunification", "--trials", "20"]
        let one = try homeward.run(arguments + ["--format", "json"])
        #expect(one.status == 0, "\(one.err)")
        #expect(try homeward.run(arguments + ["--format", "json"]).out == one.out)
        #expect(try homeward.run(arguments + ["--format", "json", "--seed", "2"]).out != one.out)
    }

    @Test func `that are wrong are refused with file, line and reason`() throws {
        try homeward.folder.write(
            "definitions/mine.yml",
            """
            kind: contract
            id: mine
            version: "1"
            from: 2014-01-01
            source: {document: invented, section: none}
            evidence: unverified
            title: Mine
            parties: [{role: commissioner, name: A}, {role: provider, name: B}]
            term: {from: 2014-01-01, to: 2016-12-31, last_claim: 2018-06-30}
            cohort: {member: child, programmes: [mst]}
            verification: {sample_percent: 10}
            paid_before: 500
            clauses:
              - {id: a, label: A, clause: attachment, price: 1}
              - {id: b, label: B, clause: cap, per: contract, amount: 499}

            """
        )
        let ran = try homeward("contract", "list", "--definitions", homeward.folder("definitions"))
        #expect(ran.status == 1)
        #expect(ran.err.contains("mine.yml, line 15: amount must not be below paid_before"))
        let unknown = try homeward("contract", "simulate", "--contract", "none")
        #expect(unknown.status == 2 && unknown.err.contains("essex-care-days"))
    }
}
