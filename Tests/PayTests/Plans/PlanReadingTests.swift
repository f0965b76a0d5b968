import Definitions
import Pay
import Testing
import Values

@Suite struct `A plan that is wrong` {
    /// A small plan that is right.
    static let lines = [
        "kind: plan", "id: small", "version: \"1\"", "from: 2024-04-01", "source: {document: A paper, section: 1}",
        "evidence: stated", "title: A small plan", "council: A council",
        "span: {first: 2024/25 Q1, last: 2025/26 Q4}",
        "delivery: {first: 2024/25 Q1, last: 2025/26 Q3}",
        "placements:", "  - {id: home, label: Children's home, children: 10, price: 200000, evidence: stated}",
        "costs:", "  - {id: team, label: Team, annual: 300000, set_up: 1000.50}",
        "cohort: {beds: 2, quarters_in_home: 1, success_percent: 50, then: [home]}",
        "options:", "  - {id: own, label: Own budget}",
        "  - {id: bond, label: Bond, investor: {funds: [team], return_percent: 5, milestones: [4]}}",
        "quantities:", "  - {id: many, words: things, number: 3}",
        "stated:", "  - {place: 'Page 1', words: Cost, line: gross, amounts: {2024/25: 301000.50}}",
        "  - {place: 'Page 2', words: Things, equals: 9, from: [{times: [many, 3]}]}",
        "children:", "  - {id: A, starts: 2024/25 Q1, placement: home, returns: true, saving_ends: 2025/26 Q1}",
    ]

