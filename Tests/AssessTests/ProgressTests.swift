import Assess
import Records
import Testing
import Values

private func completed(
    _ id: String,
    _ instrument: String,
    _ informant: Informant,
    _ occasion: Occasion,
    on day: Int32,
    _ scores: [String: Int]
) -> CompletedSheet {
    CompletedSheet(
        Assessment(
            id: Identifier(id),
            caseID: Identifier("C1"),
            instrument: instrument,
            informant: informant,
            occasion: occasion.text,
            completedOn: Day(number: day)
        ),
        ItemScores(scores.map { ($0.key, Decimal($0.value)) })
    )
}

@Suite struct `A scored sheet` {
    @Test func `has bands, and what became of each scale since the last one like it`() throws {
        let sdq = try shippedInstrument("sdq")
        let all = Dictionary(uniqueKeysWithValues: sdqItems.map { ($0, 1) })
        let first = completed("A1", "sdq", .parent, .baseline, on: 100, all)
        let later = completed("A2", "sdq", .parent, .review(1), on: 200, ["total": 13])
        let teacher = completed("A3", "sdq", .teacher, .review(1), on: 150, ["total": 30])
        #expect(later.previous(among: [first, later, teacher])?.assessment.id.text == "A1")
        #expect(first.previous(among: [first, later, teacher]) == nil)
        let scored = ScoredSheet(later, after: first, by: sdq)
        let total = try #require(scored.results.first { $0.scale.id == "total" })
        #expect(total.score == Decimal(13) && total.previous == Decimal(20) && total.change == Decimal(-7))
        #expect(total.bandLabel == "Close to average" && total.movement == .better && total.isReliable == true)
        let conduct = try #require(scored.results.first { $0.scale.id == "conduct" })
        #expect(conduct.score == nil && conduct.movement == nil && conduct.answered == 0 && conduct.items == 5)
        #expect(scored.scheme?.id == "four-band")
    }

    @Test func `says whether it reaches what means something`() throws {
        let tam = try shippedInstrument("tam-r")
        for (seventeen, isReached) in [(17, false), (18, true)] {
            let scores = Dictionary(uniqueKeysWithValues: (1...28).map { ("\($0)", $0 <= seventeen ? 1 : 0) })
            let sheet = completed("A1", "tam-r", .caregiver, .monthly, on: 1, scores)
            #expect(ScoredSheet(sheet, after: nil, by: tam).thresholds.map(\.isReached) == [isReached])
        }
        let com = try shippedInstrument("fft-com")
        let start = completed("A1", "fft-com", .parent, .baseline, on: 1, ["total": 2])
        let rise = completed("A2", "fft-com", .parent, .review(1), on: 2, ["total": 3])
        #expect(ScoredSheet(start, after: nil, by: com).thresholds.isEmpty)
        #expect(ScoredSheet(rise, after: start, by: com).thresholds.map(\.isReached) == [true])
    }
}

@Suite struct `Measures that are due` {
    private var item = Case(
        id: Identifier("C1"),
        familyID: Identifier("F1"),
        programme: "fft",
        startedOn: Day(number: 1000)
    )

    private func due(_ item: Case, reviews: [Int32?] = [], _ done: [CompletedSheet] = []) throws -> [String] {
        let reviews = reviews.enumerated().map { index, held in
            CaseReview(
                id: Identifier("R\(index)"),
                caseID: item.id,
                dueOn: Day(number: 1030),
                heldOn: held.map { Day(number: $0) }
            )
        }
        return DueMeasures(of: item, reviews: reviews, assessments: done.map(\.assessment), on: Day(number: 1100))
            .due(try shippedInstruments.get()).map { "\($0.instrument) \($0.occasion.text) \($0.dueOn.number)" }
    }

    @Test func `are those of the occasions that have come and have none yet`() throws {
        let start = ["distance-travelled baseline 1028", "fft-com baseline 1028", "sdq baseline 1028"]
        #expect(try due(item) == start)
        let sdq = completed("A1", "sdq", .parent, .baseline, on: 1005, ["total": 10])
        #expect(try due(item, [sdq]) == Array(start.prefix(2)))
        // A review that is due and not held asks for nothing yet.
        #expect(try due(item, reviews: [nil]) == start)
        let review = try due(item, reviews: [1031])
        #expect(review.filter { $0.contains("review_1 1059") }.count == 4)
        var closed = item
        closed.endedOn = Day(number: 1090)
        #expect(try due(closed).contains("sdq closure 1118"))
    }

    @Test func `come each month in an open MST case, and end with it`() throws {
        var mst = item
        mst.programme = "mst"
        let next = mst.startedOn.adding(months: 1)
        #expect(try due(mst).contains("tam-r monthly \(next.number)"))
        #expect(!(try due(mst).contains { $0.hasPrefix("fft-com") }))
        let tam = completed("A1", "tam-r", .caregiver, .monthly, on: next.number + 3, ["total": 1])
        #expect(try due(mst, [tam]).contains("tam-r monthly \((next + 3).adding(months: 1).number)"))
        mst.endedOn = Day(number: 1090)
        #expect(!(try due(mst).contains { $0.hasPrefix("tam-r") }))
        #expect(try due(mst).contains("mst-satisfaction closure 1090"))
    }
}

