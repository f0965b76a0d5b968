import Records
import Invented
import Pay
import Records
import Testing
import Values

@Suite struct `A claim` {
    private static func result(
        _ member: String,
        _ standings: [ClaimedCriterion.Standing] = [.met],
        clause: String = "result",
        reason: String = "on record",
        evidence: [EvidenceRow] = [EvidenceRow(table: "events", id: "E1")],
        amount: Int64 = 700
    ) -> ClaimedResult {
        let criteria = standings.map {
            ClaimedCriterion(measure: OutcomeMeasure.completed.words, standing: $0, reason: reason, evidence: evidence)
        }
        return ClaimedResult(member: member, clause: clause, amount: pounds(amount), criteria: criteria)
    }

    private static func claim(
        _ results: [ClaimedResult],
        number: String = "2014-Q1",
        earlier: [Claim] = []
    ) throws -> Claim {
        try Claim(
            number: number,
            contract: shippedContract("troubled-families-2012-pbr"),
            change: 7,
            asAt: day("2014-03-31"),
            results: results,
            earlier: earlier,
            by: "ann",
            on: day("2014-04-01")
        )
    }

    private static func refusal(_ results: [ClaimedResult], earlier: [Claim] = []) throws -> ClaimRefusal? {
        #expect(throws: ClaimRefusal.self) { try claim(results, earlier: earlier) }
    }

    @Test func `is refused where there is no result`() throws {
        #expect(try Self.refusal([]) == .empty)
        #expect(try Self.refusal([Self.result("F1", [.neutral, .neutral])]) == .allNeutral(member: "F1"))
        #expect(try Self.refusal([Self.result("F1", [])]) == .allNeutral(member: "F1"))
        #expect(try Self.refusal([Self.result("F1", [.met, .notMet])]) == .notMet(member: "F1"))
        #expect(try Self.refusal([Self.result("F1", [.met, .neutral], reason: "")]) == .noReason(member: "F1"))
        #expect(try Self.refusal([Self.result("F1", evidence: [])]) == .noEvidence(member: "F1"))
        #expect(try Self.refusal([Self.result("F1", amount: 0)]) == .worthNothing(member: "F1"))
        let claim = try Self.claim([Self.result("F1", [.met, .neutral])])
        #expect(claim.state == .entered && claim.amount == pounds(700))
    }