    static func read(_ lines: [String]) throws -> Plan {
        let file = DefinitionFile(name: "small.yml", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
        let plans = try Plan.all(DefinitionSet(shipped: [], local: [file]))
        return try #require(plans.first)
    }

    @Test func `is compared with one that is right`() throws {
        let plan = try Self.read(Self.lines)
        let table = PlanTable(plan)
        #expect(table.line("gross")?.amounts == [Money(pence: 30_100_050), Money(pence: 22_500_000)])
        #expect(table.line("reduction")?.amounts == [Money(pence: -20_000_000), .zero])
        #expect(plan.discount == .greenBook)
        let statements = table.findings.filter { $0.kind == .statement }
        #expect(statements.allSatisfy { $0.standing == .differs } == false)
        #expect(statements.count == 2)
    }

    @Test(arguments: [
        (
            "last: 2025/26 Q4}", "last: 2023/24 Q4}", 9,
            "last must be the same as first or after it, and within 100 years of it"
        ),
        (
            "first: 2024/25 Q1, last: 2025/26 Q3", "first: 2024/25 Q1, last: 2026/27 Q3", 10,
            "delivery must lie within span"
        ),
        ("price: 200000,", "price: -1,", 12, "price must be pounds from 0 to 1000000000, like 175000 or 66125.50"),
        ("price: 200000,", "price: 1.005,", 12, "price must be pounds from 0 to 1000000000, like 175000 or 66125.50"),
        ("children: 10", "children: -10", 12, "children must be from 0 to 100000"),
        ("success_percent: 50", "success_percent: 101", 15, "success_percent must be from 0 to 100"),
        ("then: [home]", "then: [house]", 15, "then must name placements of this plan"),
        (
            "quarters_in_home: 1", "quarters_in_home: 9", 15,
            "quarters_in_home must not be more than the quarters in which the programme runs"
        ),
        ("funds: [team]", "funds: [bus]", 18, "funds must name cost headings of this plan"),
        ("line: gross", "line: profit", 22, "line must be one of"),
        ("2024/25: 301000.50", "2034/35: 301000.50", 22, "2034/35 must be a financial year of the plan, like 2024/25"),
        ("times: [many, 3]", "times: [few, 3]", 23, "times must be numbers or names of quantities"),
        ("equals: 9, ", "", 23, "place must come with line and amounts, or with equals, at_least or at_most"),
        (
            "starts: 2024/25 Q1", "starts: 2025/26 Q4", 25,
            "starts must be from 2024/25 Q1 to 2025/26 Q3, when the programme runs"
        ),
        ("starts: 2024/25 Q1", "starts: soon", 25, "starts must be a quarter of a financial year, like 2018/19 Q4"),
        ("placement: home, returns", "placement: house, returns", 25, "placement must be one of the placements"),
        ("saving_ends: 2025/26 Q1", "saving_ends: 2024/25 Q1", 25, "saving_ends must be after starts"),
        ("title: A small plan", "titel: A small plan", 7, "titel is not a key that is known here"),
    ])
    func `is refused with file, line and reason`(words: String, instead: String, line: Int, reason: String) throws {
        let lines = Self.lines.map { text in text.contains(words) ? text.replacing(words, with: instead) : text }
        #expect(lines != Self.lines)
        do {
            _ = try Self.read(lines)
            Issue.record("it was read")
        } catch let refusal as DefinitionRefusal {
            let found = refusal.problems.contains { $0.line == line && $0.reason.hasPrefix(reason) }
            #expect(found, "\(refusal)")
            #expect(refusal.problems.allSatisfy { $0.file == "small.yml" })
        }
    }

    @Test(arguments: [
        ("child", "is missing", "1,,2018/19 Q4,Home,175000,1,"),
        ("start_quarter", "must be a quarter", "1,A,2018,Home,175000,1,"),
        ("annual_cost_gbp", "must be pounds", "1,A,2018/19 Q4,Home,much,1,"),
        ("returned_home", "must be 1 or 0", "1,A,2018/19 Q4,Home,175000,yes,"),
        ("saving_ends_quarter", "must be after", "1,A,2018/19 Q4,Home,175000,1,2018/19 Q4"),
        ("start_quarter", "must be from 2018/19 Q4 to 2023/24 Q3", "1,A,2030/31 Q4,Home,175000,1,"),
    ])
    func `or a child that is wrong is refused with its line`(column: String, reason: String, row: String) throws {
        let plan = try rotherham()
        let header = [
            "n", "child", "start_quarter", "prior_placement", "annual_cost_gbp", "returned_home", "saving_ends_quarter",
        ]
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        do {
            _ = try ChildTable.read("c.csv", header: header, rows: [ChildTable.Row(line: 2, cells: cells)], of: plan)
            Issue.record("it was read")
        } catch {
            #expect(error.problems.contains { $0.line == 2 && $0.reason.hasPrefix("\(column) \(reason)") }, "\(error)")
        }
    }

    @Test func `or children of a file without its columns are refused`() throws {
        let plan = try rotherham()
        #expect(throws: DefinitionRefusal.self) {
            try ChildTable.read("c.csv", header: ["child"], rows: [], of: plan)
        }
    }
}

@Suite struct `Rules that make a plan's children` {
    @Test func `fill every bed in every cycle, and count success in whole children`() throws {
        let plan = try rotherham()
        let children = plan.cohort.children(plan.delivery, plan.placements)
        #expect(children.count == 60)
        #expect(children.count(where: \.returns) == 45)
        let byCycle = Dictionary(grouping: children, by: \.starts).sorted { $0.key < $1.key }.map {
            $0.value.count(where: \.returns)
        }
        #expect(Array(byCycle.prefix(8)) == [2, 2, 2, 3, 2, 2, 2, 3])
        #expect(children.prefix(24).allSatisfy { $0.annualPrice == Money(pence: 17_500_000) })
        #expect(children.dropFirst(24).count { $0.annualPrice == Money(pence: 4_500_000) } == 12)
    }

    @Test func `return no more children than the share, and no whole child fewer`() throws {
        var rules = try rotherham().cohort
        for percent in 0...100 {
            rules.successPercent = Decimal(percent)
            for children in 0...60 {
                let returned = rules.returned(of: children)
                #expect(returned * 100 <= percent * children)
                #expect((returned + 1) * 100 > percent * children)
            }
        }
    }
}