@Suite struct `Distance travelled` {
    /// The twelve families of the worked example, as twelve areas of one (`methods.md`, section 3).
    private static let baseline = [4, 3, 5, 2, 4, 3, 4, 5, 3, 2, 4, 1]
    private static let review1 = [4, 4, 5, 3, 3, 3, 4, 4, 4, 2, 3, 1]
    private static let review2 = [2, 2, 4, 2, 3, 3, 1, 3, 2, 1, 3, 1]

    private func sheets(_ view: Informant = .worker) throws -> [CompletedSheet] {
        let areas = try shippedInstrument("distance-travelled").items.prefix(12).map(\.name)
        let occasions: [(Occasion, [Int])] = [
            (.baseline, Self.baseline), (.review(1), Self.review1), (.review(2), Self.review2),
        ]
        return occasions.enumerated().map { index, entry in
            let scores = Dictionary(uniqueKeysWithValues: zip(areas, entry.1))
            return completed("A\(index)", "distance-travelled", view, entry.0, on: Int32(index), scores)
        }
    }

    @Test func `counts areas as the worked example does`() throws {
        let travelled = DistanceTravelled(try shippedInstrument("distance-travelled"), try sheets())
        let summary = travelled.summary(by: .worker)
        #expect(summary.paired == 12 && summary.better == 9 && summary.same == 3 && summary.worse == 0)
        #expect(summary.withRoom == 9 && summary.withRoomBetter == 8 && summary.withRoomLowNow == 4)
        #expect(summary.roseAtFirst == 3 && summary.roseThenFell == 3)
        #expect(travelled.occasions == [.baseline, .review(1), .review(2)] && travelled.views == [.worker])
        #expect(travelled.groups.map(\.areas.count) == [4, 12, 6])
    }

    @Test func `never takes a missing level for nought`() throws {
        let instrument = try shippedInstrument("distance-travelled")
        let first = completed("A1", "distance-travelled", .family, .baseline, on: 1, ["housing": 4, "warmth": 5])
        let next = completed("A2", "distance-travelled", .family, .review(1), on: 2, ["housing": 5, "behaviour": 1])
        let travelled = DistanceTravelled(instrument, [first, next])
        #expect(travelled.changes(by: .family).map(\.area.name) == ["housing"])
        #expect(travelled.changes(by: .family).map(\.movement) == [.worse])
        #expect(travelled.changes(by: .worker).isEmpty)
    }

    @Test func `shows where the views differ, the furthest apart first`() throws {
        let instrument = try shippedInstrument("distance-travelled")
        let sheets = [
            completed(
                "A1",
                "distance-travelled",
                .worker,
                .baseline,
                on: 1,
                ["housing": 5, "warmth": 2, "routines": 3]
            ),
            completed(
                "A2",
                "distance-travelled",
                .family,
                .baseline,
                on: 1,
                ["housing": 4, "warmth": 5, "routines": 3]
            ),
        ]
        let found = DistanceTravelled(instrument, sheets).disagreements(at: .baseline)
        #expect(found.map(\.area.name) == ["warmth", "housing"] && found.map(\.spread) == [3, 1])
        #expect(DistanceTravelled(instrument, sheets).disagreements(at: .review(1)).isEmpty)
    }

    @Test func `shows the joint view first, and a later sheet of the same occasion instead of an earlier`() throws {
        let instrument = try shippedInstrument("distance-travelled")
        let worker = try sheets()
        let joint = completed("J1", "distance-travelled", .joint, .baseline, on: 0, ["housing": 3])
        #expect(DistanceTravelled(instrument, worker + [joint]).mainView == .worker)
        let again = completed("J2", "distance-travelled", .joint, .review(1), on: 5, ["housing": 3])
        #expect(DistanceTravelled(instrument, worker + [joint, again]).mainView == .joint)
        let later = completed("J3", "distance-travelled", .joint, .baseline, on: 9, ["housing": 2])
        for sheets in [[joint, later], [later, joint]] {
            let travelled = DistanceTravelled(instrument, sheets)
            #expect(travelled.level(of: instrument.items[0], at: .baseline, by: .joint) == Decimal(2))
        }
    }
}

@Suite struct `Goals attained` {
    @Test func `count what was settled, and drop nothing unseen`() {
        let goals = [GoalOutcome.achieved, .achieved, .partly, .notAchieved, .dropped, .open].enumerated().map {
            Goal(
                id: Identifier("G\($0.offset)"),
                caseID: Identifier("C1"),
                title: "A goal",
                setOn: Day(number: 0),
                outcome: $0.element
            )
        }
        let attained = GoalsAttained(goals)
        #expect(attained.share == Share(2, of: 4) && attained.dropped == 1 && attained.open == 1)
        #expect(GoalsAttained([]).share.value == nil)
    }
}
