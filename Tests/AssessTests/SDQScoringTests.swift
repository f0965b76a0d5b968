import Assess
import Records
import Testing
import Values

@Suite struct SDQScoringTests {
    let sdq: Instrument

    init() throws {
        sdq = try shippedInstrument("sdq")
    }

    func score(_ scale: String, _ scores: ItemScores, _ informant: Informant? = nil) -> Int? {
        Scoring.score(of: scale, in: sdq, scores: scores, informant: informant).map { Int($0.digits) }
    }

    /// methods.md 1.1: a script that forgets the reversed items gives 40 and 0.
    @Test(arguments: [(2, [10, 8, 6, 6, 10, 30]), (0, [0, 2, 4, 4, 0, 10]), (1, [5, 5, 5, 5, 5, 20])])
    func theSameAnswerThroughoutShowsTheReversedItems(answer: Int, expected: [Int]) {
        let scores = answers(sdqItems, answer)
        let scales = ["emotional", "conduct", "hyperactivity", "peer", "prosocial", "total"]
        #expect(scales.map { score($0, scores) } == expected)
    }

    /// Items of the published key, written down a second time.
    @Test func oneAnswerCountsInItsOwnScaleOnly() {
        let key: [(scale: String, items: [Int], reversed: Set<Int>)] = [
            ("emotional", [3, 8, 13, 16, 24], []), ("conduct", [5, 7, 12, 18, 22], [7]),
            ("hyperactivity", [2, 10, 15, 21, 25], [21, 25]), ("peer", [6, 11, 14, 19, 23], [11, 14]),
            ("prosocial", [1, 4, 9, 17, 20], []),
        ]
        #expect(Set(key.flatMap(\.items)) == Set(1...25))
        let none = answers(sdqItems, 0)
        for item in 1...25 {
            let scores = ItemScores(sdqItems.map { ($0, Decimal($0 == "\(item)" ? 2 : 0)) })
            for (scale, items, reversed) in key {
                let difference = (score(scale, scores) ?? 0) - (score(scale, none) ?? 0)
                #expect(difference == (items.contains(item) ? reversed.contains(item) ? -2 : 2 : 0), "\(item) \(scale)")
            }
        }
    }

    /// methods.md 1.2: sum 4 of three items is 7, sum 2 of four is 3.
    @Test(
        arguments: [
            ([2, 2, 0, nil, nil], 7), ([1, 1, 0, 0, nil], 3), ([2, 1, 1, nil, nil], 7), ([2, 2, 2, nil, nil], 10),
            ([1, 0, 0, nil, nil], 2), ([1, 1, nil, nil, nil], nil), ([nil, nil, nil, nil, nil], nil),
            ([1, 1, 1, 1, 1], 5), ([1, 0, 0, 0, nil], 1),
        ] as [([Int?], Int?)]
    )
    func missingAnswersAreProratedWithHalvesUp(given: [Int?], expected: Int?) {
        let scores = ItemScores(
            zip(["3", "8", "13", "16", "24"], given).compactMap { item, answer in
                answer.map { (item, Decimal($0)) }
            }
        )
        #expect(score("emotional", scores) == expected)
    }

    @Test func proratingIsTheMeanTimesFiveRoundedHalfUp() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<1000 {
            let given = ["3", "8", "13", "16", "24"].filter { _ in Bool.random(using: &generator) }
            let values = given.map { _ in Int.random(in: 0...2, using: &generator) }
            let scores = ItemScores(zip(given, values).map { ($0, Decimal($1)) })
            let mean = Double(values.reduce(0, +)) / Double(max(1, values.count))
            let expected = values.count < 3 ? nil : Int((0.5 + 5 * mean + 1e-9).rounded(.down))
            #expect(score("emotional", scores) == expected)
        }
    }

    @Test func aTotalNeedsAllFourScales() {
        let withoutPeer = answers(sdqItems.filter { !["6", "11", "14"].contains($0) }, 1)
        #expect(score("peer", withoutPeer) == nil && score("total", withoutPeer) == nil)
        #expect(score("externalising", withoutPeer) == 10 && score("internalising", withoutPeer) == nil)
        let withoutProsocial = answers(sdqItems.filter { !["1", "4", "9"].contains($0) }, 1)
        #expect(score("prosocial", withoutProsocial) == nil && score("total", withoutProsocial) == 20)
    }

    @Test func aTotalThatCameWithTheAssessmentStands() {
        let both = ItemScores([("total", Decimal(23))] + sdqItems.map { ($0, Decimal(0)) })
        #expect(Scoring.total(of: sdq, scores: both) == Decimal(23))
        #expect(Scoring.total(of: sdq, scores: answers(sdqItems, 0)) == Decimal(10))
        #expect(Scoring.total(of: sdq, scores: [:]) == nil)
    }

    @Test func subscaleScoresAloneMakeNoTotal() {
        let scores = answers(["emotional", "conduct", "hyperactivity", "peer"], 5)
        #expect(score("emotional", scores) == 5)
        #expect(score("total", scores) == nil)
    }

    @Test func anAnswerOutsideTheRangeIsNoAnswer() {
        let good = sdqItems.map { ($0, Decimal(1)) }
        let spoilt = good.map {
            $0.0 == "3" ? ("3", Decimal(7)) : $0.0 == "8" ? ("8", Decimal(digits: 15, places: 1)) : $0
        }
        #expect(score("emotional", ItemScores(spoilt)) == 5)
        #expect(sdq.unusable(ItemScores(spoilt)) == ["3", "8"])
        #expect(sdq.unusable(ItemScores(good)) == [])
    }

    @Test func scoresTheInstrumentDoesNotHaveAreNamed() {
        let scores: ItemScores = ["26a": Decimal(1), "total": Decimal(41), "impact": Decimal(8), "peer": Decimal(10)]
        #expect(sdq.unusable(scores) == ["26a", "total"])
    }

    @Test(
        arguments: [
            (["26": 0, "28": 3], Informant.parent, 0),
            (["26": 1, "28": 3, "29a": 2, "29b": 1, "29c": 0, "29d": 3], .parent, 5),
            (["26": 2, "28": 3, "29a": 3, "29b": 3, "29c": 3, "29d": 3], .oneself, 10),
            (["26": 3, "28": 3, "29a": 3, "29b": 3, "29c": 3, "29d": 3], .teacher, 6), (["28": 2], .parent, 1),
            (["26": 1], .parent, nil), ([:], .parent, nil), (["26": 1, "28": 1, "29b": 1], .teacher, 0),
            (["29a": 3, "29d": 3], .teacher, nil),
        ] as [([String: Int], Informant, Int?)]
    )
    func impactIsRecodedAndGated(given: [String: Int], informant: Informant, expected: Int?) {
        #expect(score("impact", ItemScores(given.map { ($0.key, Decimal($0.value)) }), informant) == expected)
    }
}