    @Test func `is for one result of a family once`() throws {
        let first = try Self.claim([Self.result("F1")])
        let again = try Self.refusal([Self.result("F1"), Self.result("F2")], earlier: [first])
        #expect(again == .claimedTwice(member: "F1", clause: "result", claim: "2014-Q1"))
        let twice = try Self.refusal([Self.result("F1"), Self.result("F1")])
        #expect(twice == .claimedTwice(member: "F1", clause: "result", claim: "2014-Q1"))
        var rejected = first
        try rejected.take(ClaimStep(.rejected, by: "bob", on: day("2014-04-02")))
        #expect(try Self.claim([Self.result("F1")], number: "2014-Q2", earlier: [rejected]).state == .entered)
        #expect(
            try Self.claim([Self.result("F1", clause: "work")], number: "2014-Q2", earlier: [first]).state == .entered
        )
    }

    @Test func `goes through every hand to payment`() throws {
        var claim = try Self.claim((0..<20).map { Self.result("F\($0)") })
        #expect(claim.sample.count == 2)
        try claim.take(ClaimStep(.checked, by: "bob", on: day("2014-04-02")))
        let early = #expect(throws: ClaimRefusal.self) {
            try claim.take(ClaimStep(.verified, by: "cat", on: day("2014-04-03")))
        }
        #expect(early == .notVerified(members: claim.sample))
        for member in claim.sample {
            try claim.note(VerificationFinding(member: member, source: "education", agrees: true))
        }
        try claim.take(ClaimStep(.verified, by: "cat", on: day("2014-04-03")))
        try claim.take(ClaimStep(.approved, by: "dan", on: day("2014-04-03")))
        try claim.take(ClaimStep(.paid, by: "ann", on: day("2014-04-09")))
        #expect(claim.state == .paid && claim.steps.count == 5)
        try claim.take(ClaimStep(.reversed, by: "bob", on: day("2014-05-09")))
        #expect(claim.state == .reversed)
    }

    @Test func `that a source does not confirm goes no further`() throws {
        var claim = try Self.claim([Self.result("F1")])
        try claim.take(ClaimStep(.checked, by: "bob", on: day("2014-04-02")))
        #expect(throws: ClaimRefusal.notInClaim(member: "F9")) {
            try claim.note(VerificationFinding(member: "F9", source: "education", agrees: true))
        }
        try claim.note(VerificationFinding(member: "F1", source: "education", agrees: false))
        #expect(throws: ClaimRefusal.notConfirmed(members: ["F1"])) {
            try claim.take(ClaimStep(.verified, by: "cat", on: day("2014-04-03")))
        }
        try claim.take(ClaimStep(.rejected, by: "cat", on: day("2014-04-03")))
        #expect(claim.state == .rejected)
    }

    /// Every pair of states: only the steps of the list can be taken.
    @Test func `takes no step but the next`() throws {
        let way: [ClaimState] = [.checked, .verified, .approved, .paid, .reversed]
        for reached in 0...way.count {
            for wanted in ClaimState.allCases {
                var claim = try Self.claim([Self.result("F1")])
                for (index, state) in way.prefix(reached).enumerated() {
                    if state == .verified {
                        try claim.note(VerificationFinding(member: "F1", source: "s", agrees: true))
                    }
                    try claim.take(ClaimStep(state, by: "person \(index)", on: day("2014-04-02")))
                }
                if claim.state == .checked {
                    try claim.note(VerificationFinding(member: "F1", source: "s", agrees: true))
                }
                let before = claim
                let allowed = claim.state.next.contains(wanted)
                do {
                    try claim.take(ClaimStep(wanted, by: "somebody", on: day("2014-04-02")))
                    #expect(allowed && claim.state == wanted)
                } catch {
                    #expect(!allowed && claim == before)
                    #expect(error == .wrongStep(from: before.state, to: wanted))
                }
            }
        }
    }

    @Test(arguments: [
        (["ann"], ClaimState.checked), (["bob", "ann"], .verified), (["bob", "cat", "ann"], .approved),
        (["bob", "cat", "bob"], .approved), (["bob", "cat", "cat"], .approved), (["bob", "cat", "dan", "dan"], .paid),
        (["bob", "cat", "dan", "ann", "dan"], .reversed),
    ])
    func `needs another pair of eyes`(people: [String], last: ClaimState) throws {
        let way: [ClaimState] = [.checked, .verified, .approved, .paid, .reversed]
        var claim = try Self.claim([Self.result("F1")])
        for (state, person) in zip(way, people) {
            if state == .verified { try claim.note(VerificationFinding(member: "F1", source: "s", agrees: true)) }
            let step = ClaimStep(state, by: person, on: day("2014-04-02"))
            guard state == last else {
                try claim.take(step)
                continue
            }
            let refusal = #expect(throws: ClaimRefusal.self) { try claim.take(step) }
            guard case .samePerson(_, last) = refusal else {
                Issue.record("refused for another reason")
                return
            }
        }
        #expect(throws: ClaimRefusal.beforeLastStep) {
            try claim.take(ClaimStep(claim.state.next[0], by: "eve", on: day("2014-04-01") - 1))
        }
    }

    @Test func `draws a sample that follows from its number`() {
        let members = Set((0..<200).map { "F\($0)" })
        let one = ClaimSample.members(members, percent: 10, claim: "2014-Q1")
        #expect(one.count == 20 && one == ClaimSample.members(members, percent: 10, claim: "2014-Q1"))
        #expect(one != ClaimSample.members(members, percent: 10, claim: "2014-Q2"))
        #expect(Set(one).isSubset(of: members))
        for (count, drawn) in [(0, 0), (1, 1), (10, 1), (11, 2), (20, 2), (21, 3)] {
            let few = Set((0..<count).map { "F\($0)" })
            #expect(ClaimSample.members(few, percent: 10, claim: "x").count == drawn)
        }
        // Over many claims each member is drawn about as often as another: 100 draws of 20 in 200 are 10 each.
        var drawn: [String: Int] = [:]
        for claim in 0..<100 {
            for member in ClaimSample.members(members, percent: 10, claim: "c\(claim)") {
                drawn[member, default: 0] += 1
            }
        }
        #expect(drawn.count > 195 && (drawn.values.max() ?? 0) < 25)
    }

    @Test func `replays to the same pence, and says what corrections change`() throws {
        let contract = try shippedContract("troubled-families-2012-pbr")
        let histories = [
            member("F1", "2013-05-01", [(1, "2013-12-01"), (2, "2014-06-01")]),
            member("F2", "2013-05-01", [(0, "2013-12-01")]),
        ]
        let facts = CohortFacts(histories)
        let earlier = Statement(contract, facts, asAt: day("2014-03-31"))
        let then = Statement(contract, facts, asAt: day("2014-06-30"))
        let due = Claim.results(of: then, since: earlier)
        #expect(due.map(\.member) == ["F1"] && due.map(\.clause) == ["work"])
        #expect(due.map(\.amount) == [pounds(1500)])
        let claim = try Self.claim(due.map { Self.result($0.member, clause: $0.clause, amount: $0.amount.pence / 100) })
        let same = claim.replay(then, since: earlier, now: then)
        #expect(same.isSame && same.adjustments.isEmpty)
        // The employment turns out to have begun later than the claim said; the claim stays, the difference is shown.
        let corrected = CohortFacts([member("F1", "2013-05-01", [(1, "2013-12-01")]), histories[1]])
        let now = Statement(contract, corrected, asAt: day("2014-06-30"))
        let replay = claim.replay(then, since: earlier, now: now)
        #expect(replay.isSame && replay.adjustments.map(\.amount) == [pounds(-1500)])
        let tampered = claim.replay(now, since: earlier, now: now)
        #expect(tampered.differences.map(\.claimed) == [pounds(1500)])
        #expect(tampered.differences.map(\.replayed) == [.zero])
    }
}
