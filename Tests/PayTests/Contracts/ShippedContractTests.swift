import Invented
import Pay
import Testing
import Values

/// Published rules and worked examples, each from its source.
@Suite struct `The shipped contracts` {
    @Test(arguments: [
        "essex-care-days", "peterborough-threshold", "rotherham-reunification", "supporting-families-2022-pbr",
        "troubled-families-2012-pbr", "troubled-families-2015-pbr", "priority-families-demonstration",
    ])
    func `can be read, and say what they assume`(id: String) throws {
        let contract = try shippedContract(id)
        #expect(!contract.assumed.isEmpty && !contract.clauses.isEmpty)
        #expect(zip(contract.clauses, contract.clauses.dropFirst()).allSatisfy { $0.rule.kind <= $1.rule.kind })
    }

    /// The saving a day, the care proportion and the multiple of the Essex bond follow from what else was published.
    @Test func `derive what is known of Essex`() throws {
        let published = try shippedContract("essex-care-days").published
        #expect(published.compactMap(\.comesOut).count == 5 && published.allSatisfy { $0.comesOut ?? true })
        func derived(_ words: String) throws -> Double { try #require(published.first { $0.words == words }).derived }
        #expect(try abs(derived("Saving for each care day avoided, in pounds") - 185.6745) < 0.0001)
        #expect(try abs(derived("Care proportion, in per cent") - 10.8) < 0.001)
        #expect(try derived("Times of what they put in") == 1.45)
        let wrong = ContractFigure(
            words: "",
            stated: Decimal(46_185),
            times: published[7].times,
            over: published[7].over
        )
        #expect(wrong.comesOut == false)
    }

    struct Family: CustomTestStringConvertible, Sendable {
        let start: String
        /// 0 is crime, anti-social behaviour and education; 1 progress to work; 2 continuous employment.
        let outcomes: [Int]
        let pounds: Int64
        var testDescription: String { "\(start), \(outcomes): \(pounds)" }
    }

    static let families = [
        Family(start: "2012-04-01", outcomes: [], pounds: 3200),
        Family(start: "2013-03-31", outcomes: [0], pounds: 3900),
        Family(start: "2012-09-01", outcomes: [0, 1], pounds: 4000),
        Family(start: "2012-09-01", outcomes: [2], pounds: 4000),
        Family(start: "2012-09-01", outcomes: [0, 1, 2], pounds: 4000),
        Family(start: "2013-04-01", outcomes: [0, 1], pounds: 4000),
        Family(start: "2013-04-01", outcomes: [], pounds: 2400),
        Family(start: "2013-04-01", outcomes: [1], pounds: 2500),
        Family(start: "2013-04-01", outcomes: [1, 2], pounds: 4000),
        Family(start: "2013-04-01", outcomes: [0], pounds: 3900),
        Family(start: "2014-04-01", outcomes: [0], pounds: 3900),
        Family(start: "2014-04-01", outcomes: [2], pounds: 4000),
        Family(start: "2015-03-31", outcomes: [], pounds: 1600),
        Family(start: "2015-04-01", outcomes: [0], pounds: 0),
        Family(start: "2012-03-31", outcomes: [0], pounds: 0),
    ]

    @Test(arguments: families) func `Troubled Families pay by the year a family starts`(family: Family) throws {
        let contract = try shippedContract("troubled-families-2012-pbr")
        let start = day(family.start)
        let outcomes = family.outcomes.map { OutcomeFact(outcome: $0, on: start + 20, provenOn: start + 20) }
        let facts = CohortFacts([MemberHistory(id: "F1", startedOn: start, outcomes: outcomes)])
        let statement = Statement(contract, facts, asAt: contract.term.lastClaim)
        #expect(statement.net == pounds(family.pounds))
    }

    @Test func `an upgrade from progress to work to employment pays the difference`() throws {
        let contract = try shippedContract("troubled-families-2012-pbr")
        let facts = CohortFacts([member("F1", "2013-05-01", [(1, "2013-12-01"), (2, "2014-06-01")])])
        let before = Statement(contract, facts, asAt: day("2014-03-31"))
        let after = Statement(contract, facts, asAt: day("2014-06-30"))
        #expect(before.net == pounds(2500) && after.net == pounds(4000))
        let movements = after.movements(since: before)
        #expect(movements.map(\.clause) == ["work"] && movements.map(\.amount) == [pounds(1500)])
        let line = try #require(after.lines.first { after.kind(of: $0) == .outcome && $0.reason == .difference })
        #expect(line.unitPrice == pounds(1600) && line.less == pounds(100))
    }

    /// Derby: full success is 660 claims, 60 % of it 396; so the headline cohort would be 792.
    @Test(arguments: [(792, 660), (475, 396), (6, 5), (5, 5), (1, 1), (0, 0), (156, 130)])
    func `five families in six are paid for`(families: Int, claims: Int) throws {
        let contract = try shippedContract("troubled-families-2012-pbr")
        let histories = (0..<families).map { number in
            member("F\(number)", "2013-04-01", [(0, "2013-12-01")])
        }
        let statement = Statement(contract, CohortFacts(histories), asAt: day("2015-05-31"))
        let results = statement.lines.filter { statement.contract.clauses[Int($0.clause)].id == "result" }
        #expect(results.count == families && results.count { $0.amount > .zero } == claims)
        #expect(results.allSatisfy { ($0.reason == .wouldHaveHappened) == ($0.amount == .zero) })
        #expect(statement.net == pounds(Int64(claims) * 3900))
    }

    /// 142 reconvictions for each hundred against 155 are 8.4 % fewer: nothing is paid for the first cohort alone.
    @Test func `Peterborough pays nothing for its first cohort, and for both together`() throws {
        let contract = try shippedContract("peterborough-threshold")
        func result(_ id: String, _ on: String, _ events: Int) -> CohortResult {
            CohortResult(
                id: id,
                reportedOn: day(on),
                members: 1000,
                events: events,
                comparisonMembers: 1000,
                comparisonEvents: 1550
            )
        }
        let first = result("1", "2014-08-07", 1420)
        #expect(first.reduction.value.map { ($0 * 1000).rounded() } == 84)
        let alone = Statement(contract, CohortFacts([], results: [first]), asAt: day("2015-01-01"))
        #expect(alone.net == .zero && alone.lines.map(\.reason) == [.belowThreshold])
        // 9 % fewer in all, which is above 7.5 %.
        let both = CohortFacts([], results: [first, result("2", "2017-07-27", 1401)])
        #expect(Statement(contract, both, asAt: day("2017-06-30")).net == .zero)
        #expect(Statement(contract, both, asAt: day("2017-07-31")).net == pounds(20_000 * (130 + 149)))
        // A cohort that reaches a tenth is paid for on its own, and the other is not.
        let good = CohortFacts([], results: [first, result("2", "2016-07-27", 1395)])
        #expect(Statement(contract, good, asAt: day("2017-06-30")).net == pounds(20_000 * 155))
    }
}

/// What is known of the Essex bond, from the same contract with the days it published.
@Suite struct `The Essex contract` {
    /// A cohort of 388 with 218,355 nights, 23,582 of them in care (10.8 %), as the published totals imply.
    private static func cohort() -> CohortFacts {
        let start = day("2013-04-01")
        // 387 with 563 nights each and one with the rest; the window ends with the term of what is known.
        let histories = (0..<388).map { number in
            let nights = number < 387 ? 563 : 218_355 - 387 * 563
            let inCare = number < 387 ? 60 : 23_582 - 387 * 60
            let from = day("2018-07-31") - nights
            return MemberHistory(
                id: "C\(number)",
                startedOn: from,
                care: [Nights(from: max(start, from + 3), until: from + 3 + inCare)]
            )
        }
        return CohortFacts(histories)
    }

