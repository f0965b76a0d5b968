import Deliver
import Invented
import Records
import Review
import Testing
import Values

@Suite struct `Reviews after one month and then quarterly` {
    private func review(_ id: String, due: String, held: String? = nil) -> CaseReview {
        CaseReview(
            id: Identifier(id),
            caseID: Identifier("C1"),
            dueOn: day(due),
            heldOn: held.map(day),
            result: held == nil ? nil : .goOn
        )
    }

    private func schedule(_ reviews: [CaseReview], closed: String? = nil) -> ReviewSchedule {
        ReviewSchedule(of: .invented("C1", from: "2026-01-31", to: closed), reviews: reviews)
    }

    @Test func `the first is due after a month, the last day of a short one`() {
        #expect(schedule([]).next?.on == day("2026-02-28"))
        #expect(schedule([]).next?.recorded == nil)
    }

    @Test(arguments: [
        ("2026-02-28", "2026-05-31"), ("2026-02-20", "2026-05-31"), ("2026-04-15", "2026-05-31"),
        // Held on the day the next was due, it stands for that too.
        ("2026-05-31", "2026-08-31"),
    ])
    func `then every three months from the first, however late one was held`(held: String, next: String) {
        #expect(schedule([review("V1", due: "2026-02-28", held: held)]).next?.on == day(next))
    }

    @Test func `one that is recorded and not held is the next`() {
        let schedule = schedule([review("V1", due: "2026-02-28", held: "2026-03-02"), review("V2", due: "2026-06-03")])
        #expect(schedule.next?.recorded == Identifier("V2"))
        #expect(schedule.next?.on == day("2026-06-03"))
        #expect(schedule.missed.isEmpty)
    }

    @Test func `one that was never held is missed once the next is held, and nobody is asked for two`() {
        let schedule = schedule([
            review("V1", due: "2026-02-28"), review("V2", due: "2026-05-31", held: "2026-06-01"),
        ])
        #expect(schedule.missed.map(\.id.text) == ["V1"])
        #expect(schedule.next?.on == day("2026-08-31"))
        #expect(schedule.dueItems.count == 1)
    }

    @Test func `a closed case has none due`() {
        let schedule = schedule([review("V1", due: "2026-02-28")], closed: "2026-03-15")
        #expect(schedule.next == nil)
        #expect(schedule.dueItems.isEmpty)
        #expect(schedule.missed.map(\.id.text) == ["V1"])
    }

    @Test func `reviews of another case do not count`() {
        var other = review("V1", due: "2026-02-28", held: "2026-03-01")
        other.caseID = Identifier("C2")
        #expect(schedule([other]).next?.on == day("2026-02-28"))
    }

    /// Holding what is due always moves on to a later day, so that a case is never asked twice for one review.
    @Test(arguments: 0..<50) func `holding what is due moves on`(seed: UInt64) throws {
        var numbers = Seeded(seed)
        var reviews: [CaseReview] = []
        var last = day("2026-01-31")
        for index in 0..<8 {
            let next = try #require(schedule(reviews).next)
            #expect(next.on > last)
            last = next.on
            let held = next.on + Int.random(in: -20...120, using: &numbers)
            reviews.append(review("V\(index)", due: next.on.iso, held: max(held, day("2026-01-31")).iso))
            last = max(last, held)
        }
    }
}
