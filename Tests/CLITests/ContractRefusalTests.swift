import Testing
import Workshop

/// Contracts and plans that cannot be right, each tried through the command line: file, line and reason, and no answer.
@Suite struct `A definition is refused` {
    struct Bad: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let lines: [String]
        /// `line 15: amount must not be below paid_before`.
        let reason: String

        init(_ name: String, _ lines: String..., reason: String) {
            testDescription = name
            self.lines = lines
            self.reason = reason
        }
    }

    /// A contract up to its clauses, which begin on line 20.
    private static let contract = """
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
        outcomes:
          - id: home
            label: Home
            criteria: [{measure: completed}]
            evidence_required: the case
        verification: {sample_percent: 10}
        paid_before: 500
        clauses:
          - {id: p, label: P, clause: attachment, price: 100}

        """

    static let contracts = [
        Bad(
            "bands that overlap",
            "- {id: q, label: Q, clause: band, on: [p], measure: success_rate, outcome: home, "
                + "bands: [{from_percent: 0, to_percent: 50, pays_percent: 0}, {from_percent: 40, pays_percent: 100}]}",
            reason: "line 20: bands must not overlap"
        ),
        Bad(
            "a cap below what is already paid",
            "- {id: q, label: Q, clause: cap, per: contract, amount: 499.99}",
            reason: "line 20: amount must not be below paid_before: that much is already paid"
        ),
        Bad(
            "a price from before the term",
            "- {id: q, label: Q, clause: attachment, prices: [{from: 2013-12-31, to: 2014-12-31, price: 1}]}",
            reason: "line 20: from must be within the term, 1 January 2014 to 31 December 2016"
        ),
        Bad(
            "a release after the last claim",
            "- {id: q, label: Q, clause: retention, percent: 5, until: 2018-07-01}",
            reason: "line 20: until must be within the term, 1 January 2014 to 30 June 2018"
        ),
        Bad(
            "a day that is none",
            "- {id: q, label: Q, clause: retention, percent: 5, until: 2018-02-30}",
            reason: "line 20: until"
        ),
        Bad(
            "an unknown measure",
            "- {id: q, label: Q, clause: threshold, on: [p], measure: happiness, at_least_percent: 1}",
            reason: "line 20: measure must be one of success_rate, care_day_reduction, event_reduction"
        ),
        Bad(
            "an unknown outcome",
            "- {id: q, label: Q, clause: outcome, outcome: bliss, price: 1}",
            reason: "line 20: outcome must be one of this contract's outcomes"
        ),
        Bad(
            "clauses that stand on each other",
            "- {id: x, label: X, clause: outcome, outcome: home, price: 1, instead_of: [y]}",
            "- {id: y, label: Y, clause: outcome, outcome: home, price: 1, instead_of: [x]}",
            reason: "line 21: y stands on itself: y, x, y"
        ),
        Bad(
            "a clause on itself",
            "- {id: q, label: Q, clause: cap, on: [q], per: contract, amount: 600}",
            reason: "line 20: q stands on itself: q, q"
        ),
        Bad(
            "an unknown kind",
            "- {id: q, label: Q, clause: bonus, amount: 1}",
            reason: "line 20: clause must be one of"
        ),
        Bad("broken YAML", "- {id: q, label: Q, clause: cap", reason: "line 2"),
    ]

    @Test(arguments: contracts) func `of a contract`(bad: Bad) throws {
        let homeward = try Homeward()
        let lines = bad.lines.map { "  \($0)\n" }.joined()
        try homeward.folder.write("definitions/mine.yml", Self.contract + lines)
        let folder = homeward.folder("definitions")
        for command in [["contract", "list"], ["contract", "simulate", "--contract", "mine"]] {
            let ran = try homeward.run(command + ["--definitions", folder])
            #expect(ran.status == 1 && ran.out == "", "\(ran.out)")
            #expect(ran.err.contains("mine.yml, \(bad.reason)"), "\(ran.err)")
        }
    }

    @Test func `but not one that is right`() throws {
        let homeward = try Homeward()
        let line = "  - {id: q, label: Q, clause: cap, per: contract, amount: 500}\n"
        try homeward.folder.write("definitions/mine.yml", Self.contract + line)
        let ran = try homeward("contract", "list", "--definitions", homeward.folder("definitions"))
        #expect(ran.status == 0 && ran.out.contains("mine  Mine"), "\(ran.err)")
    }

    /// What stands in a small plan, what stands there instead, and what is said of it.
    static let plans: [(words: String, instead: String, reason: String)] = [
        (
            "last: 2025/26 Q4}", "last: 2023/24 Q4}",
            "line 9: last must be the same as first or after it, and within 100 years of it"
        ),
        ("delivery: {first: 2024/25 Q1", "delivery: {first: 2023/24 Q1", "line 10: delivery must lie within span"),
        (
            "children: 10", "children: many",
            "line 12: children must be"
        ),
        ("then: [home]", "then: [house]", "line 15: then must name placements of this plan"),
        ("funds: [team]", "funds: [bus]", "line 18: funds must name cost headings of this plan"),
        ("line: gross", "line: profit", "line 20: line must be one of"),
        ("from_age: 11, to_age: 15", "from_age: 15, to_age: 11", "line 19: to_age must be the same as or more than"),
        ("placements: [K2]", "placements: [home]", "line 19: placements must"),
        ("title: A small plan", "titel: A small plan", "line 7: titel is not a key that is known here"),
    ]

    private static let plan = """
        kind: plan
        id: small
        version: "1"
        from: 2024-04-01
        source: {document: A paper, section: 1}
        evidence: stated
        title: A small plan
        council: A council
        span: {first: 2024/25 Q1, last: 2025/26 Q4}
        delivery: {first: 2024/25 Q1, last: 2025/26 Q3}
        placements:
          - {id: home, label: Children's home, children: 10, price: 200000, evidence: stated}
        costs:
          - {id: team, label: Team, annual: 300000}
        cohort: {beds: 2, quarters_in_home: 1, success_percent: 50, then: [home]}
        options:
          - {id: own, label: Own budget}
          - {id: bond, label: Bond, investor: {funds: [team], return_percent: 5, milestones: [4]}}
        candidates: {from_age: 11, to_age: 15, placements: [K2]}
        stated: [{place: 'Page 1', words: Cost, line: gross, amounts: {2024/25: 300000}}]

        """

    @Test(arguments: plans) func `of a plan`(words: String, instead: String, reason: String) throws {
        let homeward = try Homeward()
        let text = Self.plan.replacing(words, with: instead)
        #expect(text != Self.plan)
        let ran = try homeward("plan", homeward.folder.write("small.yml", text))
        #expect(ran.status == 1 && ran.out == "")
        #expect(ran.err.contains("small.yml, \(reason)"), "\(ran.err)")
    }
}
