import Definitions
import Invented
import Testing
import Values

@testable import Refer

@Suite struct `The order of a queue` {
    private let rules: PriorityRules

    init() throws {
        rules = try #require(try PriorityRules.all(DefinitionSet())["gateway-priority"])
    }

    @Test func `it says why, and by how much`() {
        let facts = PriorityFacts(receivedOn: day("2026-11-01"), protectionPlan: true, lastMissing: day("2026-10-20"))
        let found = rules.priority(of: facts, asAt: day("2026-11-21"))
        #expect(found.points == 6 + 4 + 2 * 2)
        #expect(found.band == "Urgent")
        #expect(
            found.explanation
                == "14 points: a child-protection plan is open (6), a child was missing in the last 90 days (4), waiting 2 weeks (4)"
        )
    }

    @Test func `without anything known it goes by the day it came`() {
        let found = rules.priority(of: PriorityFacts(receivedOn: day("2026-11-21")), asAt: day("2026-11-21"))
        #expect(found.points == 0 && found.band == "Usual")
        #expect(found.explanation == "No points: in the order it came")
    }

    @Test(arguments: [("2026-11-21", true), ("2026-08-24", true), ("2026-08-23", false), ("2026-11-22", false)])
    func `lately is so many days, today among them`(missing: String, holds: Bool) {
        let facts = PriorityFacts(receivedOn: day("2026-11-20"), lastMissing: day(missing))
        #expect(PrioritySignal.missingLately(days: 90).holds(for: facts, asAt: day("2026-11-21")) == holds)
    }

    @Test(arguments: [("2021-11-22", true), ("2021-11-21", false)])
    func `under five ends on the fifth birthday`(born: String, holds: Bool) {
        let facts = PriorityFacts(receivedOn: day("2026-11-20"), youngestBorn: day(born))
        #expect(PrioritySignal.youngestChildUnder(years: 5).holds(for: facts, asAt: day("2026-11-21")) == holds)
    }

    @Test(arguments: 0..<100) func `nobody waits for ever`(seed: UInt64) {
        var random = Seeded(seed)
        let all = rules.signals.reduce(0) { $0 + $1.points }
        let weeks = all / rules.pointsEachWeek + 1
        let newcomer = PriorityFacts(
            receivedOn: day("2026-11-21") - Int.random(in: 0..<400, using: &random),
            protectionPlan: Bool.random(using: &random),
            edgeOfCare: Bool.random(using: &random),
            inCustody: Bool.random(using: &random),
            lastMissing: day("2026-11-20"),
            lastDomesticAbuse: day("2026-11-20"),
            youngestBorn: day("2025-01-01"),
            referredBefore: day("2025-11-20")
        )
        let patient = PriorityFacts(receivedOn: newcomer.receivedOn - 7 * weeks)
        let one = (rules.priority(of: patient, asAt: day("2026-11-21")), "R2")
        let other = (rules.priority(of: newcomer, asAt: day("2026-11-21")), "R1")
        #expect(Priority.comes(one, before: other))
    }

    @Test(arguments: 0..<50) func `the order is strict and total`(seed: UInt64) {
        var random = Seeded(seed)
        let entries = (0..<30).map { number in
            let facts = PriorityFacts(
                receivedOn: day("2026-11-21") - Int.random(in: 0..<20, using: &random),
                protectionPlan: Bool.random(using: &random),
                highNeed: Bool.random(using: &random)
            )
            return (rules.priority(of: facts, asAt: day("2026-11-21")), "R\(number)")
        }
        let sorted = entries.shuffled(using: &random).sorted { Priority.comes($0, before: $1) }
        for (one, other) in zip(sorted, sorted.dropFirst()) {
            #expect(Priority.comes(one, before: other) && !Priority.comes(other, before: one))
            #expect(one.0.points >= other.0.points)
        }
    }
}

@Suite struct `The wait to expect` {
    /// The same chance by adding up whole sequences: of the next `n` arrivals, each falls to the list or to time.
    private func plain(_ place: Int, _ places: Int, _ weeks: Int, _ t: Int) -> Double {
        let p = Double(weeks) / Double(weeks + t)
        var sum = 0.0
        for j in 0..<place {
            var ways = 1.0
            for i in 0..<j { ways *= Double(places + i) / Double(i + 1) }
            var term = ways
            for _ in 0..<places { term *= p }
            for _ in 0..<j { term *= 1 - p }
            sum += term
        }
        return 1 - sum
    }

    @Test(arguments: [(1, 12, 26, 3), (5, 12, 26, 10), (3, 1, 26, 40), (20, 60, 52, 17)])
    func `the chance is that of the negative binomial`(place: Int, places: Int, weeks: Int, t: Int) {
        let found = ExpectedWait.chance(place, places: places, weeks: weeks, within: t)
        #expect(abs(found - plain(place, places, weeks, t)) < 1e-12)
    }

    @Test func `the middle lies near the plain quotient where much is known`() throws {
        let wait = try #require(ExpectedWait(atPlace: 10, places: 52, inWeeks: 52))
        #expect((9...11).contains(wait.middle))
        #expect(wait.low < wait.middle && wait.middle < wait.high)
    }

    @Test func `it is longer further down, and wider where less is known`() throws {
        let waits = try (1...20).map { try #require(ExpectedWait(atPlace: $0, places: 12, inWeeks: 26)) }
        for (one, next) in zip(waits, waits.dropFirst()) {
            #expect(one.middle <= next.middle && one.low <= next.low && one.high <= next.high)
        }
        let few = try #require(ExpectedWait(atPlace: 4, places: 3, inWeeks: 26))
        let many = try #require(ExpectedWait(atPlace: 4, places: 30, inWeeks: 260))
        #expect(few.high - few.low > many.high - many.low)
    }

    @Test func `nothing is said where no place came`() {
        #expect(ExpectedWait(atPlace: 1, places: 0, inWeeks: 26) == nil)
        #expect(ExpectedWait(atPlace: 0, places: 5, inWeeks: 26) == nil)
    }

    @Test func `it says how many places it goes by`() throws {
        let wait = try #require(ExpectedWait(atPlace: 1, places: 26, inWeeks: 26))
        #expect(wait.words.hasSuffix("26 places came in the last 26 weeks."))
    }
}