    @Test func `avoids the days that were published, and pays up to its cap`() throws {
        let contract = try shippedContract("essex-care-days")
        let asAt = day("2018-07-30")
        let statement = Statement(contract, Self.cohort(), asAt: asAt)
        let avoided = statement.lines.filter { statement.kind(of: $0) == .unit }.map {
            Double($0.quantity.numerator) / Double($0.quantity.denominator)
        }
        #expect(abs(avoided.reduce(0, +) - 96_513.25) < 1e-6)
        // £17.92m over 96,513 days, £7.21m over the same, and what the assumed tariff comes to before the cap.
        #expect(Share(17_920_000, of: 96_513).value.map { ($0 * 100).rounded() } == 18_567)
        #expect(Share(7_210_000, of: 96_513).value.map { ($0 * 100).rounded() } == 7_470)
        let uncapped = statement.sum { $0 == .unit }
        #expect(abs(uncapped.pence - 720_953_978) < 400)
        #expect(statement.net == uncapped)
        #expect(statement.vat == Share(1, of: 5).of(statement.net))
    }

    @Test func `reaches the cap with more days, and stays there`() throws {
        let contract = try shippedContract("essex-care-days")
        let histories = (0..<400).map { member("C\($0)", "2015-01-01") }
        let late = Statement(contract, CohortFacts(histories), asAt: day("2017-12-31"))
        #expect(late.net == pounds(7_210_000))
        #expect(late.lines.contains { $0.reason == .heldToCap && $0.amount < .zero })
    }

    @Test func `later care undoes earlier savings, and nothing is paid back`() throws {
        let contract = try shippedContract("essex-care-days")
        let facts = CohortFacts([member("C1", "2014-04-01", care: [("2014-10-01", nil)])])
        let early = Statement(contract, facts, asAt: day("2014-09-30"))
        // 183 nights at home, 55 % of them expected in care.
        #expect(early.net == Money(pence: 751_856))
        let settled = try early.settle(paid: .zero)
        let late = Statement(contract, facts, asAt: day("2016-09-30"))
        #expect(late.net == .zero && late.sum { $0 == .unit } < .zero)
        let second = try late.settle(paid: settled.due)
        #expect(second.due == .zero && second.overpaid == settled.due && second.recovered == .zero)
    }
}
